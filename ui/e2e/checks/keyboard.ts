// A walk through the page with Tab alone.
import type { World } from '../world/world';

/** More stops than any screen has. */
const ENDLESS = 120;

export interface Walk {
  /** What Tab stopped at, in order, until it left the page. */
  stops: string[];
  faults: string[];
}

/** Presses Tab until the focus comes round; each stop must be seen, and seen to have the focus. */
export async function walk({ page }: World): Promise<Walk> {
  const stops: string[] = [];
  const faults: string[] = [];
  for (let presses = 0; presses < ENDLESS; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(look);
    // Between the last stop and the first the focus is on no part of the page.
    if (stop === null) continue;
    if (stop.isSeenAgain) return { stops, faults };
    stops.push(stop.name);
    if (!stop.isOutlined) faults.push(`no outline: ${stop.name}`);
    if (!stop.isInSight) faults.push(`out of sight: ${stop.name}`);
  }
  return { stops, faults: [...faults, 'Tab never comes round'] };
}

function look(): { name: string; isSeenAgain: boolean; isOutlined: boolean; isInSight: boolean } | null {
  let focused = document.activeElement;
  // A report has a tree of its own, with a focus of its own.
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return null;
  const isSeenAgain = focused.dataset['walked'] !== undefined;
  focused.dataset['walked'] = '';
  const label = focused.closest('label');
  const isOutlined = [focused, ...(label === null ? [] : [label])].some((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  });
  const { left, right, top, bottom } = (label ?? focused).getBoundingClientRect();
  const [x, y] = [(left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
  const seen = (focused.getRootNode() as Document | ShadowRoot).elementsFromPoint(x, y);
  const name = `${focused.tagName} ${focused.ariaLabel ?? focused.textContent.trim().slice(0, 60)}`;
  return { name, isSeenAgain, isOutlined, isInSight: seen.includes(label ?? focused) };
}
