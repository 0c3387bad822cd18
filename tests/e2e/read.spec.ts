// Reading: the sandboxed frame, the place kept in it, keys and links from inside it, and text that stays text.
import { changeContent } from './change-content.ts';
import { expect, test } from './test.ts';
import { longBody, pageOf } from './window.ts';

test('the place is kept, and found again after a reload', async ({ lectern, page }) => {
  await lectern.clipPage('A long walk', longBody(80));
  await lectern.goTo('Everything');
  await lectern.open('A long walk');
  const target = lectern.frame.getByText('Paragraph number 40.');
  await target.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await page.mouse.move(900, 400);
  await page.mouse.wheel(0, 40);
  await expect(page.getByRole('progressbar')).toHaveAttribute(
    'aria-valuetext',
    /^[45]\d%, \d+ min left$/,
  );
  await expect(lectern.row('A long walk').getByText('% read')).toBeAttached();
  await page.reload();
  await lectern.shows('A long walk');
  await expect(lectern.frame.getByText('Paragraph number 40.')).toBeInViewport();
  await expect(lectern.frame.getByText('Paragraph number 1.')).not.toBeInViewport();
});

test('the place is found again after the text around it has changed', { tag: '@slow' }, async ({
  lectern,
  page,
  host,
  expectedErrors,
}) => {
  // While the host is away, and when it is back with another token.
  expectedErrors.push(/net::ERR/, /401/);
  const numbered = (from: number, to: number) =>
    Array.from(
      { length: to - from },
      (_, n) => `<p>Milestone ${from + n} stood by the road, and the road went on for a while.</p>`,
    ).join('');
  await lectern.clipPage('A long road', numbered(0, 80));
  await lectern.goTo('Everything');
  await lectern.open('A long road');
  await lectern.frame
    .getByText('Milestone 50 ')
    .evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await page.mouse.move(900, 400);
  await page.mouse.wheel(0, 30);
  await expect(lectern.row('A long road').getByText('% read')).toBeAttached();
  await host.stop();
  changeContent(host.libraryDir, (html) =>
    // Much more stands before it, and the very words at the top edge have changed a little.
    html
      .replace(/<p>Milestone 10 /, `${numbered(200, 260)}$&`)
      .replace(/Milestone 51 stood by the road/, 'Milestone 51 stands at the roadside'),
  );
  await host.start();
  await page.goto(host.url);
  await lectern.goTo('Everything');
  await lectern.open('A long road');
  await expect(lectern.frame.getByText('Milestone 52 ')).toBeInViewport();
  await expect(lectern.frame.getByText('Milestone 259 ')).not.toBeInViewport();
});

test('reaching the end finishes an article', async ({ lectern, page }) => {
  await lectern.clipPage('A short walk', longBody(12));
  await lectern.open('A short walk');
  await lectern.frame.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('End');
  await expect(lectern.place('Finished')).toHaveText(/1$/);
});

test('keys work with the focus in the article', async ({ lectern, page }) => {
  await lectern.clipPage('A walk', '');
  await lectern.goTo('Everything');
  await lectern.row('A walk').click();
  await lectern.shows('A walk');
  await lectern.frame.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('s');
  await expect(lectern.place('Starred')).toHaveText(/1$/);
  await page.keyboard.press('j');
  await lectern.shows('Welcome to Lectern');
  await page.keyboard.press('k');
  await lectern.shows('A walk');
  await page.keyboard.press('Control+k');
  await expect(lectern.dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(lectern.list).toBeFocused();
});

test('links leave by the browser, fragments scroll, scripts do not run', async ({
  lectern,
  context,
  expectedErrors,
}) => {
  // The page of the link's site is not there: only the asking for it counts.
  expectedErrors.push(/net::ERR/);
  await context.route('https://example.org/**', (route) => route.fulfill({ body: 'outside' }));
  const body = `<p>See <a href="https://example.org/elsewhere">elsewhere</a>, <a href="#end">the end</a> or
    <a href="javascript:alert(1)">a trap</a>.</p>${longBody(40)}<h2 id="end">The end</h2>
    <script>document.title = 'owned'</script><img src="x" onerror="parent.postMessage('owned', '*')">`;
  await lectern.clipPage('On links', body);
  await lectern.open('On links');
  const opened = context.waitForEvent('page');
  await lectern.frame.getByRole('link', { name: 'elsewhere' }).click();
  expect((await opened).url()).toBe('https://example.org/elsewhere');
  await lectern.frame.getByRole('link', { name: 'the end' }).click();
  await expect(lectern.frame.getByRole('heading', { name: 'The end' })).toBeInViewport();
  // Our own two.
  await expect(lectern.frame.locator('script')).toHaveCount(2);
  await expect(lectern.frame.getByRole('link', { name: 'a trap' })).toHaveCount(0);
});

test('until it is set, an article shows its sheet and nothing else', async ({ lectern, page }) => {
  await lectern.clipPage('A slow answer', longBody(5));
  await page.keyboard.press('Shift+T');
  const settings = page.getByRole('dialog', { name: 'Type and theme' });
  await settings.getByText('AaDark').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('Escape');
  await page.addInitScript(() => {
    if (window === window.top) return;
    document.addEventListener('DOMContentLoaded', () => {
      const styleOf = (name: string) => getComputedStyle(document.querySelector(name) as Element);
      const first = [styleOf('html').backgroundColor, styleOf('main').display];
      Object.assign(window, { first });
    });
  });
  let answer = (): void => undefined;
  const held = new Promise<void>((done) => {
    answer = done;
  });
  await page.route('**/rpc', async (route) => {
    if ((route.request().postDataJSON() as { name: string }).name === 'articles.get') await held;
    await route.continue();
  });
  await lectern.row('A slow answer').click();
  await expect(page.locator('iframe')).toBeVisible();
  const first = () =>
    lectern.frame.locator('html').evaluate(() => (window as { first?: unknown }).first);
  await expect.poll(first).toEqual(['rgb(27, 26, 24)', 'none']);
  answer();
  await lectern.shows('A slow answer');
  await expect(lectern.frame.locator('main')).toHaveCSS('opacity', '1');
});

test('hostile titles, authors and tags are shown as text', async ({ lectern, page, host }) => {
  const title = '<img src=x onerror="window.owned=1"> & ‮sdrawkcab‬ {{count}} $t(app.name)';
  const escaped = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  await lectern.clipFiles([{ name: 'hostile.html', content: pageOf(escaped, '') }]);
  await lectern.isClipped('onerror');
  const row = lectern.row('onerror');
  await expect(row).toContainText('<img src=x onerror=');
  await expect(row).toContainText('{{count}} $t(app.name)');
  await row.click();
  await expect(lectern.frame.getByRole('heading', { level: 1 })).toContainText('<img src=x');
  await page.keyboard.press('t');
  await page.keyboard.type('<script>window.owned=1</script>');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(lectern.place('<script>')).toBeVisible();
  expect(await page.evaluate(() => 'owned' in window)).toBe(false);
  expect(await host.lectern('list')).toContain('<img src=x');
});

test('type settings change the article, and are kept', async ({ lectern, page }) => {
  await lectern.open('Welcome to Lectern');
  await page.keyboard.press('Shift+T');
  const settings = page.getByRole('dialog', { name: 'Type and theme' });
  await settings.getByText('Sepia').click();
  await settings.getByText('Sans').click();
  await settings.getByRole('button', { name: 'Size: more' }).click();
  const paragraph = lectern.frame.locator('#content p').first();
  await expect(paragraph).toHaveCSS('font-size', '20px');
  await expect(paragraph).toHaveCSS('font-family', /Source Sans/);
  await page.reload();
  await lectern.shows('Welcome to Lectern');
  await expect(paragraph).toHaveCSS('font-size', '20px');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia');
});
