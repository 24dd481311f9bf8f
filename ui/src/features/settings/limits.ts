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
