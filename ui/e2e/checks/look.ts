// What holds on every screen and can be seen from its boxes. Each check gives what is wrong, one text a fault, and an
// empty list where all is well: `expect(await sidewaysScroll(desk.page)).toEqual([])`.
import type { Page } from 'playwright-core';

/** The parts of the page that can be moved sideways. A table of data may, within itself (WCAG 1.4.10). */
export function sidewaysScroll(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        if (element instanceof HTMLTableElement) return false;
        const scrolls = ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
        return (
          (scrolls || element === document.documentElement) && element.scrollWidth > element.clientWidth + 1
        );
      })
      .map(
        (element) =>
          `${element.tagName} ${element.className}: ${element.scrollWidth} in ${element.clientWidth}`,
      ),
  );
}

/** What is pressed but smaller than 24 by 24, in a row of the board smaller than 28 by 28. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const pressed =
      'a[href], button, input, select, textarea, summary, [role=button], [role=tab], [role=menuitem], [role=option]';
    return [...document.querySelectorAll<HTMLElement>(pressed)].flatMap((element) => {
      // Pressing a label presses its field: either of them may be the target that is large enough.
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      const targets = [element, ...labels].filter((target) =>
        target.checkVisibility({ visibilityProperty: true }),
      );
      if (targets.length === 0) return [];
      const least = element.closest('[role=row]') !== null && element.matches('button') ? 28 : 24;
      const boxes = targets.map((target) => target.getBoundingClientRect());
      if (boxes.some(({ width, height }) => Math.min(width, height) >= least)) return [];
      const { width, height } = element.getBoundingClientRect();
      const name = element.ariaLabel ?? element.textContent.trim();
      return [`${element.tagName} "${name}": ${width} by ${height}`];
    });
  });
}

/** Text that its box does not show whole. What is shortened on purpose says so by a line clamp. */
export function clippedText(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const style = getComputedStyle(element);
        const hasText = [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
        );
        const isForEarsOnly = style.clipPath !== 'none';
        const isClamped = style.webkitLineClamp !== 'none';
        const scrolls = ['auto', 'scroll'].includes(style.overflowY) || element.matches('textarea, input');
        if (!hasText || isForEarsOnly || isClamped || scrolls || element.clientWidth === 0) return false;
        const isTooWide = element.scrollWidth > element.clientWidth + 1;
        const isCutOff = style.overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1;
        return isTooWide || isCutOff;
      })
      .map((element) => `${element.tagName} ${element.className}: "${element.textContent.trim()}"`),
  );
}

/** What moves, or would on its next change. */
export function motion(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const running = document.getAnimations().filter(({ playState }) => playState === 'running');
    const would = [...document.querySelectorAll('*')].flatMap((element) => {
      const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
      const isStill = (durations: string) =>
        durations.split(', ').every((one) => Number.parseFloat(one) === 0);
      const still = isStill(transitionDuration) && (animationName === 'none' || isStill(animationDuration));
      return still ? [] : [`${element.tagName} ${element.className}: ${transitionDuration} ${animationName}`];
    });
    return [...running.map((animation) => `running: ${animation.id}`), ...would];
  });
}

/** Text whose last line is one letter (what is shortened on purpose ends in dots instead). */
export function oneLetterLines(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const text = (node.textContent ?? '').trimEnd();
      const block = node.parentElement;
      // In data a narrow column may well be a letter wide.
      if (text.trim().length < 3 || block === null || block.closest('td, th, pre, textarea, svg') !== null)
        continue;
      // What comes after it in the sentence stands on the same line; between the two may lie marks of the framework.
      let next = node.nextSibling;
      while (next !== null && (next.nodeType === Node.COMMENT_NODE || next.textContent?.trim() === ''))
        next = next.nextSibling;
      if (next !== null || !block.checkVisibility({ visibilityProperty: true })) continue;
      if (getComputedStyle(block).webkitLineClamp !== 'none' && block.scrollHeight > block.clientHeight)
        continue;
      const range = document.createRange();
      const topOf = (at: number) => {
        range.setStart(node as Node, at);
        range.setEnd(node as Node, at + 1);
        return range.getBoundingClientRect();
      };
      const [last, before] = [topOf(text.length - 1), topOf(text.length - 2)];
      if (last.height > 0 && last.top >= before.bottom - 1) faults.push(`one letter: "${text.trim()}"`);
    }
    return faults;
  });
}

/** Numbers that stand on another line than their unit. */
export function splitAmounts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const amount = /\d (?:h\b|min\b|小時|小时|分鐘|分钟|項|项|次)/g;
    const faults: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      // A text that the person wrote is as it is.
      const inside = node.parentElement?.closest('td, pre, textarea, blockquote, .markdown, .title') ?? null;
      if (inside !== null) continue;
      for (const found of (node.textContent ?? '').matchAll(amount)) {
        const range = document.createRange();
        range.setStart(node, found.index);
        range.setEnd(node, found.index + found[0].length);
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 4)));
        if (tops.size > 1) faults.push(`"${found[0]}" in "${node.textContent?.trim() ?? ''}"`);
      }
    }
    return faults;
  });
}
