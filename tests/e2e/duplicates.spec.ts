// An article that is there twice: told beside the open one, made one with it or told apart, and undone.
import { expect, test } from './test.ts';
import { longBody, pageOf } from './window.ts';

const page = (title: string, line: string) => ({
  name: `${title}.html`,
  content: pageOf(title, `<p>${line}</p>${longBody(4)}`),
});

test('an article that is there twice is made one, or told apart', { tag: '@slow' }, async ({
  lectern,
  page: view,
}) => {
  await lectern.clipFiles([
    page('Snow owl', 'The old owl sat still in the snow.'),
    page('Winter bird', 'The young owl sat still in the snow.'),
  ]);
  await lectern.isClipped('Snow owl');
  await lectern.isClipped('Winter bird');
  await lectern.closeToasts();
  await lectern.open('Snow owl');
  const note = view.getByText('You have this article already, in nearly the same words.');
  await expect(note).toBeVisible();
  await view.getByRole('button', { name: 'Merge…' }).click();
  const panel = view.getByRole('region', { name: 'Versions' });
  const told = panel.getByRole('heading', { name: 'You have this article already' });
  await expect(told).toBeVisible();
  await expect(panel).toContainText(/\d\d% the same/);

  await panel.getByRole('button', { name: 'Merge “Winter bird” into this one' }).click();
  await expect(lectern.row('Winter bird')).toHaveCount(0);
  await expect(told).toBeHidden();
  await expect(panel).toBeFocused();
  await expect(note).toBeHidden();
  await expect(lectern.toasts.getByText('2 articles merged into one')).toBeVisible();
  await lectern.toasts.getByRole('button', { name: 'Undo' }).click();
  await expect(told).toBeVisible();
  await expect(lectern.row('Winter bird')).toBeVisible();

  await lectern.closeToasts();
  await panel.getByRole('button', { name: '“Winter bird” is not the same' }).click();
  await expect(told).toBeHidden();
  await expect(lectern.row('Winter bird')).toBeVisible();
  await lectern.toasts.getByRole('button', { name: 'Undo' }).click();
  await expect(told).toBeVisible();
  await panel.getByRole('button', { name: 'Winter bird', exact: true }).click();
  await lectern.shows('Winter bird');
});
