// Damage put right: from the newest backup in which it is whole, or from the page; what is whole is left alone.
import { appendFileSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { assetNameOf, assetPath } from '#library/storage/asset-store.ts';
import { makeLibrary, type TestLibrary } from '../../support/make-library.ts';
import { textParser } from '../../support/make-ports.ts';

const text = `Of owls\n${'Owls sit still. '.repeat(60)}`;
const asset = assetNameOf(new TextEncoder().encode(text), 'bin');
const never = new AbortController().signal;

const open = (dir?: string) => makeLibrary({ parser: textParser, ...(dir ? { dir } : {}) });

/** An article with a note, in a backup; and a star that only the library knows of. */
async function backedUp() {
  const library = await open();
  const { client } = library;
  const { uid } = await client['clip.fromPasted']({ text });
  await client['notes.save']({ uid, markdown: 'They look wise.' });
  const { backup } = await client['backups.make']({});
  await client['notes.save']({ uid, markdown: 'They look wise.' });
  return { library, uid, backup };
}

/** Changes the database behind the library's back. */
function alter({ dir }: TestLibrary, sql: string) {
  const db = new Database(join(dir, 'library.sqlite'));
  db.exec(sql);
  db.close();
}

describe('what is damaged', () => {
  it.each([
    ['article', `UPDATE article SET title = 'Of bowls'`],
    ['snapshot', `UPDATE snapshot SET charset = 'x'`],
    ['reader_content', `UPDATE reader_content SET html = x'0300'`],
    ['reader_content', `UPDATE reader_content SET reader_text = x'ffff'`],
    ['note', `UPDATE note SET markdown = 'They book wise.'`],
  ])('of a row of %s comes from the backup', async (table, sql) => {
    const { library, uid, backup } = await backedUp();
    const { client } = library;
    alter(library, sql);
    expect((await client['library.check']({})).problems).toMatchObject([{ table, uid }]);
    expect(await client['library.repair']({ uid })).toEqual({
      repaired: [{ table, from: backup.name }],
      left: [],
    });
    expect(await client['library.check']({})).toMatchObject({ ok: true });
    expect(await client['articles.content']({ uid })).toMatchObject({ title: 'Of owls', text });
    expect(await client['notes.get']({ uid })).toMatchObject({ markdown: 'They look wise.' });
    expect((await client['search.run']({ text: 'owls' })).hits).toHaveLength(1);
  });

  it('is taken from an older backup where the newest has it damaged as well', async () => {
    const { library, uid, backup } = await backedUp();
    alter(library, `UPDATE note SET markdown = 'They book wise.'`);
    library.ports.clock.tick();
    const later = await library.client['backups.make']({});
    expect(later.backup).toMatchObject({ faults: 1 });
    expect((await library.client['library.repair']({ uid })).repaired).toEqual([
      { table: 'note', from: backup.name },
    ]);
  });

  it('of a text is made again from its page where there is no backup', async () => {
    const library = await open();
    const { uid } = await library.client['clip.fromPasted']({ text });
    alter(library, `UPDATE reader_content SET reader_text = x'ffff'`);
    expect(await library.client['library.repair']({ uid })).toEqual({
      repaired: [{ table: 'reader_content', from: null }],
      left: [],
    });
    expect(await library.client['articles.content']({ uid })).toMatchObject({ text });
    expect(await library.client['library.check']({})).toMatchObject({ ok: true });
  });

  it('stays as it is, and is told, where nothing has it whole', async () => {
    const library = await open();
    const { uid } = await library.client['clip.fromPasted']({ text });
    alter(library, `UPDATE article SET title = 'Of bowls'`);
    expect(await library.client['library.repair']({ uid })).toMatchObject({
      repaired: [],
      left: [{ table: 'article', code: 'library_damaged' }],
    });
    expect(await library.client['articles.get']({ uid })).toMatchObject({ title: 'Of bowls' });
  });

  it.each<[string, (path: string) => void]>([
    ['missing', (path) => rmSync(path)],
    ['changed', (path) => appendFileSync(path, '!')],
  ])('of a file that is %s comes from beside the backups', async (_, damage) => {
    const { library, uid, backup } = await backedUp();
    const path = assetPath(library.dir, asset);
    // As on a disk that knows no second names: otherwise both are the same file.
    const copy = assetPath(join(library.dir, 'backups'), asset);
    cpSync(copy, `${copy}.x`);
    rmSync(copy);
    cpSync(`${copy}.x`, copy);
    damage(path);
    expect(await library.client['library.repair']({ uid })).toEqual({
      repaired: [{ table: 'asset', from: backup.name }],
      left: [],
    });
    expect(await library.client['library.check']({})).toMatchObject({ ok: true });
  });
});

it('does nothing to an article that is whole, also where a backup has it otherwise', async () => {
  const { library, uid } = await backedUp();
  await library.client['articles.star']({ uids: [uid], starred: true });
  expect(await library.client['library.repair']({ uid })).toEqual({ repaired: [], left: [] });
  expect(await library.client['articles.get']({ uid })).toMatchObject({ starred: true });
});

it('takes nothing from a backup of another library', async () => {
  const { library, uid } = await backedUp();
  const other = await open();
  await other.client['clip.fromPasted']({ text: 'Of owls\nbut others' });
  await other.client['backups.make']({});
  rmSync(join(library.dir, 'backups'), { recursive: true });
  cpSync(join(other.dir, 'backups'), join(library.dir, 'backups'), { recursive: true });
  alter(library, `UPDATE article SET title = 'Of bowls'`);
  const { repaired } = (await library.library.dispatch('library.repair', { uid }, never)) as {
    repaired: unknown[];
  };
  expect(repaired).toEqual([]);
});
