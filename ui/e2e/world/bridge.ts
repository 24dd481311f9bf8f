// A core in a process of its own, spoken to in lines of JSON (crates/app/examples/bridge.rs).
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import type { CommandName } from '../../src/api/api';
import { CallError } from '../../src/api/error';
import type { Changed, Commands } from '../../src/api/generated';
import { BRIDGE } from './places';

/** What a call came to. */
export type Answer = { ok: unknown } | { error: unknown };

type Line = { changed: Changed } | (Answer & { id: number });

export interface BridgeOpening {
  data: string;
  /** RFC 3339 with an offset; left out, the clock is the system's. */
  now: string | null;
  environment: NodeJS.ProcessEnv;
}

export class Bridge {
  /** Calls without an answer yet. */
  readonly #open = new Map<number, (answer: Answer) => void>();
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #ended: Promise<unknown>;
  #complaints = '';
  #count = 0;
  #hasEnded = false;

  constructor({ data, now, environment }: BridgeOpening, onChanged: (changed: Changed) => void) {
    const clock = now === null ? [] : ['--now', now];
    this.#process = spawn(BRIDGE, ['--data', data, ...clock], { env: environment });
    this.#ended = once(this.#process, 'close').then(() => this.#giveUp());
    this.#process.stderr.on('data', (text: Buffer) => (this.#complaints += text.toString()));
    // A core that has died cannot be written to; its calls are answered by its end.
    this.#process.stdin.on('error', () => undefined);
    createInterface(this.#process.stdout).on('line', (text) => {
      const line = JSON.parse(text) as Line;
      if ('changed' in line) onChanged(line.changed);
      else this.#answer(line.id, line);
    });
  }

  get isQuiet(): boolean {
    return this.#open.size === 0;
  }

  call(name: CommandName, request: unknown): Promise<Answer> {
    this.#count += 1;
    const id = this.#count;
    return new Promise((resolve) => {
      this.#open.set(id, resolve);
      if (this.#hasEnded) this.#giveUp();
      else this.#process.stdin.write(`${JSON.stringify({ id, name, request })}\n`);
    });
  }

  /** The same for a test: typed, and thrown where it is an error. */
  async command<Name extends CommandName>(
    name: Name,
    request: Commands[Name]['request'],
  ): Promise<Commands[Name]['view']> {
    const answer = await this.call(name, request);
    if ('error' in answer) throw CallError.from(answer.error);
    return answer.ok as Commands[Name]['view'];
  }

  /** Ends as the program does: what was written stays written. */
  async close(): Promise<void> {
    this.#process.stdin.end();
    await this.#ended;
  }

  /** Ends as a program does that is killed: nothing is said to anybody any more. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
  }

  #answer(id: number, answer: Answer): void {
    this.#open.get(id)?.(answer);
    this.#open.delete(id);
  }

  #giveUp(): void {
    this.#hasEnded = true;
    const detail = `the core has ended: ${this.#complaints}`;
    const error = { code: 'window_unexpected', params: {}, detail, kind: 'failed' };
    for (const id of [...this.#open.keys()]) this.#answer(id, { error });
  }
}
