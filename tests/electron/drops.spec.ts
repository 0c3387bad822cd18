// What the system drops on the window: a thousand files at once, a folder that holds itself, and the library’s own folder.
import { cpSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { inLibrary } from '../support/capture-window.ts';
import { expect, type Lectern, test } from '../support/electron-app.ts';

/** By the debugger, which hands files over as the system does, with their paths. */
async function drop({ app, window }: Lectern, ...files: string[]): Promise<void> {
  const session = await app.context().newCDPSession(window);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  await session.detach();
}

async function atEverything(start: () => Promise<Lectern>): Promise<Lectern> {
  const lectern = await start();
  await expect(lectern.window.getByRole('row').first()).toBeVisible();
  await lectern.window.getByRole('link', { name: /^Everything/ }).click();
  return lectern;
}

test('a thousand files that are dropped at once are all there, each once', async ({
  start,
  folders,
}) => {
  test.slow();
  const lectern = await atEverything(start);
  const files = Array.from({ length: 1000 }, (_, at) =>
    folders.write(`many/${at}.txt`, `Note ${at}. Words of it, which nobody else has: note${at}.`),
  );
  await drop(lectern, ...files);
  // The window answers while they come.
  await lectern.window.keyboard.press('?');
  await expect(lectern.window.getByRole('dialog')).toBeVisible();
  await lectern.window.keyboard.press('Escape');
  await expect(lectern.window.getByText('1,001 articles').first()).toBeVisible({
    timeout: 300_000,
  });
  await lectern.quit();
  await inLibrary(folders, async (client) => {
    expect((await client['search.run']({ text: 'note999' })).hits).toHaveLength(1);
    expect(await client['library.check']({})).toMatchObject({ ok: true });
  });
});

test('a folder that leads into itself is gone through once', async ({ start, folders }) => {
  const lectern = await atEverything(start);
  const folder = dirname(folders.write('loop/page.txt', 'A page in a loop. Its words are here.'));
  symlinkSync(folder, `${folder}/again`, 'dir');
  await drop(lectern, folder);
  await expect(lectern.window.getByText('2 articles').first()).toBeVisible();
  await expect(lectern.window.getByRole('region', { name: 'Clips' })).toHaveCount(0);
});

test('of a folder that holds the library, the library’s own files are not clipped', async ({
  start,
  folders,
}) => {
  const lectern = await atEverything(start);
  await drop(lectern, folders.library);
  await expect(
    lectern.window.getByText('There was nothing to clip in what you dropped').first(),
  ).toBeVisible();
  await expect(lectern.window.getByText('1 article', { exact: true }).first()).toBeVisible();

  const outer = dirname(folders.write('outer/note.txt', 'A note beside it. Its words are here.'));
  cpSync(folders.library, `${outer}/library`, { recursive: true });
  await drop(lectern, outer);
  await expect(lectern.window.getByText('2 articles').first()).toBeVisible();
  await expect(lectern.window.getByRole('region', { name: 'Clips' })).toHaveCount(0);
});
