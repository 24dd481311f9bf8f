// Starts the pages on the core behind a test: the same App, with an Api whose calls leave by the functions that the
// test gave the page. Nothing of this folder is in what is shipped; shipped.test.ts holds that up.
import { mount } from 'svelte';

import type { Api, CommandName } from '../../src/api/api';
import { CallError } from '../../src/api/error';
import type { Changed, Commands } from '../../src/api/generated';
import App from '../../src/App.svelte';
import '../../src/styles/tokens.css';
import '../../src/styles/base.css';
import type { Answer } from '../world/bridge';

declare global {
  /** Runs a command in the test's core. What was thrown there would lose its code on the way, so it is an answer. */
  function halfdayTestCall(name: CommandName, request: unknown): Promise<Answer>;
  /** Set by the page, called by the test. */
  var halfdayTestChanged: ((changed: Changed) => void) | undefined;
}

const api: Api = {
  async call<Name extends CommandName>(name: Name, request: Commands[Name]['request']) {
    const answer = await halfdayTestCall(name, request);
    if ('error' in answer) throw CallError.from(answer.error);
    return answer.ok as Commands[Name]['view'];
  },

  subscribe(onChanged) {
    globalThis.halfdayTestChanged = onChanged;
    return Promise.resolve();
  },
};

const target = document.getElementById('app');
if (target !== null) mount(App, { target, props: { api } });
