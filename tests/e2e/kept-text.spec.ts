// What is typed into a note outlives the process that should have kept it, and a note has a limit that loses nothing.
import { painted, selectWords } from '../support/marks.ts';
import { expect, test } from './test.ts';

const LIMIT = 1024 * 1024;

test('a note on a highlight, typed while the host dies', { tag: '@slow' }, async ({
  lectern,
  page,
  host,
  expectedErrors,
}) => {
  expectedErrors.push(/net::ERR/, /401/);
  await lectern.clipPage('On ferries', '<p>The first boat leaves at dawn.</p>');
  await lectern.open('On ferries');
  await selectWords(page, lectern.frame, 'first boat leaves', 'first boat leaves');
  await page.keyboard.press('h');
  const words = lectern.frame.getByText('first boat leaves');
  await words.click({ position: { x: 60, y: 12 } });
  const popover = page.getByRole('dialog', { name: 'Highlight' });
  const field = popover.getByRole('textbox');
  await field.pressSequentially('At six');
  await expect.poll(() => painted(lectern.frame)).toContain('noted: first boat leaves');

  await host.kill();
  await field.pressSequentially(', said the pilot.');
  await expect(page.getByText('Lectern does not answer. Trying again…')).toBeVisible();
  await host.start();
  await page.goto(host.url);
  await lectern.goTo('Everything');
  await lectern.open('On ferries');
  await words.click({ position: { x: 60, y: 12 } });
  await expect(field).toHaveValue('At six, said the pilot.');
  await expect(popover.getByText('Saving')).toBeHidden();
  await page.reload();
  await lectern.shows('On ferries');
  await words.click({ position: { x: 60, y: 12 } });
  await expect(field).toHaveValue('At six, said the pilot.');
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft'))),
  ).toEqual([]);
});

test('a note of a megabyte is kept; of a longer one it is said, and the words stay', {
  tag: '@slow',
}, async ({ lectern, page }) => {
  await lectern.clipPage('On ferries', '<p>The first boat leaves at dawn.</p>');
  await lectern.open('On ferries');
  await page.keyboard.press('m');
  const note = page.getByRole('region', { name: 'Note' });
  const field = note.getByRole('textbox');
  const length = () => field.evaluate((area: HTMLTextAreaElement) => area.value.length);
  await field.fill('All hands. '.repeat(LIMIT).slice(0, LIMIT));
  await expect(note.getByText('Saving')).toBeHidden();
  await page.reload();
  await lectern.shows('On ferries');
  await expect.poll(length).toBe(LIMIT);

  await field.press('Control+End');
  await field.pressSequentially('!');
  await expect(note.getByRole('alert')).toContainText('A note holds 1 MB at most');
  expect(await length()).toBe(LIMIT + 1);
  await field.press('Backspace');
  await expect(note.getByRole('alert')).toBeHidden();
  await expect(note.getByText('Saving')).toBeHidden();
});
