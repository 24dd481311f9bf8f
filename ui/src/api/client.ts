// The one file that knows Tauri: two commands, `call` and `subscribe`.
import { Channel, invoke } from '@tauri-apps/api/core';

import type { Api, CommandName } from './api';
import { CallError } from './error';
import type { Changed, Commands } from './generated';

/** The core behind this window. */
export function windowApi(): Api {
  return {
    async call<Name extends CommandName>(name: Name, request: Commands[Name]['request']) {
      try {
        return await invoke<Commands[Name]['view']>('call', { name, request });
      } catch (thrown) {
        throw CallError.from(thrown);
      }
    },

    async subscribe(onChanged) {
      const channel = new Channel<Changed>();
      channel.onmessage = onChanged;
      try {
        await invoke('subscribe', { channel });
      } catch (thrown) {
        throw CallError.from(thrown);
      }
    },
  };
}
