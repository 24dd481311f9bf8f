// What the pages may ask of the core. `client.ts` asks the real one, `fake.ts` pretends to be one in tests.
import type { Desk } from './desk';
import type { Changed, Commands } from './generated';

export type CommandName = keyof Commands;

export interface Api {
  /** Runs one command. Rejects with a `CallError`. */
  call<Name extends CommandName>(
    name: Name,
    request: Commands[Name]['request'],
  ): Promise<Commands[Name]['view']>;

  /** Hears of every change in the store, whoever made it. A second listener replaces the first. */
  subscribe(onChanged: (changed: Changed) => void): Promise<void>;

  /** The desktop around the window. It tells by itself only after `subscribe`. */
  readonly desk: Desk;
}
