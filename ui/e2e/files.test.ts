// The brief of a new job from a file: dropped on the page or opened, in the encodings of the core.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { newJob } from './work';
import { REPOSITORY } from './world/places';
import { World } from './world/world';

/** 中文 1 in Big5: too short to be sure of. */
const UNSURE = Buffer.from([0xa4, 0xa4, 0xa4, 0xe5, 0x20, 0x31]);
const PICTURE = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const BIG5 = join(REPOSITORY, 'tests/fixtures/jobs/zh/travel_big5.zh-Hant.txt');

function write(desk: World, name: string, content: string | Buffer): string {
  const path = join(desk.folder, name);
  writeFileSync(path, content);
  return path;
}

function box(desk: World) {
  return desk.page.getByRole('textbox');
}

const hash = (desk: World) => new URL(desk.page.url()).hash;

test('a Big5 file dropped on Today stands in the box of the new job; its encoding is said, and Undo gives back the text', async () => {
  await using desk = await World.open({ at: '#/new' });
  await newJob(desk);
  await box(desk).fill('What I had');
  await desk.go('#/today');

  await desk.desktop.drop([BIG5]);
  await desk.told(
    'travel_big5.zh-Hant.txt is in the box. It does not say its encoding; it was read as Big5.',
  );

  expect(hash(desk)).toBe('#/new');
  const text = new TextDecoder('big5').decode(readFileSync(BIG5));
  expect(await box(desk).inputValue()).toBe(text.replaceAll('\r\n', '\n'));
  expect(await desk.page.getByRole('radio', { name: 'Big5' }).isChecked()).toBe(true);

  await desk.page.getByRole('button', { name: 'Undo' }).click();
  expect(await box(desk).inputValue()).toBe('What I had');
});

test('an unclear encoding is refused, nothing is lost, and the person can say which it is', async () => {
  await using desk = await World.open({ at: '#/new' });
  await box(desk).fill('What I had');

  await desk.desktop.drop([write(desk, 'note.txt', UNSURE)]);
  await desk.told('note.txt: It is not clear which encoding the text is in');
  expect(await box(desk).inputValue()).toBe('What I had');

  await desk.page.getByRole('radio', { name: 'UTF-8' }).check({ force: true });
  await desk.told('note.txt: The text is not in that encoding');
  expect(await box(desk).inputValue()).toBe('What I had');
  await desk.page.getByRole('radio', { name: 'Big5' }).check({ force: true });
  await desk.told('note.txt is in the box.');

  expect(await box(desk).inputValue()).toBe('中文 1');
});

test('a picture, an empty file and one that is not there are refused where they were dropped', async () => {
  await using desk = await World.open({ at: '#/today' });
  await newJob(desk);
  await desk.settled();
  await box(desk).fill('What I had');

  await desk.desktop.drop([write(desk, 'plan.png', PICTURE)]);
  await desk.told('plan.png: This is not a text file');
  await desk.desktop.drop([write(desk, 'empty.txt', '')]);
  await desk.told('empty.txt: There is no text in it');
  await desk.desktop.drop([join(desk.folder, 'gone.txt')]);
  await desk.told('could not be read');

  expect(hash(desk)).toBe('#/today');
  expect(await box(desk).inputValue()).toBe('What I had');
});

test('of several files the first text is the brief, and the others are named', async () => {
  await using desk = await World.open({ at: '#/new' });
  const files = [
    write(desk, 'plan.png', PICTURE),
    write(desk, 'mail.md', '- one\n- two'),
    write(desk, 'b.md', 'b'),
  ];

  await desk.desktop.drop(files);
  await desk.told('mail.md is in the box. Not read: plan.png, b.md.');

  expect(await box(desk).inputValue()).toBe('- one\n- two');
});

test('Open a file takes the words of a document, from the new job and from Today', async () => {
  await using desk = await World.open({ at: '#/new' });
  const document = join(REPOSITORY, 'crates/runner/tests/documents/report.docx');
  const open = desk.page.getByRole('button', { name: 'Open a file' });

  desk.desktop.willChoose();
  await open.click();
  await desk.settled();
  expect(await box(desk).inputValue(), 'the dialog was closed').toBe('');
  desk.desktop.willChoose(document);
  await open.click();
  await desk.told('report.docx is in the box.');
  expect(await box(desk).inputValue()).toContain('## 結論');

  await newJob(desk);
  await desk.go('#/today');
  desk.desktop.willChoose(write(desk, 'list.md', '- from Today'));
  await open.click();
  await desk.told('list.md is in the box.');
  expect(hash(desk)).toBe('#/new');
  expect(await box(desk).inputValue()).toBe('- from Today');
});
