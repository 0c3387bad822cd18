// `lectern:` links in the real app: shown and asked about, whoever sends them and however many.
import type { ElectronApplication, Page } from '@playwright/test';
import fc from 'fast-check';
import { inLibrary } from '../support/capture-window.ts';
import { expect, type Folders, type Lectern, test } from '../support/electron-app.ts';
import { oddLink } from '../support/odd-links.ts';

const WELCOME = 'Welcome to Lectern';
const clip = (address: string) => `lectern:clip?url=${encodeURIComponent(address)}`;

/** As macOS hands links over; elsewhere a second instance brings them to the same place. */
const follow = (app: ElectronApplication, links: readonly string[]) =>
  app.evaluate(({ app: shell }, all) => {
    // Not before this has been answered: nobody holds the promise of the answer while a thousand links are followed.
    setImmediate(() => {
      for (const link of all) shell.emit('open-url', { preventDefault: () => undefined }, link);
    });
  }, links);

const dialog = (window: Page) => window.getByRole('dialog', { name: 'Clip this page?' });
const button = (window: Page, name: string) =>
  dialog(window).getByRole('button', { name, exact: true });
/** What the window tells of links that the library was given. */
const clips = (window: Page) => window.getByRole('region', { name: 'Clips' });

/** All that one could change, and what was asked of the network. */
const heldBy = (folders: Folders) =>
  inLibrary(folders, async (client) => ({
    counts: await client['articles.counts']({}),
    jobs: await client['jobs.list']({}),
    steps: await client['journal.list']({}),
    settings: await client['settings.get']({}),
    tags: await client['tags.list']({ limit: 1000, unused: true }),
    requests: await client['network.list']({}),
  }));

async function started(start: () => Promise<Lectern>): Promise<Lectern> {
  const lectern = await start();
  await expect(lectern.window.getByRole('row').filter({ hasText: WELCOME })).toBeVisible();
  return lectern;
}

test('a link of a second start is asked about, with the address as it will be fetched', async ({
  start,
  startSecond,
}) => {
  const { window } = await started(start);
  const second = await startSecond(clip('http://\u0430pple.example/paid?now=1'));
  expect(second.code).toBe(0);
  await expect(dialog(window)).toBeVisible();
  await expect(dialog(window).getByText('xn--pple-43d.example', { exact: true })).toBeVisible();
  await expect(dialog(window)).toContainText('http://xn--pple-43d.example/paid?now=1');
  await expect(dialog(window)).toContainText('cannot pass for another site');

  // Whoever types on while it appears says no.
  await expect(button(window, 'Cancel')).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(dialog(window)).toHaveCount(0);
  await expect(clips(window)).toHaveCount(0);
});

test('what is agreed to goes to the library', async ({ start }) => {
  const { app, window } = await started(start);
  await follow(app, [clip('http://page.example/')]);
  await button(window, 'Clip').click();
  // No network here: it is one of those that are tried again.
  await expect(clips(window)).toContainText('1 link is tried again later');
});

test('the app can be started by a link', async ({ start }) => {
  const { window } = await start(clip('https://page.example/'));
  await expect(dialog(window)).toContainText('https://page.example/');
});

test('an article is opened by its link, one that is not here is said', async ({ start }) => {
  const { app, window } = await started(start);
  await window.getByRole('row').filter({ hasText: WELCOME }).click();
  await window.keyboard.press('Shift+C');
  await expect(window.getByText('Link copied')).toBeVisible();
  const link = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(link).toMatch(/^lectern:open\?uid=\w{26}$/);
  await window.keyboard.press('Escape');
  const heading = window
    .frameLocator('iframe[title^="Article:"]')
    .getByRole('heading', { name: WELCOME });
  await expect(heading).toHaveCount(0);

  await follow(app, [link]);
  await expect(heading).toBeVisible();
  await follow(app, ['lectern:open?uid=01JDZ3N8Y7Q4W2V6T5S9R1P0MK']);
  await expect(
    window.getByText('The article that the link names could not be opened'),
  ).toBeVisible();
  await expect(heading).toBeVisible();
});

test('the copied link is clipped by a key, after a look at it', async ({ start }) => {
  const { app, window } = await started(start);
  await app.evaluate(({ clipboard }) => clipboard.writeText(' https://page.example/copied\n'));
  await window.keyboard.press('Control+Shift+N');
  await expect(dialog(window)).toContainText('https://page.example/copied');
  await expect(button(window, 'Clip')).toBeFocused();
  await window.keyboard.press('Escape');

  await app.evaluate(({ clipboard }) => clipboard.writeText('no address'));
  await window.keyboard.press('Control+Shift+N');
  await expect(window.getByText('only web addresses')).toBeVisible();
  await expect(dialog(window)).toHaveCount(0);
});

test('of a thousand links at once one is asked about, and it stays the same', async ({ start }) => {
  const { app, window } = await started(start);
  const links = Array.from({ length: 1000 }, (_, at) => clip(`https://site-${at}.example/`));
  await follow(app, links);
  await expect(dialog(window)).toHaveCount(1);
  await expect(dialog(window)).toContainText('999 more links');
  await expect(dialog(window)).toContainText('https://site-0.example/');
  await button(window, 'Cancel').click();
  await expect(dialog(window)).toHaveCount(0);
  await expect(clips(window)).toHaveCount(0);
});

test('a thousand links that somebody made up change nothing without a yes', async ({
  start,
  folders,
}) => {
  const first = await started(start);
  await first.quit();
  const before = await heldBy(folders);
  const { app, window, quit, log } = await started(start);
  const links = fc.sample(oddLink, { numRuns: 1000, seed: 88 });
  await follow(app, links);
  await expect.poll(() => log().match(/asked from outside: /g)?.length).toBeGreaterThan(500);
  // Some of them can be understood: asked about, and refused.
  await expect(dialog(window)).toHaveCount(1);
  await button(window, 'Cancel').click();
  await expect(dialog(window)).toHaveCount(0);
  await expect(clips(window)).toHaveCount(0);
  await quit();
  expect(await heldBy(folders)).toEqual(before);

  // The control: one that is agreed to is seen in it.
  const again = await started(start);
  await follow(again.app, [clip('http://page.example/')]);
  await button(again.window, 'Clip').click();
  await expect(clips(again.window)).toBeVisible();
  await again.quit();
  expect(await heldBy(folders)).not.toEqual(before);
});

test('a link waits for the dialog that is open', async ({ start }) => {
  const { app, window } = await started(start);
  await window.keyboard.press('c');
  const other = window.getByRole('dialog', { name: 'Clip', exact: true });
  await other.getByRole('textbox').fill('half a thought');
  await follow(app, [clip('https://page.example/')]);
  await expect(other.getByRole('textbox')).toHaveValue('half a thought');
  await expect(dialog(window)).toHaveCount(0);
  await window.keyboard.press('Escape');
  await expect(dialog(window)).toContainText('https://page.example/');
});

test('links that are none are said once, and nothing comes of them', async ({ start }) => {
  const { app, window, log } = await started(start);
  await follow(app, [
    clip('javascript:alert(1)'),
    clip('file:///etc/passwd'),
    `lectern:clip?url=https://a.example/${'x'.repeat(1_000_000)}`,
    'lectern:open?uid=..%2F..%2Fetc%2Fpasswd',
  ]);
  await expect(window.getByText('only web addresses')).toHaveCount(1);
  await expect.poll(() => log().match(/asked from outside: /g)?.length).toBe(4);
  await expect(dialog(window)).toHaveCount(0);
  // Neither an address nor a path of it is in the log.
  expect(log()).not.toMatch(/alert|passwd|a\.example/);
});
