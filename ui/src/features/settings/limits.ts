// Small numbers of the settings as one sees them: a minute of the day as a clock, a value among those offered.

/** `22:30` for 1350; empty for none. */
export function clockText(minute: number | null): string {
  if (minute === null) return '';
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** The minute of the day a clock shows; null for what is no time. */
export function minuteOf(clock: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

/** The offered numbers, and the one in use if the terminal chose another. */
export function withChosen(offered: number[], chosen: number): number[] {
  return [...new Set([...offered, chosen])].sort((a, b) => a - b);
}

/** A week. */
export const MOST_MINUTES = 7 * 24 * 60;
export const MOST_TOKENS = 1_000_000_000_000;
const NANO = 1_000_000_000;
/** A million dollars is a slip of the key. */
const MOST_DOLLARS = 1_000_000;

/** A whole number up to `most`, 0 (no limit) for an empty field, null for what is no limit. */
export function limitOf(text: string, most: number): number | null {
  const written = plain(text);
  if (written === '') return 0;
  const limit = /^\d+$/.test(written) ? Number(written) : 0;
  return limit >= 1 && limit <= most ? limit : null;
}

/** Nano-dollars of `2.50` or `$2.50`, 0 (no limit) for an empty field, null for what is no amount. */
export function nanoOf(text: string): number | null {
  const written = plain(text).replace(/^(US)?\$/i, '');
  if (written === '') return 0;
  const dollars = /^\d*\.?\d+$/.test(written) ? Number(written) : 0;
  const nano = Math.round(dollars * NANO);
  return nano >= 1 && dollars < MOST_DOLLARS ? nano : null;
}

/** `2.50` for 2,500,000,000; as many places as it has, two at least; empty for none. */
export function dollarsText(nano: number | null): string {
  if (nano === null) return '';
  const places = (nano / NANO).toFixed(9).replace(/0+$/, '').split('.')[1]?.length ?? 0;
  return (nano / NANO).toFixed(Math.max(2, places));
}

/** Without what only makes a number easier to read. */
function plain(text: string): string {
  return text.replace(/[\s,]/g, '');
}
