// The second folder: every backup comes there too, and what stands in the way is said while the first folder has it.
import { mkdirSync, readdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUpIfDue } from '#library/backups/backup-keeper.ts';
import { backupMaker } from '#library/backups/backup-maker.ts';
import { findBackups, lookThrough } from '#library/backups/find-backups.ts';
import { pruneBackups } from '#library/backups/prune-backups.ts';
import { writeBackup } from '#library/backups/write-backup.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';
import { makeReadOnly, smallDisk, whyNoMount } from '../../support/mount.ts';
import { tempDir } from '../../support/temp-dir.ts';

/** Something to back up, and what is said of the second folder then. */
async function backUp({ client, ...context }: TestContext) {
  // Of another day each, so that all stay.
  context.ports.clock.tick(24 * 60 * 60_000);
  insertWholeArticle(context);
  const { backup, second } = await client['backups.make']({});
  expect(findBackups(context.dir)[0]?.name).toBe(backup.name);
  const list = await client['backups.list']({});
  expect(list.second?.problem ?? null).toEqual(second);
  return { backup, second, list };
}

it('gets every backup, and says so when it is away', async () => {
  const context = await makeContext();
  const folder = join(tempDir(), 'disk');
  await expect(context.client['backups.setFolder']({ dir: context.dir })).rejects.toMatchObject({
    code: 'invalid_input',
  });
  await context.client['backups.setFolder']({ dir: folder });
  const away = await backUp(context);
  expect(away.second).toEqual({
    code: 'not_found',
    message: `“${folder}” is not there at the moment.`,
  });
  expect(away.list.second).toMatchObject({ dir: folder, count: 0, newestAt: null });

  // Back again: the keeper brings it up to date at its next look, without another backup.
  mkdirSync(folder);
  const maker = backupMaker(context);
  await backUpIfDue(context, maker);
  expect(await context.client['backups.list']({})).toMatchObject({
    backups: [away.backup],
    second: { count: 1, newestAt: away.backup.at, problem: null },
  });
  expect(lookThrough(folder).backups[0]).toMatchObject({ name: away.backup.name });
  const { second } = await backUp(context);
  expect(second).toBe(null);
  expect(lookThrough(folder).backups).toHaveLength(2);

  expect(await context.client['backups.setFolder']({ dir: null })).toMatchObject({ second: null });
  await backUp(context);
  expect(lookThrough(folder).backups).toHaveLength(2);
});

it('makes one a day, by whatever the clock says', async () => {
  const context = await makeContext();
  const { clock } = context.ports;
  const maker = backupMaker(context);
  const look = async (ms: number) => {
    clock.tick(ms);
    insertWholeArticle(context);
    await backUpIfDue(context, maker);
    // How many were made until now.
    return findBackups(context.dir)[0]?.facts.serial;
  };
  const HOUR = 60 * 60_000;
  expect(await look(0)).toBe(1);
  expect(await look(19 * HOUR)).toBe(1);
  expect(await look(2 * HOUR)).toBe(2);
  // Ten years ahead, back again, and ten years back.
  expect(await look(87_660 * HOUR)).toBe(3);
  expect(await look(-87_640 * HOUR)).toBe(4);
  expect(await look(-87_660 * HOUR)).toBe(5);
  expect(await look(HOUR)).toBe(5);
});

it('removes files of articles that no backup names any more, and none while one cannot be read', async () => {
  const context = await makeContext();
  const { dir, db } = context;
  const folder = join(dir, 'backups');
  const put = async (text: string) => {
    const bytes = new TextEncoder().encode(text);
    const name = await context.assets.put(bytes, 'png');
    db.prepare('INSERT INTO asset VALUES (?, ?, 1, 1, 1)').run(name, bytes.byteLength);
    return name;
  };
  const old = await put('old');
  const first = writeBackup(db, { dir, reason: 'daily', now: 1000 });
  db.prepare('DELETE FROM asset').run();
  await context.assets.remove(old);
  const kept = await put('kept');
  const broken = writeBackup(db, { dir, reason: 'daily', now: 2000 });
  writeBackup(db, { dir, reason: 'daily', now: 3000 });
  const files = () =>
    readdirSync(join(folder, 'assets'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.png'))
      .map((path) => path.slice(3))
      .sort();
  const all = { libraryId: first.libraryId, budget: Number.POSITIVE_INFINITY };
  truncateSync(broken.path, 5000);
  pruneBackups(folder, all);
  expect(findBackups(dir)).toHaveLength(1);
  expect(files()).toEqual([old, kept].sort());
  await context.client['backups.remove']({ name: broken.name });
  expect(files()).toEqual([kept]);
});

it('keeps within its budget, but always the last', async () => {
  const context = await makeContext();
  const { dir, db } = context;
  const DAY = 24 * 60 * 60_000;
  const backups = [1, 2, 3, 4].map((day) =>
    writeBackup(db, { dir, reason: 'daily', now: day * DAY }),
  );
  const { bytes, libraryId } = backups[0] ?? { bytes: 0, libraryId: null };
  const left = (budget: number) => {
    pruneBackups(join(dir, 'backups'), { libraryId, budget });
    return findBackups(dir).map(({ at }) => at / DAY);
  };
  expect(left(bytes * 4)).toEqual([4, 3, 2, 1]);
  expect(left(bytes * 3 - 1)).toEqual([4, 3]);
  pruneBackups(join(dir, 'backups'), { libraryId: 'another', budget: 0 });
  expect(left(0)).toEqual([4]);
});

const obstacle = whyNoMount();
if (obstacle) console.log(`skipped: a second folder that is full or read-only (${obstacle})`);

describe.skipIf(obstacle)('on a disk of its own', () => {
  it('is full or read-only: said, and tried again', async () => {
    const context = await makeContext();
    const disk = smallDisk(2);
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(1_900_000));
    await context.client['backups.setFolder']({ dir: disk });
    const full = await backUp(context);
    expect(full.second).toMatchObject({ code: 'disk_full' });
    expect(lookThrough(disk)).toEqual({ backups: [], broken: [] });
    expect(readdirSync(disk).filter((file) => file.endsWith('.part'))).toEqual([]);

    rmSync(join(disk, 'ballast'));
    expect((await backUp(context)).second).toBe(null);

    makeReadOnly(disk);
    const readOnly = await backUp(context);
    expect(readOnly.second).toMatchObject({ code: 'read_only' });
    // The other one is there still.
    expect(readOnly.list.second).toMatchObject({ count: 1 });
  });
});

it('is not taken for a folder that was renamed away while a backup is copied', async () => {
  const context = await makeContext();
  const folder = join(tempDir(), 'disk');
  mkdirSync(folder);
  await context.client['backups.setFolder']({ dir: folder });
  renameSync(folder, `${folder}-gone`);
  const { second } = await backUp(context);
  expect(second).toMatchObject({ code: 'not_found' });
  expect(readdirSync(join(folder, '..'))).toEqual(['disk-gone']);
});
