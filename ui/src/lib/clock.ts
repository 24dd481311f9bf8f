// How long something has been running, as a clock shows it. Durations for reading come as text from the core.

const SECOND = 1_000;

/** `0:07`, `12:05`, `1:02:05`; a clock that was set back shows no time, not less. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND));
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const tail = String(seconds % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}
