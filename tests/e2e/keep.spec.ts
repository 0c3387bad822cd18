// Keeping: star, archive, trash, tags, several at once, and the way back from each.
import { expect, test } from './test.ts';

test.beforeEach(async ({ lectern }) => {
  await lectern.clipPage('On harbours', '');
  await lectern.clipPage('On gardens', '');
});

test('star, archive, trash and restore, each undone', async ({ lectern, page }) => {
  await lectern.goTo('Everything');
  await lectern.open('On harbours');
  await lectern.button('Star').click();
  await expect(lectern.place('Starred')).toHaveText(/1$/);
  await expect(lectern.row('On harbours').getByLabel('Starred')).toBeVisible();

  await lectern.button('Archive').click();
  await expect(lectern.toasts.getByText('Archived')).toBeVisible();
  await expect(lectern.place('Archived')).toHaveText(/1$/);
  await lectern.toasts.getByRole('button', { name: 'Undo' }).click();
  await expect(lectern.toasts.getByText('Undone: Archived')).toBeVisible();
  await expect(lectern.place('Archived')).not.toHaveText(/1$/);
  await lectern.toasts.getByRole('button', { name: 'Redo' }).click();
  await expect(lectern.place('Archived')).toHaveText(/1$/);

  await lectern.goTo('Archived');
  await lectern.row('On harbours').click();
  await page.keyboard.press('Delete');
  await expect(lectern.row('On harbours')).toBeHidden();
  await lectern.goTo('Trash');
  await lectern.open('On harbours');
  await lectern.button('Restore from the trash').click();
  await expect(page.getByText('The trash is empty')).toBeVisible();
  await expect(lectern.place('Archived')).toHaveText(/1$/);
});

test('undo and redo by keyboard, outside text fields only', async ({ lectern, page }) => {
  await lectern.goTo('Everything');
  await lectern.row('On harbours').click();
  await page.keyboard.press('s');
  await expect(lectern.place('Starred')).toHaveText(/1$/);
  await page.keyboard.press('Control+z');
  await expect(lectern.place('Starred')).not.toHaveText(/1$/);
  await page.keyboard.press('Control+Shift+z');
  await expect(lectern.place('Starred')).toHaveText(/1$/);
  await lectern.search.fill('harb');
  await page.keyboard.press('Control+z');
  await expect(lectern.place('Starred')).toHaveText(/1$/);
});

test('title, date and address are put right by hand', async ({ lectern, page }) => {
  await lectern.goTo('Everything');
  await lectern.open('On harbours');
  await page.keyboard.press('F2');
  const field = (name: string) => lectern.dialog.getByRole('textbox', { name });
  await expect(field('Title')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Harbours, and what they are for');
  await field('Published').fill('the spring');
  await page.keyboard.press('Enter');
  await expect(lectern.dialog.getByRole('alert')).toContainText('“the spring” is no date');
  await field('Published').fill('2021-04');
  await field('Address').fill('https://harbours.example/for');
  await page.keyboard.press('Enter');
  await expect(lectern.dialog).toBeHidden();
  await expect(lectern.row('Harbours, and what they are for')).toBeVisible();
  await lectern.shows('Harbours, and what they are for');
  await expect(lectern.frame.getByText(/2021/).first()).toBeVisible();

  await lectern.toasts.getByRole('button', { name: 'Undo' }).click();
  await lectern.shows('On harbours');
});

test('tags are completed, shown, filtered by and taken away', async ({ lectern, page }) => {
  await lectern.goTo('Everything');
  await lectern.row('On harbours').click();
  await page.keyboard.press('t');
  const field = lectern.dialog.getByLabel('Add a tag');
  await expect(field).toBeFocused();
  await page.keyboard.type('Seaside');
  await page.keyboard.press('Enter');
  await expect(lectern.dialog.getByRole('row', { name: 'Seaside' })).toBeVisible();
  await lectern.dialog.getByRole('button', { name: 'Close' }).click();
  await expect(lectern.row('On harbours').getByText('Seaside')).toBeVisible();

  await lectern.row('On gardens').click();
  await page.keyboard.press('t');
  await page.keyboard.type('sea');
  await expect(page.getByRole('option')).toHaveText(['Seaside', 'Create “sea”']);
  await page.keyboard.press('Enter');
  await expect(lectern.dialog.getByRole('row', { name: 'Seaside' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(lectern.dialog).toBeHidden();
  await expect(lectern.place('Seaside')).toHaveText(/2$/);

  await lectern.goTo('Seaside');
  await expect(lectern.rows).toHaveCount(2);
  await lectern.row('On gardens').click();
  await page.keyboard.press('t');
  await lectern.dialog.getByRole('button', { name: 'Remove tag Seaside' }).click();
  await expect(lectern.place('Seaside')).toHaveText(/1$/);
});

test('several at once, with Ctrl and Shift', async ({ lectern, page }) => {
  await lectern.goTo('Everything');
  await lectern.rows.nth(0).click({ modifiers: ['Control'] });
  await lectern.rows.nth(2).click({ modifiers: ['Shift'] });
  await expect(page.getByRole('toolbar', { name: 'Selected articles' })).toContainText(
    '3 selected',
  );
  await lectern.rows.nth(1).click({ modifiers: ['Control'] });
  await expect(page.getByRole('toolbar', { name: 'Selected articles' })).toContainText(
    '2 selected',
  );
  await page.keyboard.press('#');
  await expect(lectern.toasts.getByText('2 articles moved to the trash')).toBeVisible();
  await expect(lectern.rows).toHaveCount(1);
  await lectern.toasts.getByRole('button', { name: 'Undo' }).click();
  await expect(lectern.rows).toHaveCount(3);
});

test('tags are put in order: renamed, coloured, joined and cleared away', { tag: '@slow' }, async ({
  lectern,
  page,
}) => {
  for (const [title, ...tags] of [
    ['On owls', 'birds', 'Bird'],
    ['On moss', 'plants'],
    ['On ferns', 'plants', 'green'],
  ] as const) {
    await lectern.clipPage(title, '');
    await lectern.open(title);
    for (const tag of tags) {
      await page.keyboard.press('t');
      await lectern.dialog.getByRole('combobox').fill(tag);
      await page.keyboard.press('Enter');
      await expect(lectern.dialog.getByRole('row', { name: tag, exact: true })).toBeVisible();
      await page.keyboard.press('Escape');
      // The next key is a command again only now.
      await expect(lectern.dialog).toBeHidden();
    }
  }
  await page.getByRole('link', { name: 'Put in order' }).click();
  const list = page.getByRole('list', { name: 'Tags' });
  const line = (name: string) =>
    list.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });
  await expect(list.getByRole('listitem')).toHaveCount(4);
  await expect(line('plants')).toContainText('2 articles');

  // A name that is taken: the two can be made one.
  await page.getByRole('button', { name: 'More for Bird', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  await expect(lectern.dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await lectern.dialog.getByRole('textbox', { name: 'Name' }).fill('BIRDS');
  await page.keyboard.press('Enter');
  await expect(lectern.dialog.getByRole('alert')).toContainText('There is a tag “birds” already');
  await lectern.dialog.getByRole('button', { name: 'Join' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(3);

  await page.getByRole('button', { name: 'More for plants' }).click();
  await page.getByRole('menuitemradio', { name: 'Green' }).click();
  await expect(line('plants').getByText('Green')).toBeAttached();

  await page.getByRole('checkbox', { name: 'Choose green' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('checkbox', { name: 'Choose plants' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await lectern.dialog.getByRole('radio', { name: 'green' }).focus();
  await page.keyboard.press('Space');
  await lectern.dialog.getByRole('button', { name: 'Join' }).click();
  await expect(line('green')).toContainText('2 articles');
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(list.getByRole('listitem')).toHaveCount(3);
});

test('what was done is shown step by step, and gone back to; the trash is emptied for good', async ({
  lectern,
  page,
}) => {
  await lectern.goTo('Everything');
  await lectern.row('On harbours').click();
  await page.keyboard.press('s');
  await expect(lectern.place('Starred')).toHaveText(/1$/);
  await page.keyboard.press('e');
  await expect(lectern.place('Archived')).toHaveText(/1$/);
  await lectern.row('On gardens').click();
  await page.keyboard.press('#');
  await expect(lectern.place('Trash')).toHaveText(/1$/);

  await page.keyboard.press('Shift+Z');
  const steps = page.getByRole('list', { name: 'History' }).getByRole('article');
  await expect(steps).toHaveCount(3);
  await expect(steps.nth(2)).toContainText('Starred');
  await expect(steps.nth(2).getByRole('link', { name: 'On harbours' })).toBeVisible();
  await steps.nth(1).getByRole('button', { name: 'Undo to here' }).click();
  await expect(lectern.toasts.getByText('2 changes undone')).toBeVisible();
  await expect(lectern.place('Archived')).not.toHaveText(/1$/);
  await expect(lectern.place('Starred')).toHaveText(/1$/);
  await steps.nth(0).getByRole('button', { name: 'Redo to here' }).click();
  await expect(lectern.place('Archived')).toHaveText(/1$/);

  await lectern.goTo('Trash');
  await page.getByRole('main').getByRole('button', { name: 'Trash' }).click();
  await page.getByRole('menuitem', { name: 'Empty the trash…' }).click();
  await expect(lectern.dialog).toContainText('Delete this article for good?');
  await lectern.dialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('The trash is empty')).toBeVisible();
  await expect(lectern.place('Trash')).not.toHaveText(/1$/);
  // The step is there and can no longer be undone, which is said.
  await lectern.closeToasts();
  await page.keyboard.press('Control+z');
  await expect(lectern.toasts.getByText('its article was deleted for good')).toBeVisible();
});
