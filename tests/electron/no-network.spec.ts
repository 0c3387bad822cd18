// No page of the app reaches a network, whichever way it tries.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../support/electron-app.ts';

test('no request of the session leaves, whoever makes it', async ({ start }) => {
  const asked: string[] = [];
  const canary = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('here');
  });
  await new Promise<void>((done) => canary.listen(0, '127.0.0.1', done));
  const site = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
  try {
    const { app, window } = await start();
    const outcomes = await app.evaluate(async ({ BrowserWindow, net }, address) => {
      const outcome = (work: Promise<unknown>) =>
        work.then(
          () => 'reached',
          (error: unknown) => String(error).match(/ERR_\w+/)?.[0] ?? String(error),
        );
      // No page, so no policy and no navigation event stands in the way: only the session's own guard does.
      const bare = new BrowserWindow({ show: false });
      const results = [
        await outcome(bare.loadURL(`${address}/navigation`)),
        await outcome(net.fetch(`${address}/fetch`)),
      ];
      bare.destroy();
      return results;
    }, site);
    expect(outcomes).toEqual(['ERR_BLOCKED_BY_CLIENT', 'ERR_BLOCKED_BY_CLIENT']);

    await window
      .evaluate(async (address) => {
        await fetch(`${address}/from-page`).catch(() => undefined);
        const link = document.createElement('link');
        link.rel = 'preconnect';
        link.href = address;
        document.head.append(link, Object.assign(new Image(), { src: `${address}/image` }));
        new WebSocket(address.replace('http', 'ws')).close();
      }, site)
      .catch(() => undefined);
    await window.waitForTimeout(300);
    expect(asked).toEqual([]);

    // The control: the canary does answer whoever gets through.
    expect(await (await fetch(`${site}/control`)).text()).toBe('here');
    expect(asked).toEqual(['/control']);
  } finally {
    canary.close();
  }
});

test('Chromium resolves no names', async ({ start }) => {
  const { app } = await start();
  expect(
    await app.evaluate(({ app: shell, session }) =>
      session.defaultSession.resolveHost('127.0.0.1').then(
        () => 'resolved',
        () => shell.commandLine.getSwitchValue('host-resolver-rules'),
      ),
    ),
    // The one exception is the capture window's own proxy, under a name that no page can know.
  ).toMatch(/^MAP [\da-f-]{36}\.invalid 127\.0\.0\.1,MAP \* ~NOTFOUND$/);
});
