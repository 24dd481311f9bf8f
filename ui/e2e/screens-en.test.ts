import { everyScreenIn } from './checks/screens';

everyScreenIn('en');
