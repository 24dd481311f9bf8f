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
