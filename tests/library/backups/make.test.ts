// Backups through the front door: made beside a writer that goes on, not made where nothing changed, given up at close.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findBackups } from '#library/backups/find-backups.ts';
import { openReader, statement } from '#library/storage/database.ts';
import { makeLibrary } from '../../support/make-library.ts';
import { textParser } from '../../support/make-ports.ts';

it('is made once, until something changes', async () => {
  const { client, dir, events, close } = await makeLibrary({ parser: textParser });
  await client['clip.fromPasted']({ text: 'An owl\nsat still.' });
  const first = await client['backups.make']({});
  expect(first).toMatchObject({ isNew: true, backup: { reason: 'by-hand', articleCount: 1 } });
  expect(events.at(-1)).toEqual({ kind: 'changed', topics: ['backups'] });
  // What is derived from the clip, the vocabulary of search for one, comes a little later.
  await expect.poll(() => client['backups.make']({})).toMatchObject({ isNew: false });
  const second = await client['backups.make']({});
  expect(second.isNew).toBe(false);
  await close();

  // Closing and opening are no changes, a tag is.
  const again = await makeLibrary({ dir, parser: textParser });
  expect(await again.client['backups.make']({})).toEqual(second);
  const [article] = (await again.client['articles.list']({})).articles;
  if (!article) throw new Error('it was clipped');
  await again.client['tags.add']({ uids: [article.uid], name: 'birds' });
  const third = await again.client['backups.make']({});
  expect(third.isNew).toBe(true);
  const { backups } = await again.client['backups.list']({});
  expect(backups.slice(0, 2)).toEqual([third.backup, second.backup]);
  expect(backups.at(-1)).toEqual(first.backup);
});

it('holds every article that was kept before it was begun, while others are clipped', async () => {
  const { client, dir } = await makeLibrary({ parser: textParser });
  const kept: string[] = [];
  let stop = false;
  const writing = (async () => {
    for (let at = 0; !stop; at++) {
      const { title } = await client['clip.fromPasted']({
        text: `Clip ${at}\n${'word '.repeat(50)}`,
      });
      kept.push(title);
    }
  })();
  const promised: { name: string; titles: string[] }[] = [];
  for (let round = 0; round < 3; round++) {
    const titles = [...kept];
    const { backup } = await client['backups.make']({});
    promised.push({ name: backup.name, titles });
  }
  stop = true;
  await writing;
  expect(promised.at(-1)?.titles.length).toBeGreaterThan(0);
  const found = findBackups(dir);
  expect(found).toHaveLength(3);
  for (const { name, titles } of promised) {
    const backup = found.find((each) => each.name === name);
    const copy = openReader(backup?.path ?? '');
    const there = new Set(statement<string>(copy, 'SELECT title FROM article').pluck().all());
    copy.close();
    expect(titles.filter((title) => !there.has(title))).toEqual([]);
    expect(backup).toMatchObject({ faults: 0, facts: { missingAssets: 0 } });
  }
});

it('is given up without a trace when the library closes', async () => {
  const { client, dir, close } = await makeLibrary();
  const made = client['backups.make']({}).catch((error: unknown) => error);
  const closed = close();
  expect(await made).toMatchObject({ code: 'cancelled' });
  await closed;
  expect(findBackups(dir)).toEqual([]);
  const again = await makeLibrary({ dir });
  expect(await again.client['backups.make']({})).toMatchObject({ isNew: true });
  const files = readdirSync(join(dir, 'backups'));
  expect(files.filter((file) => file.endsWith('.part'))).toEqual([]);
});
