// The capture window in the real Electron: pages that only a browser shows whole are clipped as they stand in it, and found.
import type { Page } from '@playwright/test';
import { axeFindings } from '../support/axe.ts';
import { captureRoutes, words } from '../support/capture-site.ts';
import { clip, goTo, inLibrary, openCapture, pageAt, visit } from '../support/capture-window.ts';
import { expect, test } from '../support/electron-app.ts';
import { type LocalSite, startLocalSite } from '../support/local-site.ts';

async function find(window: Page, text: string): Promise<void> {
  await window.getByRole('searchbox', { name: 'Search' }).fill(text);
  const row = window.getByRole('grid', { name: 'Search results' }).getByRole('row');
  await expect(row).toHaveCount(1);
  await expect(row.locator('mark').first()).toHaveText(new RegExp(`^${text}$`, 'i'));
}

let site: LocalSite;
test.beforeAll(async () => {
  site = await startLocalSite(captureRoutes);
});
test.afterAll(() => site.close());

test('ten pages that only a browser shows whole are clipped as they stand, and found', async ({
  start,
  folders,
}) => {
  test.setTimeout(300_000);
  const lectern = await start();
  const { window, quit } = lectern;
  const bar = await openCapture(lectern);
  const go = (path: string) => visit(lectern, bar, `${site.origin}${path}`);
  for (const path of [
    '/plain',
    '/lazy',
    '/shadow',
    '/frames',
    '/scripts',
    '/paywall',
    '/endless',
  ]) {
    await go(path);
    await clip(bar);
  }

  const long = await go('/selection');
  await long.evaluate(() => {
    getSelection()?.selectAllChildren(document.getElementById('chosen') as HTMLElement);
  });
  await clip(bar, 'Clip the selected words');

  // Logged in by a form, as anywhere; the cookie is the window's own.
  const members = await go('/members');
  await members.getByRole('textbox', { name: 'User' }).fill('keeper');
  await members.getByRole('button', { name: 'Log in' }).click();
  await expect(members.getByText(words.login).first()).toBeVisible();
  await clip(bar);

  await go('/log.pdf');
  await expect(bar.getByRole('button', { name: 'Clip PDF' })).toBeEnabled();
  await clip(bar, 'Clip PDF');

  for (const word of Object.values(words)) await find(window, word);
  // The control: a word that no page has is not found.
  await window.getByRole('searchbox', { name: 'Search' }).fill('kaleidophone');
  await expect(window.getByText('Nothing found')).toBeVisible();
  await quit();

  await inLibrary(folders, async (client) => {
    const { articles } = await client['articles.list']({ limit: 50 });
    const ours = articles.filter(({ url }) => url?.startsWith(site.origin));
    expect(ours).toHaveLength(10);
    for (const { uid, title } of ours) {
      expect([title, await client['pictures.missing']({ uid })]).toEqual([title, []]);
      const { html, text } = await client['articles.content']({ uid });
      expect(`${html}${text}`).not.toMatch(
        /typed-by-nobody|hidden-token|secret-word|draft-of-a-comment|reader-of-this-page/,
      );
    }
    const named = (title: string) => {
      const found = ours.find((one) => one.title === title);
      if (!found) throw new Error(`no ${title}`);
      return found.uid;
    };
    const htmlOf = async (title: string) =>
      (await client['articles.content']({ uid: named(title) })).html;
    expect(await htmlOf('The plain log')).toContain('<img');
    expect(await htmlOf('The lazy log')).toContain('<img');
    expect(await htmlOf('The members’ log')).toContain('<img');
    expect(await htmlOf('The shadow log')).toContain('the quoin');
    expect(await htmlOf('The framed log')).toContain(`${site.origin}/inside/further`);
    expect((await client['articles.content']({ uid: named('The long log') })).text.trim()).toBe(
      `Only this: the ${words.selection} under the window.`,
    );
    expect(await client['library.check']({})).toMatchObject({ ok: true });
  });
  // What was kept of the page is what was seen, without what was typed on it.
  expect(site.requests.filter(({ path }) => path === '/pictures/large.png')).toEqual([]);
});

test('what sites know of the window goes with it, or stays until it is forgotten', async ({
  start,
}) => {
  const lectern = await start();
  const { app } = lectern;
  const members = `${site.origin}/members`;
  const logIn = async (bar: Page) => {
    const page = await visit(lectern, bar, members);
    await page.getByRole('textbox', { name: 'User' }).fill('keeper');
    await page.getByRole('button', { name: 'Log in' }).click();
    await expect(page.getByText(words.login).first()).toBeVisible();
    return page;
  };
  const close = async (bar: Page) => {
    const closed = bar.waitForEvent('close');
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((one) => one.webContents.getURL().includes('capture.html'))
        ?.close(),
    );
    await closed;
  };

  let bar = await openCapture(lectern);
  await logIn(bar);
  await close(bar);
  bar = await openCapture(lectern);
  await expect(
    (await visit(lectern, bar, members)).getByRole('button', { name: 'Log in' }),
  ).toBeVisible();

  // Whoever decides to stay logged in is not logged out by it.
  await logIn(bar);
  await bar.getByRole('button', { name: 'Logins and cookies' }).click();
  await bar.getByText('Stay logged in', { exact: true }).click();
  await expect(bar.getByText('is kept on this computer')).toBeVisible();
  await expect((await pageAt(app, members)).getByText(words.login).first()).toBeVisible();
  await close(bar);
  bar = await openCapture(lectern);
  const again = await visit(lectern, bar, members);
  await expect(again.getByText(words.login).first()).toBeVisible();

  await bar.getByRole('button', { name: 'Logins and cookies' }).click();
  await bar.getByRole('button', { name: 'Forget it now' }).click();
  await expect(bar.getByText('Forgotten: cookies, logins')).toBeVisible();
  await expect(again.getByRole('button', { name: 'Log in' })).toBeVisible();
});

test('the bar does what a browser’s does, by keys as well, and axe finds nothing in it', async ({
  start,
}) => {
  const lectern = await start();
  const bar = await openCapture(lectern);
  const address = bar.getByRole('textbox', { name: 'Address' });
  await expect(address).toBeFocused();
  expect(await axeFindings(bar)).toEqual([]);
  const page = await visit(lectern, bar, `${site.origin}/plain`);
  await visit(lectern, bar, `${site.origin}/selection`);
  await bar.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'The plain log' })).toBeVisible();
  await expect(address).toHaveValue(`${site.origin}/plain`);
  await bar.getByRole('button', { name: 'Forward' }).click();
  await expect(address).toHaveValue(`${site.origin}/selection`);

  // The focus is on the page: its keys lead to the bar all the same. Those of the debugger go past the shell.
  const press = (keyCode: string) =>
    lectern.app.evaluate(
      ({ webContents }, [origin, key]) =>
        webContents
          .getAllWebContents()
          .find((one) => one.getURL().startsWith(origin))
          ?.sendInputEvent({ type: 'keyDown', keyCode: key, modifiers: ['control'] }),
      [site.origin, keyCode] as const,
    );
  await press('F');
  const field = bar.getByRole('searchbox', { name: 'Words on this page' });
  await field.fill('thermometer');
  await expect(bar.getByText('1 of 6')).toBeVisible();
  await field.press('Enter');
  await expect(bar.getByText('2 of 6')).toBeVisible();
  await field.press('Escape');
  await expect(field).toBeHidden();
  await press('L');
  await expect(address).toBeFocused();
  expect(await axeFindings(bar)).toEqual([]);
});

test('what is loaded is noted, and nothing is while the network is switched off', async ({
  start,
  folders,
}) => {
  const first = await start();
  let bar = await openCapture(first);
  await visit(first, bar, `${site.origin}/plain`);
  await first.quit();
  await inLibrary(folders, async (client) => {
    const { requests } = await client['network.list']({ reason: 'capture' });
    expect(requests.length).toBeGreaterThan(1);
    expect(new Set(requests.map(({ host }) => host))).toEqual(new Set([site.host]));
    await client['settings.change']({ network: false });
  });

  const second = await start();
  bar = await openCapture(second);
  const before = site.connections();
  await goTo(bar, `${site.origin}/plain`);
  await expect(bar.getByText('The network is switched off')).toBeVisible();
  expect(site.connections()).toBe(before);
});
