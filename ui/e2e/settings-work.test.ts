// The switches and fields of how AI works: what is pressed is what the core keeps, and what it keeps is shown again.
import { expect, test } from 'vitest';

import type { SettingsView } from '../src/api/generated';
import { newJob } from './work';
import { World } from './world/world';

const SWITCHES = [
  ['AI says beforehand how it will go', 'rehearsal'],
  ['A second AI tries to refute each result', 'secondLook'],
  ['Checks may open web addresses', 'webChecks'],
  ['Notify me', 'notify'],
] as const satisfies readonly (readonly [string, keyof SettingsView])[];

const FIELDS = [
  ['tokens', '250000', 'budgetTokens', 250_000],
  ['US dollars', '1.50', 'budgetNano', 1_500_000_000],
  ['minutes of work', '90', 'budgetMinutes', 90],
] as const;

test('each switch turns one setting of the core over, and is found so after a restart', async () => {
  await using desk = await World.open({ at: '#/settings' });
  for (const [label, key] of SWITCHES) {
    const before = await desk.core('settings', {});

    await desk.page.getByRole('checkbox', { name: label }).click();
    await desk.settled();

    const after = await desk.core('settings', {});
    expect(after, label).toEqual({ ...before, [key]: !before[key] });
  }
  const kept = await desk.core('settings', {});
  await desk.restart();
  for (const [label, key] of SWITCHES) {
    expect(await desk.page.getByRole('checkbox', { name: label }).isChecked(), label).toBe(kept[key]);
  }
});

test('each limit is kept as it was written, refused where it is none, and gone when its field is emptied', async () => {
  await using desk = await World.open({ at: '#/settings' });
  const limits = desk.page.getByRole('group', { name: 'At most, for one attempt' });
  for (const [unit, written, key, kept] of FIELDS) {
    const field = limits.getByRole('textbox', { name: unit, exact: true });
    await field.fill(written);
    await desk.keys('Tab');
    await desk.settled();
    expect((await desk.core('settings', {}))[key], unit).toBe(kept);

    await field.fill('none at all');
    await desk.keys('Tab');
    await limits.getByText('That is no limit.').waitFor();
    expect((await desk.core('settings', {}))[key], unit).toBe(kept);

    await field.fill('');
    await desk.keys('Tab');
    await limits.getByText('That is no limit.').waitFor({ state: 'detached' });
    await desk.settled();
    expect((await desk.core('settings', {}))[key], unit).toBeNull();
  }
});

test('how many at once, and how many may wait, are kept by one press', async () => {
  await using desk = await World.open({ at: '#/settings' });

  await desk.page
    .getByRole('radiogroup', { name: 'AI works on this many' })
    .getByText('3', { exact: true })
    .click();
  await desk.page.getByRole('radiogroup', { name: 'AI pauses when' }).getByText('6', { exact: true }).click();
  await desk.settled();

  expect(await desk.core('settings', {})).toMatchObject({ atOnce: 3, reviewBrake: 6 });
});

test('the switch for commands is that of its item alone, or says why it cannot be on here', async () => {
  await using desk = await World.open();
  await newJob(desk);
  await desk.go('#/jobs/1');
  await desk.row('1.1').focus();
  await desk.keys('Enter');
  const commands = desk.page.getByRole('checkbox', { name: 'AI may ask to run commands for this item' });
  await commands.waitFor();

  await commands.click();
  await desk.settled();

  const isOn = (await desk.core('show_item', { item: '1.1' })).commands;
  expect(await commands.isChecked(), 'it shows what the core says').toBe(isOn);
  if (!isOn) await desk.page.locator('.notice.refused').waitFor();
  expect((await desk.core('show_item', { item: '1.2' })).commands).toBe(false);
});
