// Collections: made and nested in the sidebar, filled from lists and from the reader, put in order by keys and by dragging.
import { expect, test } from './test.ts';

test('made, nested, moved by keys, deleted and brought back', async ({ lectern, page }) => {
  const names = page.locator('[data-collection] a');
  const make = async (name: string) => {
    await expect(lectern.dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(lectern.dialog).toBeHidden();
  };
  for (const name of ['Writing', 'Train']) {
    await lectern.button('New collection').press('Enter');
    await make(name);
  }
  await page.getByRole('button', { name: 'More for “Writing”' }).click();
  await page.getByRole('menuitem', { name: 'New collection in it…' }).click();
  await make('Essay');
  await expect(names).toHaveText(['Writing', 'Essay', 'Train']);

  // Another of the same name beside it is refused, and what was typed stays.
  await lectern.button('New collection').press('Enter');
  await page.keyboard.type('train');
  await page.keyboard.press('Enter');
  await expect(lectern.dialog.getByRole('alert')).toHaveText(
    'There is a collection “Train” here already.',
  );
  await page.keyboard.press('Escape');

  const line = (name: string) => names.filter({ hasText: name });
  await line('Train').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(names).toHaveText(['Train', 'Writing', 'Essay']);
  await expect(line('Train')).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(names).toHaveText(['Writing', 'Essay', 'Train']);
  await page.keyboard.press('Alt+ArrowRight');
  await expect(lectern.button('Collections in “Writing”')).toHaveAttribute('aria-expanded', 'true');
  await expect(line('Train')).toBeFocused();
  await line('Writing').press('ArrowLeft');
  await expect(names).toHaveText(['Writing']);
  await line('Writing').press('ArrowRight');
  await expect(names).toHaveText(['Writing', 'Essay', 'Train']);

  await line('Train').press('F2');
  await expect(lectern.dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Train');
  await lectern.dialog.getByRole('textbox', { name: 'Name' }).fill('For the train');
  await page.keyboard.press('Enter');
  await expect(line('For the train')).toBeVisible();

  await line('Essay').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Essay' })).toBeVisible();
  await expect(page.getByText('Nothing is in this collection')).toBeVisible();
  await line('Writing').press('Delete');
  await expect(names).toHaveCount(0);
  // What was shown is gone with it.
  await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible();
  await lectern.toasts.last().getByRole('button', { name: 'Undo' }).click();
  // What was unfolded is so again, also after a reload.
  await expect(names).toHaveText(['Writing', 'Essay', 'For the train']);
  await page.reload();
  await expect(names).toHaveText(['Writing', 'Essay', 'For the train']);
});

test('filled from the reader, from a selection and by dragging', async ({ lectern, page }) => {
  await lectern.clipPage('On harbours', '');
  await lectern.clipPage('On gardens', '');
  await lectern.goTo('Everything');
  await lectern.open('On harbours');
  await page.keyboard.press('b');
  await expect(lectern.dialog.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('Sea');
  await page.keyboard.press('Enter');
  await expect(lectern.dialog.getByRole('row', { name: 'Sea' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(lectern.dialog).toBeHidden();
  await expect(lectern.place('Sea')).toHaveText(/1$/);

  // The open one is selected with it.
  await lectern.row('On gardens').click({ modifiers: ['Control'] });
  const selected = page.getByRole('toolbar', { name: 'Selected articles' });
  await expect(selected).toContainText('2 selected');
  await selected.getByRole('button', { name: 'Add to a collection' }).click();
  await expect(lectern.dialog.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('Later');
  await page.keyboard.press('Enter');
  await expect(lectern.dialog.getByRole('row', { name: 'Later' })).toBeVisible();
  await lectern.dialog.getByRole('button', { name: 'Take out of Later' }).click();
  await expect(lectern.dialog.getByText('In no collection yet')).toBeHidden();
  await expect(lectern.place('Later')).not.toHaveText(/\d$/);
  await lectern.dialog.getByRole('combobox').focus();
  await page.keyboard.press('Escape');
  await expect(lectern.dialog).toBeHidden();

  const names = page.locator('[data-collection] a');
  await lectern.place('Later').dragTo(lectern.place('Sea'));
  await expect(names).toHaveText(['Sea1', 'Later']);
  await expect(lectern.button('Collections in “Sea”')).toHaveAttribute('aria-expanded', 'true');
  await lectern.place('Later').dragTo(lectern.place('Sea'), { targetPosition: { x: 60, y: 2 } });
  await expect(names).toHaveText(['Later', 'Sea1']);

  // An order of one's own, by dragging rows and by keys.
  await lectern.goTo('Everything');
  for (const title of ['On gardens', 'Welcome to Lectern']) {
    await lectern.row(title).dragTo(lectern.place('Sea'));
  }
  await expect(lectern.place('Sea')).toHaveText(/3$/);
  await lectern.goTo('Sea');
  const order = (...titles: readonly string[]) =>
    expect(lectern.rows).toContainText(titles.map((title) => title));
  await order('On harbours', 'On gardens', 'Welcome');
  await lectern.row('Welcome').dragTo(lectern.row('On harbours'), {
    targetPosition: { x: 100, y: 8 },
  });
  await order('Welcome', 'On harbours', 'On gardens');
  await lectern.row('Welcome').click();
  await lectern.list.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await order('On harbours', 'Welcome', 'On gardens');
  await page.keyboard.press('Alt+ArrowDown');
  await order('On harbours', 'On gardens', 'Welcome');
  await lectern.row('On gardens').click({ modifiers: ['Control'] });
  await page.keyboard.press('Alt+ArrowUp');
  await order('On gardens', 'Welcome', 'On harbours');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await order('On harbours', 'On gardens', 'Welcome');

  await page.keyboard.press('Control+a');
  await page.keyboard.press('Shift+B');
  await expect(page.getByText('Nothing is in this collection')).toBeVisible();
  await expect(lectern.toasts.getByText('3 articles taken out of “Sea”')).toBeVisible();
  await lectern.toasts.last().getByRole('button', { name: 'Undo' }).click();
  await order('On harbours', 'On gardens', 'Welcome');

  await lectern.search.fill('collection:se');
  await expect(page.getByRole('option', { name: 'Sea' })).toBeVisible();
  await lectern.search.fill('collection:sea');
  await expect(lectern.rows).toHaveCount(3);
  await expect(lectern.row('On harbours')).toBeVisible();
});
