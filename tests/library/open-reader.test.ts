// Reading without owning: beside an owner, without one, and where nobody can write.
import { copyFileSync, cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { libraryContract } from '#contract/library.ts';
import { openAsPermitted } from '#library/open-as-permitted.ts';
import { openLibrary } from '#library/open-library.ts';
import { openReaderOnly } from '#library/open-reader.ts';
import { clientOf } from '../support/client-of.ts';
import { makeLibrary } from '../support/make-library.ts';
import { makePorts, textParser } from '../support/make-ports.ts';
import { makeReadOnly, smallDisk, whyNoMount } from '../support/mount.ts';
import { tempDir } from '../support/temp-dir.ts';
import { importWhole } from '../support/transfer/import-whole.ts';

async function read(dir: string) {
  const reader = await openReaderOnly({ dir });
  let open = true;
  const close = () => {
    if (open) reader.close();
    open = false;
  };
  onTestFinished(close);
  return { client: clientOf(libraryContract, reader.dispatch), close };
}

const titles = async (client: Awaited<ReturnType<typeof read>>['client']) =>
  (await client['articles.list']({ sort: 'title' })).articles.map(({ title }) => title);

describe('reading a library', () => {
  it('answers queries beside the owner, and sees what the owner commits meanwhile', async () => {
    const owner = await makeLibrary({ parser: textParser });
    await owner.client['clip.fromPasted']({ text: 'One\nwords' });
    const { client } = await read(owner.dir);
    expect(await titles(client)).toEqual(['One']);
    await owner.client['clip.fromPasted']({ text: 'Two\nmore words' });
    expect(await titles(client)).toEqual(['One', 'Two']);
    expect((await client['library.info']({})).readOnly).toBe(true);
  });

  it('refuses every command', async () => {
    const owner = await makeLibrary({ parser: textParser });
    const { uid } = await owner.client['clip.fromPasted']({ text: 'One\nwords' });
    const { client } = await read(owner.dir);
    await expect(client['articles.star']({ uids: [uid], starred: true })).rejects.toMatchObject({
      code: 'read_only',
      message: `The library in “${owner.dir}” is open for reading only. Nothing was changed.`,
    });
    await expect(client['articles.get']({ uid })).resolves.toMatchObject({ starred: false });
  });

  it('says where there is no library, and makes none', async () => {
    const dir = tempDir();
    for (const none of [dir, join(dir, 'nowhere')]) {
      await expect(openReaderOnly({ dir: none })).rejects.toMatchObject({
        code: 'not_found',
        message: `There is no library in “${none}”.`,
      });
    }
    expect(readdirSync(dir)).toEqual([]);
  });

  it('refuses a library that has yet to be brought up to date', async () => {
    const { dir, close } = await makeLibrary();
    await close();
    const db = new Database(join(dir, 'library.sqlite'));
    db.pragma('user_version = 10');
    db.close();
    await expect(openReaderOnly({ dir })).rejects.toMatchObject({
      code: 'conflict',
      details: { libraryVersion: 10 },
    });
  });
});

const obstacle = whyNoMount();
if (obstacle) console.log(`skipped: tests on read-only media (${obstacle})`);

describe.skipIf(obstacle)('on read-only media', () => {
  /** A copy of a library with one article on a file system that then becomes read-only. */
  async function onReadOnlyMedia(withLog: boolean): Promise<string> {
    const owner = await makeLibrary({ parser: textParser });
    await owner.client['clip.fromPasted']({ text: 'One\nwords' });
    if (!withLog) await owner.close();
    const disk = smallDisk(16);
    const dir = join(disk, 'library');
    mkdirSync(dir);
    cpSync(join(owner.dir, 'assets'), join(dir, 'assets'), { recursive: true });
    for (const name of withLog ? ['library.sqlite', 'library.sqlite-wal'] : ['library.sqlite']) {
      copyFileSync(join(owner.dir, name), join(dir, name));
    }
    makeReadOnly(disk);
    return dir;
  }

  it.each([
    ['that was closed well', false],
    ['of which a crash left a part in the write-ahead log', true],
  ])('reads a library %s, from a copy that goes', async (_, withLog) => {
    const dir = await onReadOnlyMedia(withLog);
    const temporary = tempDir();
    vi.stubEnv('TMPDIR', temporary);
    onTestFinished(() => void vi.unstubAllEnvs());
    const { client, close } = await read(dir);
    expect(await titles(client)).toEqual(['One']);
    expect(await client['library.check']({})).toMatchObject({ ok: true });
    expect(readdirSync(temporary).length).toBe(1);
    close();
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('goes out whole, and in every other form, and is told as it goes', async () => {
    const dir = await onReadOnlyMedia(false);
    const opened = await openAsPermitted({ dir, ports: makePorts() });
    onTestFinished(() => opened.close());
    const client = clientOf(libraryContract, opened.dispatch);
    const told: unknown[] = [];
    opened.onEvent((event) => told.push(event));
    const to = join(tempDir(), 'all.zip');
    expect(
      await client['exports.run']({ articles: 'everything', format: 'full', to }),
    ).toMatchObject({ articles: 1, problems: [] });
    expect(told).toContainEqual(expect.objectContaining({ kind: 'exporting', done: 1, total: 1 }));
    const [article] = (await client['articles.list']({})).articles;
    const one = join(tempDir(), 'one.md.zip');
    const given = { articles: { all: { search: 'words' } }, format: 'markdown' } as const;
    expect(await client['exports.run']({ ...given, to: one })).toMatchObject({ articles: 1 });

    const again = await makeLibrary();
    await importWhole(again.client, to);
    expect((await again.client['articles.list']({})).articles).toEqual([article]);
    // There is no room for it in the library itself.
    await expect(client['exports.run']({ ...given, to: null })).rejects.toMatchObject({
      code: 'read_only',
    });
  });

  it('is not opened for writing, and the folder is named', async () => {
    const dir = await onReadOnlyMedia(false);
    await expect(openLibrary({ dir, ports: makePorts() })).rejects.toMatchObject({
      code: 'read_only',
      message: `The folder “${dir}” is read-only, so nothing can be added to the library in it.`,
    });
    const fresh = join(dir, '..', 'fresh');
    await expect(openLibrary({ dir: fresh, ports: makePorts() })).rejects.toMatchObject({
      code: 'read_only',
    });
  });
});
