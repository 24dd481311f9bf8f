// A moment as people write it: the time alone while it is today, else with its date. Written by hand for each
// language, because what `Intl` gives depends on the system's data.
import type { Language } from './words.svelte';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `at` and `now` in UTC milliseconds; shown in the zone of the computer. */
export function momentText(language: Language, at: number, now: number): string {
  const [moment, today] = [new Date(at), new Date(now)];
  const time = `${twoDigits(moment.getHours())}:${twoDigits(moment.getMinutes())}`;
  if (moment.toDateString() === today.toDateString()) return time;
  const isThisYear = moment.getFullYear() === today.getFullYear();
  return `${dateText(language, moment, isThisYear)} ${time}`;
}

function dateText(language: Language, moment: Date, isThisYear: boolean): string {
  const [day, month, year] = [moment.getDate(), moment.getMonth(), moment.getFullYear()];
  if (language === 'en') return `${day} ${MONTHS[month] ?? ''}${isThisYear ? '' : ` ${year}`}`;
  return `${isThisYear ? '' : `${year} 年 `}${month + 1} 月 ${day} 日`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
