// A library's folder is copied to another place and compared; what stands in the way leaves it where it is.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyLibrary, placeIn, sizeOf } from '#hosts/move-library.ts';
import { makeLibrary } from '../support/make-library.ts';
import { textParser } from '../support/make-ports.ts';
import { tempDir } from '../support/temp-dir.ts';

const filesIn = (dir: string) =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(dir.length + 1))
    .sort();

it('opens at its new place with all that it held, and is still whole at the old one', async () => {
  const library = await makeLibrary({ parser: textParser });
  const { uid } = await library.client['clip.fromPasted']({ text: 'An owl\nSaid nothing.' });
  const to = await placeIn(tempDir(), library.dir);
  await copyLibrary(library.dir, to, 'files');
  // What comes while the most of it is copied comes along.
  await library.client['clip.fromPasted']({ text: 'A bat\nSaid even less.' });
  await library.close();
  await copyLibrary(library.dir, to, 'all');
  expect(filesIn(to)).toEqual(
    filesIn(library.dir).filter((file) => !/^(owner|ballast)/.test(file)),
  );
  const moved = await makeLibrary({ dir: to });
  expect((await moved.client['articles.list']({})).articles).toHaveLength(2);
  expect((await moved.client['articles.get']({ uid })).title).toBe('An owl');
  expect(await moved.client['library.check']({})).toMatchObject({ ok: true });
  await moved.close();
  const old = await makeLibrary({ dir: library.dir });
  expect((await old.client['articles.list']({})).articles).toHaveLength(2);
});

it('goes into a folder of its own where there is something, and never into or around itself', async () => {
  const from = tempDir();
  mkdirSync(join(from, 'assets'));
  writeFileSync(join(from, 'library.sqlite'), 'x');
  const full = tempDir();
  writeFileSync(join(full, 'mine.txt'), 'x');
  expect(await placeIn(full, from)).toBe(join(full, 'Lectern library'));
  mkdirSync(join(full, 'Lectern library'));
  await expect(placeIn(full, from)).rejects.toMatchObject({ code: 'conflict' });
  const link = join(tempDir(), 'link');
  symlinkSync(join(from, 'assets'), link);
  for (const inside of [from, join(from, 'assets'), link]) {
    await expect(placeIn(inside, from)).rejects.toMatchObject({ code: 'invalid_input' });
  }
  await expect(placeIn(join(full, 'nowhere'), from)).rejects.toMatchObject({ code: 'not_found' });
});

it('says where a copy is not the same, and touches nothing of the library', async () => {
  const from = tempDir();
  mkdirSync(join(from, 'assets'));
  writeFileSync(join(from, 'library.sqlite'), 'x');
  writeFileSync(join(from, 'assets', 'one'), 'whole');
  const to = join(tempDir(), 'new');
  mkdirSync(join(to, 'assets'), { recursive: true });
  // Of the same size: taken for a file that was copied before.
  writeFileSync(join(to, 'assets', 'one'), 'other');
  await expect(copyLibrary(from, to, 'all')).rejects.toMatchObject({ code: 'library_damaged' });
  expect(readFileSync(join(from, 'assets', 'one'), 'utf8')).toBe('whole');
  // A control: without it the same copy comes about.
  await copyLibrary(from, join(to, 'else'), 'all');
  expect(existsSync(join(to, 'else', 'library.sqlite'))).toBe(true);
});

it('says how far it is, byte by byte, and stops where it is told to', async () => {
  const from = tempDir();
  mkdirSync(join(from, 'assets'));
  writeFileSync(join(from, 'library.sqlite'), 'x'.repeat(1000));
  for (const name of ['one', 'two']) writeFileSync(join(from, 'assets', name), name);
  const told: number[] = [];
  const onBytes = (bytes: number) => void told.push(bytes);
  const to = join(tempDir(), 'new');
  await copyLibrary(from, to, 'files', { onBytes });
  expect(told).toEqual([3, 3]);
  await copyLibrary(from, to, 'all', { onBytes });
  expect(told.reduce((a, b) => a + b)).toBe(2 * (await sizeOf(from)));

  const stopsAt = async (last: number) => {
    const controller = new AbortController();
    const place = join(tempDir(), 'stopped');
    let count = 0;
    const stopping = {
      signal: controller.signal,
      onBytes: () => ++count === last && controller.abort(),
    };
    await copyLibrary(from, place, 'all', stopping);
  };
  for (const last of [1, 3, 4]) {
    await expect(stopsAt(last)).rejects.toMatchObject({ code: 'cancelled' });
  }
  // After the last byte there is nothing left to stop.
  await stopsAt(6);
  expect(filesIn(from)).toHaveLength(3);
});
