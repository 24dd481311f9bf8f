// Starts the pages on the core behind a test: the same App, with an Api whose calls leave by the functions that the
// test gave the page. Nothing of this folder is in what is shipped; shipped.test.ts holds that up.
import { mount } from 'svelte';

import type { Api, CommandName } from '../../src/api/api';
import { type Desk, type DeskEvent, DeskListeners } from '../../src/api/desk';
import { CallError } from '../../src/api/error';
import type { Changed, Commands } from '../../src/api/generated';
import App from '../../src/App.svelte';
import '../../src/styles/tokens.css';
import '../../src/styles/base.css';
import type { Answer } from '../world/bridge';
import type { DeskCall } from '../world/desktop';

declare global {
  /** Runs a command in the test's core. What was thrown there would lose its code on the way, so it is an answer. */
  function halfdayTestCall(name: CommandName, request: unknown): Promise<Answer>;
  function halfdayTestDesk(call: DeskCall): Promise<string | string[] | null>;
  /** These are set by the page and called by the test. */
  var halfdayTestChanged: ((changed: Changed) => void) | undefined;
  var halfdayTestDeskEvent: ((event: DeskEvent) => void) | undefined;
}

class TestDesk extends DeskListeners implements Desk {
  readonly copyText = (text: string) => order({ name: 'copyText', text });
  readonly pasteText = () => ask<string | null>({ name: 'pasteText' });
  readonly pickFiles = (title: string) => ask<string[]>({ name: 'pickFiles', title });
  readonly pickFolder = (title: string) => ask<string | null>({ name: 'pickFolder', title });
  readonly saveFile: Desk['saveFile'] = (title, proposed, content) =>
    ask<string | null>({ name: 'saveFile', title, proposed, content });
  readonly pickPlace: Desk['pickPlace'] = (title, proposed) =>
    ask<string | null>({ name: 'pickPlace', title, proposed });
  readonly openPath = (path: string) => order({ name: 'openPath', path });
  readonly openLink = (url: string) => order({ name: 'openLink', url });
  readonly quickAddKey = () => Promise.resolve('Ctrl+Alt+H');
  readonly painted = () => Promise.resolve();
  readonly showWindow = () => order({ name: 'showWindow' });
  readonly quit = () => order({ name: 'quit' });
}

async function ask<Given>(call: DeskCall): Promise<Given> {
  return (await halfdayTestDesk(call)) as Given;
}

async function order(call: DeskCall): Promise<void> {
  await halfdayTestDesk(call);
}

const desk = new TestDesk();

const api: Api = {
  async call<Name extends CommandName>(name: Name, request: Commands[Name]['request']) {
    const answer = await halfdayTestCall(name, request);
    if ('error' in answer) throw CallError.from(answer.error);
    return answer.ok as Commands[Name]['view'];
  },

  subscribe(onChanged) {
    globalThis.halfdayTestChanged = onChanged;
    globalThis.halfdayTestDeskEvent = (event) => desk.tell(event);
    return Promise.resolve();
  },

  desk,
};

const target = document.getElementById('app');
if (target !== null) mount(App, { target, props: { api } });
