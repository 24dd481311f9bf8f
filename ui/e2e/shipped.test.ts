// What is made for tests is in no bundle that is shipped.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { buildAsShipped } from './world/build';
import { PAGES } from './world/places';

/** What the tests' own page and the two fakes cannot do without. */
const OURS = /halfdayTest\w+|\(memory\)|\/saved\//g;

test('the pages that are shipped hold nothing of the tests', async () => {
  const shipped = await buildAsShipped({ write: false });
  const { output } = shipped as { output: { code?: string }[] };

  const code = output.map((part) => part.code ?? '').join('\n');
  expect(code).toContain('page-title');
  expect(code.match(OURS)).toBeNull();
});

test('the names looked for are those of the page that the tests use', () => {
  const assets = join(PAGES, 'assets');

  const code = readdirSync(assets).map((name) => readFileSync(join(assets, name), 'utf8'));

  expect(code.join('\n').match(OURS)).not.toBeNull();
});
