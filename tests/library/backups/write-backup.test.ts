// Writing a backup: one whole file under its name or none, files of articles once, and what it says of itself.
import { existsSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findBackups, lookThrough } from '#library/backups/find-backups.ts';
import { keepAssets } from '#library/backups/keep-assets.ts';
import { writeBackup } from '#library/backups/write-backup.ts';
import { insertAsset } from '#library/clip/asset-repo.ts';
import { assetPath } from '#library/storage/asset-store.ts';
import { openReader, statement } from '#library/storage/database.ts';
import { rowState } from '#library/storage/digest.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';
import { smallDisk, whyNoMount } from '../../support/mount.ts';
import { tempDir } from '../../support/temp-dir.ts';

const now = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
const backup = ({ db, dir }: TestContext, at = now) =>
  writeBackup(db, { dir, reason: 'by-hand', now: at });

async function withPicture() {
  const context = await makeContext();
  const bytes = new TextEncoder().encode('a picture');
  const name = await context.assets.put(bytes, 'png');
  insertAsset(context.db, { name, byteSize: 9, width: 1, height: 1, createdAt: 1 });
  return { context, name };
}

it('is a library in one file, with the files of its articles beside it', async () => {
  const { context, name } = await withPicture();
  const { id } = insertWholeArticle(context, { title: 'An owl' });
  const made = backup(context);
  expect(made).toMatchObject({
    name: '2026-01-02T03-04-05-678Z',
    at: now,
    reason: 'by-hand',
    articleCount: 1,
    faults: 0,
    libraryId: expect.stringMatching(/^[0-9a-f]{32}$/),
    // The article's page was never written: only its row.
    facts: { serial: 1, missingAssets: 1 },
  });
  const folder = join(context.dir, 'backups');
  expect(readdirSync(folder).sort()).toEqual(['2026-01-02T03-04-05-678Z.sqlite', 'assets']);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  const copy = openReader(made.path);
  expect(rowState(copy, 'article', id)).toBe('whole');
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
  copy.close();
  // One file with two names: what is deleted in the library takes no room twice, and stays.
  const [own, kept] = [assetPath(context.dir, name), assetPath(folder, name)];
  expect(statSync(kept).ino).toBe(statSync(own).ino);
  await context.assets.remove(name);
  expect(existsSync(kept)).toBe(true);
});

it('is found, the last made first, whatever the clock said', async () => {
  const context = await makeContext();
  const past = Date.UTC(2016, 0, 1);
  const future = Date.UTC(2036, 0, 1);
  const names = [now, future, past, past, Number.NaN].map((at) => backup(context, at).name);
  expect(findBackups(context.dir).map(({ name }) => name)).toEqual(names.reverse());
  expect(new Set(names).size).toBe(5);
});

it('is no backup when it is cut, empty or something else', async () => {
  const context = await makeContext();
  for (let at = 0; at < 20; at++) insertWholeArticle(context, { text: `text ${at} `.repeat(500) });
  const [whole, half, empty, other] = [0, 1, 2, 3].map((ms) => backup(context, now + ms));
  if (!whole || !half || !empty || !other) throw new Error('four were made');
  truncateSync(half.path, Math.floor(half.bytes / 2));
  truncateSync(empty.path, 0);
  writeFileSync(other.path, 'a letter to a friend, of some length '.repeat(100));
  writeFileSync(join(context.dir, 'backups', 'notes.sqlite'), 'mine');
  const found = lookThrough(join(context.dir, 'backups'));
  expect(found.backups).toEqual([whole]);
  expect(found.broken.map(({ name }) => name)).toEqual([half.name, empty.name, other.name]);
  expect(lookThrough(join(context.dir, 'nowhere'))).toEqual({ backups: [], broken: [] });
});

it('says what was damaged already, and is made all the same', async () => {
  const context = await makeContext();
  const { id } = insertWholeArticle(context);
  insertWholeArticle(context);
  expect(backup(context).faults).toBe(0);
  statement(context.db, `UPDATE article SET title = 'decayed' WHERE id = ?`).run(id);
  expect(backup(context).faults).toBe(1);
});

it('removes what a crash left of another, and nothing else', async () => {
  const context = await makeContext();
  const left = join(context.dir, 'backups', '2026-01-01T00-00-00-000Z.sqlite.part');
  backup(context);
  writeFileSync(left, 'half');
  expect(findBackups(context.dir)).toHaveLength(1);
  backup(context);
  expect(existsSync(left)).toBe(false);
  expect(findBackups(context.dir)).toHaveLength(2);
});

it('copies to another folder only what is as its name says', async () => {
  const { context, name } = await withPicture();
  const whole = tempDir();
  const settings = { from: context.dir, otherDisk: true };
  expect(keepAssets(context.db, { ...settings, to: whole })).toBe(0);
  expect(statSync(assetPath(whole, name)).ino).not.toBe(statSync(assetPath(context.dir, name)).ino);
  rmSync(assetPath(context.dir, name));
  writeFileSync(assetPath(context.dir, name), 'a pictune');
  const wary = tempDir();
  expect(keepAssets(context.db, { ...settings, to: wary })).toBe(1);
  expect(existsSync(assetPath(wary, name))).toBe(false);
});

const obstacle = whyNoMount();
if (obstacle) console.log(`skipped: a backup on a full disk (${obstacle})`);

it.skipIf(obstacle)('leaves nothing behind on a full disk', async () => {
  const disk = smallDisk(6);
  const context = await makeContext({ dir: join(disk, 'library') });
  backup(context);
  const before = readdirSync(join(context.dir, 'backups')).sort();
  writeFileSync(join(disk, 'ballast'), Buffer.alloc(1024 * 1024));
  let size = 0;
  try {
    for (; size < 6; size++) writeFileSync(join(disk, `more-${size}`), Buffer.alloc(1024 * 1024));
  } catch {
    // Full.
  }
  expect(() => backup(context)).toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }));
  expect(readdirSync(join(context.dir, 'backups')).sort()).toEqual(before);
});
