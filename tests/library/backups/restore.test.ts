// Bringing a backup back in the running library: all of it, with what was there kept, or nothing.
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { topics } from '#contract/topics.ts';
import type { BackupName } from '#contract/types/backup.ts';
import { findBackups } from '#library/backups/find-backups.ts';
import { writeBackup } from '#library/backups/write-backup.ts';
import { assetPath } from '#library/storage/asset-store.ts';
import { openReader, openWriter, statement } from '#library/storage/database.ts';
import { seal } from '#library/storage/digest.ts';
import { migrate } from '#library/storage/migrate.ts';
import { migrations } from '#library/storage/migrations/list.ts';
import { uidMaker } from '#library/storage/uid.ts';
import { makeLibrary, type TestLibrary } from '../../support/make-library.ts';
import { makePorts, testLog, textParser } from '../../support/make-ports.ts';
import { tempDir } from '../../support/temp-dir.ts';

const open = (dir?: string) => makeLibrary({ parser: textParser, ...(dir ? { dir } : {}) });

async function titles({ client }: TestLibrary): Promise<string[]> {
  return (await client['articles.list']({ sort: 'oldest' })).articles.map(({ title }) => title);
}

const clip = async ({ client }: TestLibrary, text: string) =>
  (await client['clip.fromPasted']({ text: `${text}\nand more words` })).uid;

/** Two articles in the backup; then one is gone for good, one is starred, and a third is new. */
async function changedSince() {
  const library = await open();
  const { client, dir } = library;
  const owl = await clip(library, 'An owl');
  const bat = await clip(library, 'A bat');
  await client['notes.save']({ uid: owl, markdown: 'mine' });
  const { backup } = await client['backups.make']({});
  library.ports.clock.tick(60_000);
  const db = new Database(join(dir, 'library.sqlite'));
  db.pragma('foreign_keys = ON');
  const asset = db
    .prepare<[string], string>(
      `SELECT asset_name FROM snapshot JOIN article ON article.id = article_id WHERE article.uid = ?`,
    )
    .pluck()
    .get(owl);
  db.prepare(
    'DELETE FROM reader_content WHERE article_id = (SELECT id FROM article WHERE uid = ?)',
  ).run(owl);
  db.prepare('DELETE FROM article WHERE uid = ?').run(owl);
  db.close();
  const page = assetPath(dir, asset as never);
  rmSync(page);
  await client['articles.star']({ uids: [bat], starred: true });
  await clip(library, 'A cat');
  return { library, backup, owl, bat, page };
}

it('says first what would change', async () => {
  const { library, backup } = await changedSince();
  expect(await library.client['backups.preview']({ name: backup.name })).toEqual({
    backup,
    isOtherLibrary: false,
    returning: 1,
    going: 1,
    changing: 1,
    examples: [
      { title: 'An owl', change: 'returning' },
      { title: 'A cat', change: 'going' },
      { title: 'A bat', change: 'changing' },
    ],
    highlights: { now: 0, inBackup: 0 },
    notes: { now: 0, inBackup: 1 },
    tags: { now: 0, inBackup: 0 },
  });
});

it('brings everything back, files too, and keeps what was there as a backup', async () => {
  const { library, backup, owl, bat, page } = await changedSince();
  const { client, events, dir } = library;
  events.length = 0;
  const restored = await client['backups.restore']({ name: backup.name });
  expect(restored).toMatchObject({
    backup,
    before: { reason: 'before-restore', articleCount: 2 },
    setAside: null,
    missingAssets: 0,
  });
  expect(events.at(-1)).toEqual({ kind: 'changed', topics: [...topics] });
  expect(await titles(library)).toEqual(['An owl', 'A bat']);
  expect(await client['notes.get']({ uid: owl })).toMatchObject({ markdown: 'mine' });
  expect((await client['articles.get']({ uid: bat })).starred).toBe(false);
  expect(existsSync(page)).toBe(true);
  expect(await client['library.check']({})).toMatchObject({ ok: true });
  expect(readdirSync(dir).filter((file) => file.startsWith('restoring'))).toEqual([]);

  // It is a library to write in, and what was there before can be had again.
  await clip(library, 'A dog');
  await client['backups.restore']({ name: restored.before?.name as BackupName });
  expect(await titles(library)).toEqual(['A bat', 'A cat']);
  await library.close();
  expect(await titles(await open(dir))).toEqual(['A bat', 'A cat']);
});

it('loses nothing that was kept while it was being prepared', async () => {
  const { library, backup } = await changedSince();
  const restoring = library.client['backups.restore']({ name: backup.name });
  const kept: string[] = [];
  let done = false;
  const writing = (async () => {
    for (let at = 0; !done; at++) {
      const { title } = await library.client['clip.fromPasted']({ text: `Late ${at}\nwords` });
      kept.push(title);
    }
  })();
  const { before } = await restoring;
  done = true;
  await writing;
  const copy = openReader(
    findBackups(library.dir).find(({ name }) => name === before?.name)?.path ?? '',
  );
  const there = statement<string>(copy, 'SELECT title FROM article').pluck().all();
  copy.close();
  const now = await titles(library);
  // Each is in the one or in the other: clipped before the exchange, or after it.
  expect(kept.filter((title) => !there.includes(title) && !now.includes(title))).toEqual([]);
  expect(now).toEqual(expect.arrayContaining(['An owl', 'A bat']));
  expect(now).not.toContain('A cat');
});

it('refuses what is cut in half, changed, of another library or newer, and changes nothing', async () => {
  const { library, backup } = await changedSince();
  const { client, dir } = library;
  const folder = join(dir, 'backups');
  const path = join(folder, `${backup.name}.sqlite`);
  const whole = readFileSync(path);
  const before = await titles(library);
  const refused = async (code: string, message: RegExp) => {
    await expect(client['backups.restore']({ name: backup.name })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
    expect(await titles(library)).toEqual(before);
    expect(readdirSync(dir).filter((file) => file.startsWith('restoring'))).toEqual([]);
  };
  const edit = (sql: string) => {
    const db = new Database(path);
    db.exec(sql);
    db.close();
  };

  truncateSync(path, Math.floor(whole.length / 2));
  await refused('library_damaged', /its end is missing/);
  writeFileSync(path, whole);
  edit(`UPDATE article SET title = 'An ovl' WHERE title = 'An owl'`);
  await refused('library_damaged', /^This backup is damaged/);
  writeFileSync(path, whole);
  edit('PRAGMA user_version = 99990');
  await refused('library_too_new', /newer version of Lectern/);
  writeFileSync(path, whole);
  edit(`UPDATE setting SET value = '"0123"' WHERE key = 'library_id'`);
  await refused('conflict', /another library/);
  expect((await client['backups.preview']({ name: backup.name })).isOtherLibrary).toBe(true);
  expect(await client['backups.restore']({ name: backup.name, anyLibrary: true })).toMatchObject({
    missingAssets: 0,
  });
  expect(await titles(library)).toEqual(['An owl', 'A bat']);

  rmSync(path);
  await expect(client['backups.restore']({ name: backup.name })).rejects.toMatchObject({
    code: 'not_found',
  });
});

it('restores a file from elsewhere, of an older schema as well', async () => {
  const old = tempDir();
  const db = openWriter(join(old, 'library.sqlite'));
  const older = migrations.filter(({ version }) => version < 170);
  migrate(db, older, { dir: old, log: testLog(), copyFirst: () => undefined });
  statement(
    db,
    `INSERT INTO article (uid, title, excerpt, word_count, saved_at, updated_at) VALUES (?, 'An owl', '', 0, 1, 1)`,
  ).run(uidMaker(makePorts().clock)());
  seal(db, 'article', 1);
  const { path } = writeBackup(db, { dir: old, reason: 'by-hand', now: 1 });
  db.close();
  const elsewhere = join(old, 'kept by me.sqlite');
  renameSync(path, elsewhere);

  const mine = await open();
  await clip(mine, 'A fox');
  const { before } = await mine.client['backups.restoreFile']({ path: elsewhere });
  expect(before).toMatchObject({ reason: 'before-restore', articleCount: 1 });
  expect(await titles(mine)).toEqual(['An owl']);
  // The library is who it was.
  await mine.client['backups.make']({});
  const [last, first] = findBackups(mine.dir);
  expect(last?.libraryId).toMatch(/^[0-9a-f]{32}$/);
  expect(last?.libraryId).toBe(first?.libraryId);
  await expect(
    mine.client['backups.restoreFile']({ path: join(old, 'nothing.sqlite') }),
  ).rejects.toMatchObject({ code: 'not_found' });
  await expect(mine.client['backups.previewFile']({ path: old })).rejects.toMatchObject({
    code: 'library_damaged',
  });
});

it('keeps the file of a library that cannot be copied any more', async () => {
  const { library, backup } = await changedSince();
  const { dir, close } = library;
  await close();
  const file = join(dir, 'library.sqlite');
  const bytes = readFileSync(file);
  // A page of the articles' texts, such as a bad sector leaves it.
  const db = new Database(file);
  const page = db
    .prepare<[], number>(`SELECT rootpage FROM sqlite_schema WHERE name = 'note'`)
    .pluck()
    .get();
  db.close();
  bytes.fill(0xa5, ((page ?? 0) - 1) * 4096, (page ?? 0) * 4096);
  writeFileSync(file, bytes);

  const again = await open(dir);
  const restored = await again.client['backups.restore']({ name: backup.name });
  expect(restored).toMatchObject({ before: null, setAside: expect.stringMatching(/^damaged-/) });
  expect(await titles(again)).toEqual(['An owl', 'A bat']);
  expect(statSync(join(dir, restored.setAside ?? '')).size).toBe(bytes.length);
});
