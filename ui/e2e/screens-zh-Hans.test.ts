import { everyScreenIn } from './checks/screens';

everyScreenIn('zh-Hans');
