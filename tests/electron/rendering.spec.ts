// A page that its scripts make, rendered in a window that nobody sees: what comes of it, and what the page cannot do meanwhile.

import { libraryContract } from '#contract/library.ts';
import { openLibrary } from '#library/open-library.ts';
import { clientOf } from '../support/client-of.ts';
import { expect, test } from '../support/electron-app.ts';
import { type LocalSite, type SiteRoute, startLocalSite } from '../support/local-site.ts';
import { makePorts } from '../support/make-ports.ts';

const sentences = (what: string) =>
  Array.from(
    { length: 6 },
    (_, at) =>
      `In sentence ${at + 1} the ${what} of Dunmore is told of once more, as the keeper wrote it down in his book every evening.`,
  ).join(' ');

const SHELL = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The lamp of Dunmore</title>
<meta name="description" content="The lighthouse of Dunmore, and what its keeper wrote down every evening for forty years, with notes on fog, storms and calms.">
</head><body><div id="root"></div><script src="/bundle.js"></script></body></html>`;

/** Builds the article from data, a part of it only when it comes into sight, and tries what it must not. */
const bundle = (secret: string) => `
const tried = [];
const attempt = (name, work) => Promise.resolve().then(work).then((value) => tried.push(name + ' ' + value), () => tried.push(name + ' refused'));
(async () => {
  const { text } = await (await fetch('/data.json')).json();
  const root = document.getElementById('root');
  root.innerHTML = '<article><h1>The lamp of Dunmore</h1><p></p><lamp-note></lamp-note><div style="height:6000px"></div><section></section></article>';
  root.querySelector('p').textContent = text;
  customElements.define('lamp-note', class extends HTMLElement {
    constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<p>' + ${JSON.stringify(sentences('shadow'))} + '</p>'; }
  });
  new IntersectionObserver((entries, observer) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    fetch('/late.json').then((answer) => answer.json()).then(({ text }) => {
      document.querySelector('section').innerHTML = '<p></p><img data-src="/lamp.png" alt="The lamp">';
      document.querySelector('section p').textContent = text;
    });
  }).observe(document.querySelector('section'));
  await attempt('private', () => fetch('${secret}/fetch', { mode: 'no-cors' }).then((answer) => answer.text()).then((words) => words || 'nothing'));
  await attempt('socket', () => new Promise((yes, no) => { const socket = new WebSocket('${secret.replace('http', 'ws')}/socket'); socket.onopen = yes; socket.onerror = no; }));
  new Image().src = '${secret}/picture';
  await attempt('window', () => window.open('https://example.org/') ? 'opened' : 'none');
  await attempt('dialog', () => { alert('hello'); return confirm('hello') ? 'yes' : 'no'; });
  await attempt('notify', () => Notification.requestPermission());
  await attempt('node', () => typeof require + typeof process);
  await attempt('frame', () => { const frame = document.createElement('iframe'); frame.src = '${secret}/frame'; document.body.append(frame); return 'tried'; });
  await attempt('away', () => { location.href = '${secret}/away'; return 'tried'; });
  const list = document.createElement('p');
  list.textContent = 'It tried these things: ' + tried.join(', ') + ', and each of them was noted here for whoever reads it later on.';
  root.querySelector('article').append(list);
})();`;

test.describe('a page that its scripts make', () => {
  let site: LocalSite;
  let secret: LocalSite;
  test.beforeAll(async () => {
    secret = await startLocalSite();
    const json =
      (text: string): SiteRoute =>
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ text }));
      };
    site = await startLocalSite({
      '/shell': SHELL,
      '/bundle.js': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/javascript' });
        response.end(bundle(secret.origin));
      },
      '/data.json': json(sentences('data')),
      '/late.json': json(sentences('late hour')),
      '/endless': SHELL.replace('/bundle.js', '/endless.js'),
      '/endless.js': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/javascript' });
        response.end('for (;;);');
      },
    });
  });
  test.afterAll(async () => {
    await site.close();
    await secret.close();
  });

  test('is clipped as they make it, and they reach nothing else', async ({ start, folders }) => {
    const before = await openLibrary({ dir: folders.library, ports: makePorts() });
    const client = clientOf(libraryContract, before.dispatch);
    await client['settings.change']({ allowedHosts: [site.host] });
    await before.close();

    const { window, app, quit } = await start(`${site.origin}/shell`);
    const row = window.getByRole('row').filter({ hasText: 'The lamp of Dunmore' });
    await expect(row).toBeVisible({ timeout: 60_000 });
    await expect
      .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
      .toBe(1);
    await row.click();
    const text = window.frameLocator('iframe').locator('body');
    await expect(text).toContainText('the data of Dunmore');
    await expect(text).toContainText('the shadow of Dunmore');
    await expect(text).toContainText('the late hour of Dunmore');
    await expect(text).toContainText(
      'It tried these things: private nothing, socket refused, window none, dialog no, notify denied, node undefinedundefined, frame tried, away tried,',
    );
    await expect(window.getByText(/scripts/)).toHaveCount(0);
    expect(secret.connections()).toBe(0);
    // The control: it does answer whoever gets through.
    expect((await fetch(`${secret.origin}/`)).status).toBe(200);
    expect(secret.connections()).toBe(1);
    // The picture was fetched for the article, not for the window.
    expect(site.requests.map(({ path }) => path)).toContain('/lamp.png');
    await quit();
  });
});
