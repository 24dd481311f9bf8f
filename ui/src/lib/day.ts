// How a day reads: the window's copy of the core's formatter, held against the same cases.
import type { Language } from './words.svelte';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `16 Nov 2026`, `2026 年 11 月 16 日`: the day here of an instant in UTC milliseconds. */
export function dayText(language: Language, at: number): string {
  const day = new Date(at);
  return dateText(language, day.getFullYear(), day.getMonth() + 1, day.getDate());
}

export function dateText(language: Language, year: number, month: number, day: number): string {
  return language === 'en'
    ? `${day} ${MONTHS[month - 1] ?? month} ${year}`
    : `${year} 年 ${month} 月 ${day} 日`;
}

/** The week of an instant, as ISO 8601 numbers it: `2026-W47`. */
export function weekOf(at: number): string {
  const here = new Date(at);
  const thursday = new Date(Date.UTC(here.getFullYear(), here.getMonth(), here.getDate()));
  // A week belongs to the year its Thursday lies in.
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const year = thursday.getUTCFullYear();
  const week = Math.ceil(((thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** `2026-11-26`: the day here, for the names of files. */
export function dayStamp(at: number): string {
  const day = new Date(at);
  const parts = [day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0'));
  return [day.getFullYear(), ...parts].join('-');
}
