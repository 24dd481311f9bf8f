// How a length of time reads: the window's copy of the core's formatter, for what the core has not seen yet. A test
// holds the two against the same cases.
import type { Language } from './words.svelte';

const UNITS = {
  en: { hour: 'h', minute: 'min', less: '<1 min' },
  'zh-Hant': { hour: '小時', minute: '分鐘', less: '不到 1 分鐘' },
  'zh-Hans': { hour: '小时', minute: '分钟', less: '不到 1 分钟' },
} as const;

export function durationText(language: Language, minutes: number): string {
  const { hour, minute, less } = UNITS[language];
  const whole = Math.round(Math.abs(minutes));
  if (whole < 1 && minutes !== 0) return less;
  const sign = minutes < 0 ? '−' : '';
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${sign}${rest} ${minute}`;
  const hoursText = `${sign}${String(hours).replace(/\B(?=(\d{3})+$)/g, ',')} ${hour}`;
  if (rest === 0) return hoursText;
  return language === 'en'
    ? `${hoursText} ${String(rest).padStart(2, '0')}`
    : `${hoursText} ${rest} ${minute}`;
}

/** Minutes and seconds, for what is short: `3 s`, `3 min 10 s`; from an hour on as a duration. */
export function elapsedText(language: Language, ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1_000);
  if (seconds >= 3_600) return durationText(language, Math.floor(seconds / 60));
  const [minute, second] = language === 'en' ? ['min', 's'] : ['分', '秒'];
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (minutes === 0) return `${rest} ${second}`;
  return rest === 0 ? durationText(language, minutes) : `${minutes} ${minute} ${rest} ${second}`;
}
