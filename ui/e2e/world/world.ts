// One test's world: a data folder of its own, the core on it, and a page in Chromium that shows it.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Browser, type BrowserContext, type Locator, type Page, chromium } from 'playwright-core';
import { inject, onTestFinished } from 'vitest';

import type { CommandName } from '../../src/api/api';
import { CallError, type CallErrorKind } from '../../src/api/error';
import type { Changed, Commands } from '../../src/api/generated';
import type { Language } from '../../src/lib/words.svelte';
import { type Answer, Bridge } from './bridge';
import { environmentOf, LOCALES, runTerminal, type Said, ZONE } from './computer';
import { type DeskCall, Desktop } from './desktop';
import { Faults } from './faults';
import { Keyboard } from './keyboard';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Opening {
  /** The language of the person's computer. */
  lang: Language;
  theme: 'light' | 'dark';
  size: Size;
  /** 2 is a window of that size read at 200 %. */
  zoom: 1 | 2;
  /** Fixes the core's clock: RFC 3339 with an offset. */
  now: string | null;
  /** The person asked the system for less motion. */
  reducedMotion: boolean;
  /** The page to begin with, a hash. */
  at: string;
  /** Fills the data folder before the program opens it (`record.ts`). */
  record: (data: string, lang: Language) => Promise<void>;
}

const USUAL: Opening = {
  lang: 'en',
  theme: 'light',
  size: { width: 1280, height: 800 },
  zoom: 1,
  now: null,
  reducedMotion: false,
  at: '',
  record: () => Promise.resolve(),
};

const NOT_ASKED: [CommandName, unknown][] = [
  ['find_agents', { programs: [], servers: [], shellFault: null }],
];

let sharedBrowser: Promise<Browser> | null = null;

export class World implements AsyncDisposable {
  readonly faults: Faults;
  /** The clipboard, the dialogs and the other programs. */
  readonly desktop: Desktop;
  readonly keyboard: Keyboard;
  readonly #refusals = new Map<CommandName, CallError>();
  /** Changes what the page is told, for states that nobody can wait for. */
  readonly #dressed = new Map<CommandName, (view: never) => unknown>();
  /** What is answered without the core: what could work on the computer that runs the tests is nobody's business. */
  readonly #instead = new Map<CommandName, unknown>(NOT_ASKED);
  #bridge: Bridge;
  #isClosing = false;

  private constructor(
    readonly opening: Opening,
    /** A folder of this test; the data are in `data`, anything else is the test's. */
    readonly folder: string,
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {
    this.#bridge = this.#openCore(opening.now);
    this.faults = new Faults(page, inject('pages'));
    this.desktop = new Desktop(page);
    this.keyboard = new Keyboard(page);
  }

  /** Everything, until the end of the block: `await using desk = await World.open()`. A fault of the page fails the test. */
  static async open(wishes: Partial<Opening> = {}): Promise<World> {
    const desk = await World.openForMany(wishes);
    onTestFinished(() => desk.faults.expectNone());
    return desk;
  }

  /** The same for several tests, which look for faults themselves. */
  static async openForMany(wishes: Partial<Opening> = {}): Promise<World> {
    const opening = { ...USUAL, ...wishes };
    sharedBrowser ??= chromium.connect(inject('browser'));
    const browser = await sharedBrowser;
    const { size, zoom } = opening;
    const context = await browser.newContext({
      viewport: { width: Math.floor(size.width / zoom), height: Math.floor(size.height / zoom) },
      deviceScaleFactor: zoom,
      locale: LOCALES[opening.lang],
      timezoneId: ZONE,
      colorScheme: opening.theme,
      reducedMotion: opening.reducedMotion ? 'reduce' : 'no-preference',
    });
    const folder = mkdtempSync(join(tmpdir(), 'halfday-e2e-'));
    await opening.record(join(folder, 'data'), opening.lang);
    const desk = new World(opening, folder, await context.newPage(), context);
    await desk.#begin();
    return desk;
  }

  /** Runs a command as another program would: the page only hears that something changed. */
  core<Name extends CommandName>(
    name: Name,
    request: Commands[Name]['request'],
  ): Promise<Commands[Name]['view']> {
    return this.#bridge.command(name, request);
  }

  /** The real `halfday` on the same folder, at the same time, in the same language. */
  terminal(...given: string[]): Promise<Said> {
    const clock = this.opening.now === null ? [] : ['--now', this.opening.now];
    return runTerminal(['--data', this.data, ...clock, ...given], this.#environment(), this.folder);
  }

  /** The page's next `name` does not happen, for this reason: to see a screen's failed face. */
  refuse(name: CommandName, code: string, kind: CallErrorKind = 'failed'): void {
    this.#refusals.set(name, new CallError(code, {}, 'refused by the test', kind));
  }

  /** From now on, until the page begins anew, the page's `name` is answered with what `change` makes of the truth. */
  dress<Name extends CommandName>(
    name: Name,
    change: (view: Commands[Name]['view']) => Commands[Name]['view'],
  ): void {
    this.#dressed.set(name, change);
  }

  /** Until the page begins anew, its `name` is answered with this, and the core is not asked. */
  answerWith<Name extends CommandName>(name: Name, view: Commands[Name]['view']): void {
    this.#instead.set(name, view);
  }

  /** Tells the page of a change of this kind that the record knows nothing of. */
  async tellChanged(kind: string): Promise<void> {
    await this.#tell({ seq: 0, kind, job: null, item: null });
  }

  /** The row of an item on the board: `row('1.2')`. */
  row(ref: string): Locator {
    return this.page.locator(`[role=row][data-ref="${ref}"]`);
  }

  /** Presses keys one after the other: `keys('KeyA', 'Control+Enter')`. */
  async keys(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** The reference of the item whose row has the focus. */
  focusedRow(): Promise<string | null> {
    return this.page.evaluate(
      () => document.activeElement?.closest<HTMLElement>('[role=row]')?.dataset['ref'] ?? null,
    );
  }

  /** Goes to another page by its hash. */
  async go(hash: string): Promise<void> {
    await this.page.evaluate((to) => (location.hash = to), hash);
    await this.settled();
  }

  /** Starts the page anew, as if the window had been closed and opened. */
  async reopen(hash = '#/'): Promise<void> {
    this.#dressed.clear();
    this.#instead.clear();
    for (const [name, view] of NOT_ASKED) this.#instead.set(name, view);
    await this.page.evaluate((to) => (location.hash = to), hash);
    await this.page.reload();
    await this.settled();
  }

  /** Makes the window that large, as the person reads it: `zoom` 2 leaves half of it. */
  async resize({ width, height }: Size, zoom: 1 | 2 = 1): Promise<void> {
    await this.page.setViewportSize({ width: Math.floor(width / zoom), height: Math.floor(height / zoom) });
    await this.settled();
  }

  /** Returns when every question of the page has its answer and the answer is drawn. */
  async settled(): Promise<void> {
    for (let quiet = 0; quiet < 2; quiet += this.#bridge.isQuiet ? 1 : -quiet) {
      await this.page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      );
    }
  }

  /** Returns when the notice line says `text`; a screen reader hears the same words from elsewhere in the page. */
  async told(text: string): Promise<void> {
    await this.page.locator('.notice', { hasText: text }).waitFor();
  }

  /** Closes the program, or kills it, and opens it again on the same folder, perhaps at another time. */
  async restart({
    now = this.opening.now,
    isKilled = false,
  }: { now?: string | null; isKilled?: boolean } = {}): Promise<void> {
    await (isKilled ? this.#bridge.kill() : this.#bridge.close());
    this.opening.now = now;
    this.#bridge = this.#openCore(now);
    await this.page.reload();
    await this.settled();
  }

  get data(): string {
    return join(this.folder, 'data');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosing = true;
    await this.context.close();
    await this.#bridge.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #begin(): Promise<void> {
    const { page } = this;
    await page.exposeFunction('halfdayTestCall', (name: CommandName, request: unknown) =>
      this.#answer(name, request),
    );
    await page.exposeFunction('halfdayTestDesk', (call: DeskCall) => this.desktop.answer(call));
    await page.goto(inject('pages') + this.opening.at);
    await this.settled();
  }

  async #answer(name: CommandName, request: unknown): Promise<Answer> {
    const refused = this.#refusals.get(name);
    const instead = this.#instead.get(name);
    if (refused === undefined && instead !== undefined) return { ok: instead };
    if (refused === undefined) return this.#dress(name, await this.#bridge.call(name, request));
    this.#refusals.delete(name);
    const { code, params, detail, kind } = refused;
    return { error: { code, params, detail, kind } };
  }

  #dress(name: CommandName, answer: Answer): Answer {
    const change = this.#dressed.get(name);
    return change === undefined || 'error' in answer ? answer : { ok: change(answer.ok as never) };
  }

  #openCore(now: string | null): Bridge {
    mkdirSync(this.data, { recursive: true });
    const opening = { data: this.data, now, environment: this.#environment() };
    return new Bridge(opening, (changed) => void this.#tell(changed));
  }

  async #tell(changed: Changed): Promise<void> {
    try {
      await this.page.evaluate((told) => globalThis.halfdayTestChanged?.(told), changed);
    } catch (thrown) {
      // A page that is being left hears nothing; the next one asks for everything.
      if (!this.#isClosing && !String(thrown).includes('context was destroyed')) throw thrown;
    }
  }

  #environment(): NodeJS.ProcessEnv {
    return environmentOf(this.opening.lang, this.folder);
  }
}
