// lectern clip while others have the library: writes go to its owner, or wait for it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { listenForCallers, socketAddressFor } from '#hosts/library-socket.ts';
import { lectern } from '../../support/lectern.ts';
import { makeLibrary } from '../../support/make-library.ts';
import { articlePage } from '../../support/sample-pages.ts';
import { tempDir } from '../../support/temp-dir.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

test('while another process has the library, writes go through it and reading goes beside it', async () => {
  const dir = join(tempDir(), 'library');
  const address = await socketAddressFor(dir);
  const { library, client, events } = await makeLibrary({ dir, address });
  const socket = await listenForCallers({
    address,
    dispatch: library.dispatch,
    onBug: (name) => expect.unreachable(name),
  });
  onTestFinished(() => socket.close());
  const page = join(tempDir(), 'lamp.html');
  writeFileSync(page, articlePage('The lamp', 'A quincunx of moths.'));
  const run = async (args: string[], stdin = '') => {
    const ran = await lectern([...args, '--library', dir, '--json'], { stdin });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    return JSON.parse(ran.stdout);
  };

  const [lamp] = await run(['clip', page, '--tag', 'night']);
  const [piped] = await run(['clip', '-'], articlePage('From a pipe', 'Éclair, 日本語.'));
  expect(await run(['tag', lamp.uid, 'b', 'A'])).toEqual(['A', 'b', 'night']);

  // The owner has it: it was told, and it can be read there.
  expect(events.filter(({ kind }) => kind === 'clip-done')).toHaveLength(2);
  const owned = await client['articles.get']({ uid: lamp.uid });
  expect(owned).toMatchObject({ title: 'The lamp', tags: ['A', 'b', 'night'] });
  expect((await run(['search', 'quincunx'])).hits[0].uid).toBe(lamp.uid);
  expect((await run(['list'])).map((article: { uid: string }) => article.uid)).toEqual([
    piped.uid,
    lamp.uid,
  ]);
});

test('an owner that answers no one: library_busy, after a while, and nothing is lost', async () => {
  const { dir } = await makeLibrary();
  const page = join(tempDir(), 'lamp.html');
  writeFileSync(page, articlePage('The lamp', 'A quincunx of moths.'));
  const ran = await lectern(['clip', page, '--library', dir]);
  expect(ran).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(
      new RegExp(`^library_busy: .*process ${process.pid}.*\n$`),
    ) as string,
  });
});

test('two at once: both are saved', async () => {
  const dir = tempDir();
  const library = join(dir, 'library');
  const pages = [1, 2].map((n) => {
    const path = join(dir, `${n}.html`);
    writeFileSync(path, articlePage(`Page ${n}`, `Only on page ${n}.`));
    return path;
  });
  const ran = await Promise.all(pages.map((one) => lectern(['clip', one, '--library', library])));
  expect(ran.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
    { code: 0, stderr: '' },
    { code: 0, stderr: '' },
  ]);
  const listed = await lectern(['list', '--json', '--library', library]);
  expect(JSON.parse(listed.stdout)).toHaveLength(2);
});
