// Counts and sizes that only the window shows; minutes and shares come formatted from the core.

/** `1240` as `1,240`: the three languages group alike. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1.2 KB`. Sizes are for a first look, so one digit behind the point is plenty. */
export function sizeText(bytes: number): string {
  const [amount, unit] =
    bytes < 1024 ? [bytes, 'B'] : bytes < 1024 ** 2 ? [bytes / 1024, 'KB'] : [bytes / 1024 ** 2, 'MB'];
  return `${amount < 10 && unit !== 'B' ? amount.toFixed(1) : Math.round(amount)}\u00a0${unit}`;
}

/** Seconds of a running clock: `1:12`, `1:02:03`. */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
