// Libraries that the command line must not write, or cannot: a code and a sentence from every command, and every byte as it was.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { lectern } from '../../support/lectern.ts';
import { makeLibrary } from '../../support/make-library.ts';
import { textParser } from '../../support/make-ports.ts';
import { makeUnwritable } from '../../support/make-unwritable.ts';
import { articlePage } from '../../support/sample-pages.ts';
import { tempDir } from '../../support/temp-dir.ts';

/** With one article in it, and nobody who has it open. */
async function closedLibrary() {
  const owner = await makeLibrary({ parser: textParser });
  const { uid } = await owner.client['clip.fromPasted']({ text: 'The owl\nIt sat still.' });
  await owner.close();
  const page = join(tempDir(), 'lamp.html');
  writeFileSync(page, articlePage('The lamp', 'A quincunx of moths.'));
  const run = (...args: string[]) => lectern([...args, '--library', owner.dir]);
  return { dir: owner.dir, uid, page, run };
}

test('made by a newer version: named as that, and left as it is', async () => {
  const { dir, uid, page, run } = await closedLibrary();
  const file = join(dir, 'library.sqlite');
  const setVersion = (version: number) => {
    const db = new Database(file);
    const before = Number(db.pragma('user_version', { simple: true }));
    db.pragma(`user_version = ${version}`);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    return before;
  };
  const usual = setVersion(999_999);
  const before = readFileSync(file);
  const commands = [['list'], ['search', 'owl'], ['show', uid], ['check'], ['clip', page]];
  for (const args of [...commands, ['tag', uid, 'x'], ['re-extract']]) {
    expect(await run(...args)).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(
        /^library_too_new: The library in “.*” was made by a newer version of Lectern\. .*\n$/,
      ),
    });
  }
  expect(readFileSync(file).equals(before)).toBe(true);

  setVersion(usual);
  expect((await run('list')).stdout).toContain('The owl');
  expect(await run('clip', page)).toMatchObject({ code: 0 });
});

test('in a folder that nobody may write: read all the same, and changed by nothing', async () => {
  const { dir, uid, page, run } = await closedLibrary();
  const makeWritable = makeUnwritable(dir);
  for (const args of [['list'], ['search', 'owl'], ['show', uid]]) {
    const ran = await run(...args);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toContain('The owl');
  }
  for (const args of [
    ['clip', page],
    ['tag', uid, 'x'],
  ]) {
    expect(await run(...args)).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^read_only: [A-Z].*\.\n$/),
    });
  }
  makeWritable();
  expect(await run('clip', page)).toMatchObject({ code: 0 });
  expect((await run('list')).stdout.trim().split('\n')).toHaveLength(2);
});
