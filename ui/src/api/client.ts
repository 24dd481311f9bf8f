// The one file that knows Tauri: three commands, `call`, `desk` and `subscribe`.
import { Channel, invoke } from '@tauri-apps/api/core';

import type { Api, CommandName } from './api';
import { type Desk, type DeskEvent, DeskListeners, type SavedContent } from './desk';
import { CallError } from './error';
import type { Changed, Commands } from './generated';

/** The core and the desktop behind this window. */
export function windowApi(): Api {
  const listeners = new DeskListeners();
  return {
    call: <Name extends CommandName>(name: Name, request: Commands[Name]['request']) =>
      ask<Commands[Name]['view']>('call', { name, request }),

    subscribe: (onChanged) => {
      const changes = new Channel<Changed>(onChanged);
      const deskEvents = new Channel<DeskEvent>((event) => listeners.tell(event));
      return ask<undefined>('subscribe', { changes, deskEvents });
    },

    desk: windowDesk(listeners),
  };
}

function windowDesk(listeners: DeskListeners): Desk {
  const desk = <Answer>(name: string, request: object = {}) => ask<Answer>('desk', { name, request });
  const order = async (name: string, request: object = {}) => {
    await desk<null>(name, request);
  };
  return {
    copyText: (text) => order('copy_text', { text }),
    pasteText: () => desk<string | null>('paste_text'),
    pickFiles: (title) => desk<string[]>('pick_files', { title }),
    pickFolder: (title) => desk<string | null>('pick_folder', { title }),
    saveFile: (title: string, name: string, content: SavedContent) =>
      desk<string | null>('save_file', { title, name, content }),
    pickPlace: (title, name) => desk<string | null>('pick_place', { title, name }),
    openPath: (path) => order('open_path', { path }),
    openLink: (url) => order('open_link', { url }),
    quickAddKey: () => desk<string | null>('quick_add_key'),
    painted: () => order('painted'),
    showWindow: () => order('show_window'),
    quit: () => order('quit'),
    onFilesDropped: (listener) => listeners.onFilesDropped(listener),
    onQuickAdd: (listener) => listeners.onQuickAdd(listener),
  };
}

async function ask<Answer>(command: string, given: Record<string, unknown>): Promise<Answer> {
  try {
    return await invoke<Answer>(command, given);
  } catch (thrown) {
    throw CallError.from(thrown);
  }
}
