// Clipping from the window: a new library's first article, a paste, files, a drop, and what cannot be clipped.

import { zipSync } from 'fflate';
import { startLocalSite } from '../support/local-site.ts';
import { expect, test } from './test.ts';
import { pageOf } from './window.ts';

test('a new library begins with a welcome that can be read', async ({ lectern }) => {
  await lectern.open('Welcome to Lectern');
  await expect(lectern.frame.getByText('min read')).toBeVisible();
  await expect(lectern.place('Reading')).toHaveText(/1$/);
});

test('pasted rich text becomes an article with its formatting', async ({ lectern, page }) => {
  await page.keyboard.press('c');
  const field = lectern.dialog.getByRole('textbox');
  await field.evaluate((element) => {
    const data = new DataTransfer();
    const words = 'The ferry goes when there is water under it, and not before. '.repeat(6);
    data.setData('text/plain', words);
    data.setData(
      'text/html',
      `<h1>The ferry</h1><p>${words}</p><p>It is <em>always</em> late.</p>`,
    );
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(lectern.dialog.getByText('with its formatting')).toBeVisible();
  await lectern.dialog.getByRole('button', { name: 'Clip', exact: true }).click();
  await lectern.open('The ferry');
  await expect(lectern.frame.locator('em')).toHaveText('always');
});

test('a picture and nothing else is refused with a sentence', async ({ lectern, page }) => {
  await page.keyboard.press('c');
  const field = lectern.dialog.getByRole('textbox');
  await field.evaluate((element) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array([1])], 'image.png', { type: 'image/png' }));
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(lectern.dialog.getByText('A picture alone is no article')).toBeVisible();
  await expect(lectern.dialog.getByRole('button', { name: 'Clip', exact: true })).toBeDisabled();
  await field.fill('words after all');
  await expect(lectern.dialog.getByText('A picture alone is no article')).toBeHidden();
});

test('plain text takes its first sentence as title', async ({ lectern, page }) => {
  await page.keyboard.press('c');
  await lectern.dialog.getByRole('textbox').fill('A letter about bees. They swarmed on Sunday.');
  await lectern.dialog.getByRole('button', { name: 'Clip', exact: true }).click();
  await lectern.isClipped('A letter about bees');
});

test('files appear in the list, and the same page twice says so', async ({ lectern }) => {
  await lectern.clipPage('On harbours', '<p>The tide keeps its own time.</p>');
  await expect(lectern.place('Inbox')).toHaveText(/2$/);
  const same = {
    name: 'again.html',
    content: pageOf('On harbours', '<p>The tide keeps its own time.</p>'),
  };
  await lectern.clipFiles([same]);
  await expect(lectern.toasts.getByText('Already in your library')).toBeVisible();
  await expect(lectern.place('Everything')).toHaveText(/2$/);
});

test('what cannot be clipped says what and why, and the others are kept', async ({
  lectern,
  page,
}) => {
  await lectern.clipFiles([
    { name: 'noise.txt', content: Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 9, 0]) },
    { name: 'good.html', content: pageOf('A good page', '') },
  ]);
  await lectern.isClipped('A good page');
  const tray = page.getByRole('region', { name: 'Clips' });
  await expect(tray.getByText('Not clipped: noise.txt')).toBeVisible();
  await expect(tray.getByText('your library is unchanged')).toBeVisible();
  await tray.getByRole('button', { name: 'Dismiss' }).click();
  await expect(tray).toBeHidden();
});

test('a zip becomes the pages in it, and what is wrong with one of them is said', async ({
  lectern,
  page,
}) => {
  const bytes = (words: string) => new Uint8Array(Buffer.from(words));
  const zip = zipSync({
    'in/moths.html': bytes(pageOf('On moths', '<p>They come to the lamp.</p>')),
    'owls.html': bytes(pageOf('On owls', '<p>They sit still.</p>')),
    '../out.html': bytes(pageOf('On foxes', '')),
  });
  await lectern.clipFiles([{ name: 'saved.zip', content: Buffer.from(zip) }]);
  await lectern.isClipped('On moths');
  await lectern.isClipped('On owls');
  const tray = page.getByRole('region', { name: 'Clips' });
  await expect(tray.getByText('Not clipped: ../out.html')).toBeVisible();
  await expect(lectern.row('On foxes')).toBeHidden();
});

test('a login in place of a page is told, and clipped for whoever wants it all the same', async ({
  lectern,
  page,
}) => {
  const login =
    '<html><head><title>Log in to read</title></head><body><h1>Log in to read</h1><form><input type="password"></form></body></html>';
  await lectern.clipFiles([{ name: 'story.html', content: login }]);
  const tray = page.getByRole('region', { name: 'Clips' });
  await expect(tray.getByText('“story.html” holds a login')).toBeVisible();
  await tray.getByRole('button', { name: 'Clip it all the same' }).click();
  await lectern.isClipped('Log in to read');
  await expect(tray).toBeHidden();
});

test('a link to this very machine is refused with a sentence', async ({ lectern, page }) => {
  await page.keyboard.press('c');
  await lectern.dialog.getByRole('textbox').fill('http://127.0.0.1:9/secret');
  await page.keyboard.press('Enter');
  const tray = page.getByRole('region', { name: 'Clips' });
  await expect(tray.getByText('Not clipped: http://127.0.0.1:9/secret')).toBeVisible();
});

test('a link waits for a site that is away, through a restart; one that fails can be a file instead', async ({
  lectern,
  page,
  host,
  expectedErrors,
}) => {
  expectedErrors.push(/net::ERR/, /401/);
  const tray = page.getByRole('region', { name: 'Clips' });
  await page.keyboard.press('c');
  await lectern.dialog
    .getByRole('textbox')
    .fill('https://lectern.invalid/away http://127.0.0.1:9/bells');
  await page.keyboard.press('Control+Enter');
  await expect(tray.getByText('1 link is tried again later')).toBeVisible();
  await tray.getByRole('button', { name: 'Show the links that are tried again' }).click();
  await expect(tray.getByText('https://lectern.invalid/away')).toBeVisible();
  await expect(tray.getByText(/Tried again/)).toBeVisible();

  await host.stop();
  await host.start();
  await page.goto(host.url);
  await expect(tray.getByText('1 link is tried again later')).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  await tray.getByRole('button', { name: 'Clip from a saved file instead' }).click();
  await (await chooser).setFiles({
    name: 'bells.html',
    mimeType: 'text/html',
    buffer: Buffer.from(pageOf('On bells', '')),
  });
  await lectern.isClipped('On bells');
  await expect(tray.getByText('Not clipped')).toHaveCount(0);
  expect(await host.lectern('list', '--json')).toContain('http://127.0.0.1:9/bells');

  await tray.getByRole('button', { name: 'Show the links that are tried again' }).click();
  await tray.getByRole('button', { name: 'Drop https://lectern.invalid/away' }).click();
  await expect(tray).toHaveCount(0);
});

test('a link that failed says why, and is clipped by Try again once its site has the page', async ({
  lectern,
  page,
}) => {
  const site = await startLocalSite();
  try {
    await lectern.allowHost(site.host);
    const url = `${site.origin}/owls`;
    const tray = page.getByRole('region', { name: 'Clips' });
    await page.keyboard.press('c');
    await lectern.dialog.getByRole('textbox').fill(url);
    await page.keyboard.press('Enter');
    await expect(tray.getByText(`Not clipped: ${url}`)).toBeVisible();
    await expect(tray.getByText('has no such page (404)')).toBeVisible();
    await tray.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => site.requests.length).toBe(2);
    await expect(tray.getByText('has no such page (404)')).toBeVisible();
    site.add({ '/owls': pageOf('On owls', '<p>They sit still.</p>') });
    await tray.getByRole('button', { name: 'Try again' }).click();
    await lectern.isClipped('On owls');
    await expect(tray.getByText('Not clipped')).toHaveCount(0);
  } finally {
    await site.close();
  }
});

test('a page dropped on the window is clipped, and a sign says so before', async ({
  lectern,
  page,
}) => {
  // A drop as the browser makes it cannot be scripted; its files and links can.
  await page.evaluate(
    (html) => {
      const data = new DataTransfer();
      data.items.add(new File([html], 'dropped.html', { type: 'text/html' }));
      const over = { dataTransfer: data, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new DragEvent('dragover', over));
      Object.assign(window, { dropped: data });
    },
    pageOf('A dropped page', ''),
  );
  await expect(page.getByText('Drop to clip')).toBeVisible();
  await page.evaluate(() => {
    const { dropped } = window as unknown as { dropped: DataTransfer };
    const drop = new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true });
    document.body.dispatchEvent(drop);
  });
  await expect(page.getByText('Drop to clip')).toBeHidden();
  await lectern.isClipped('A dropped page');
});
