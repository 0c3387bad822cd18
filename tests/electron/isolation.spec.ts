// What the window's page has of the system: nothing but two ports.
import { readFileSync } from 'node:fs';
import { expect, test } from '../support/electron-app.ts';

test('the window’s process is in the system’s sandbox', async ({ start }) => {
  test.skip(process.platform !== 'linux', 'only Linux tells of a process what it may do');
  test.skip(process.getuid?.() === 0, 'Chromium has no sandbox for root');
  const { app } = await start();
  const [window, main] = await app.evaluate(({ BrowserWindow }) => [
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
    process.pid,
  ]);
  // A container may filter all of its processes: the window's has a filter more than the one that made it.
  const filters = (pid: number | undefined) =>
    Number(/^Seccomp_filters:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  expect(filters(window)).toBeGreaterThan(filters(main));
});

test('ports go to the window’s own page only', async ({ start }) => {
  const { app } = await start();
  expect(
    await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (!contents) throw new Error('no window');
      let handedOver = 0;
      const before = contents.postMessage;
      contents.postMessage = () => {
        handedOver++;
      };
      const ask = (senderFrame: unknown) => {
        handedOver = 0;
        contents.ipc.emit('open-port', { senderFrame });
        return handedOver;
      };
      const other = new BrowserWindow({ show: false });
      const results = {
        gone: ask(null),
        foreign: ask(other.webContents.mainFrame),
        own: ask(contents.mainFrame),
      };
      other.destroy();
      contents.postMessage = before;
      return results;
    }),
  ).toEqual({ gone: 0, foreign: 0, own: 1 });
});
