// Pages in the capture window that ask to be printed, as the print versions of articles do by themselves: they are clipped, and no
// dialog of the system's comes up.
import { clip, openCapture, visit } from '../support/capture-window.ts';
import { expect, test } from '../support/electron-app.ts';
import { articlePage, type LocalSite, startLocalSite } from '../support/local-site.ts';

let site: LocalSite;
test.beforeAll(async () => {
  site = await startLocalSite({
    '/print': articlePage('The print version', '<iframe src="/inner"></iframe>').replace(
      '</body>',
      '<script>print(); document.title += " was here"; onload = () => setTimeout(print, 100);</script></body>',
    ),
    '/strict': (_, response) => {
      response.writeHead(200, {
        'content-type': 'text/html',
        'Content-Security-Policy': "default-src 'self'",
      });
      response.end(articlePage('A strict page', '<script>document.title = "gone"</script>'));
    },
    '/inner': articlePage(
      'Inside',
      '<script>print(); top.document.title += ", inside too";</script>',
    ),
  });
});
test.afterAll(() => site.close());

test('a page that asks to be printed is not, and is clipped', async ({ start }) => {
  const lectern = await start();
  const bar = await openCapture(lectern);
  const page = await visit(lectern, bar, `${site.origin}/print`);
  await expect.poll(() => page.title()).toBe('The print version was here, inside too');
  await clip(bar);
  await expect(bar.getByText('The print version')).toBeVisible();
});

test('the policy of a page’s own goes on holding', async ({ start }) => {
  const lectern = await start();
  const bar = await openCapture(lectern);
  const page = await visit(lectern, bar, `${site.origin}/strict`);
  await expect(page.locator('h1')).toBeVisible();
  expect(await page.title()).toBe('A strict page');
  await clip(bar);
});
