// The front door: what opening makes, what closing leaves, who is refused, how calls are answered.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '#library/open-library.ts';
import { newestVersion } from '#library/storage/migrate.ts';
import { migrations } from '#library/storage/migrations/list.ts';
import { readOwner } from '#library/storage/owner-lock.ts';
import { makeLibrary } from '../support/make-library.ts';
import { makePorts, textParser } from '../support/make-ports.ts';
import { tempDir } from '../support/temp-dir.ts';

const signal = () => new AbortController().signal;
const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('opening a library', () => {
  it('makes none where one has to be, as on a disk that is not connected', async () => {
    const dir = join(tempDir(), 'disk', 'library');
    await expect(openLibrary({ dir, ports: makePorts(), mustExist: true })).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('is not there'),
    });
    expect(existsSync(dir)).toBe(false);
  });

  it('makes a folder that only its owner can look into', async () => {
    const { dir, library, close } = await makeLibrary();
    expect(library.isNew).toBe(true);
    expect(readdirSync(dir).sort()).toEqual([
      'assets',
      'library.sqlite',
      'library.sqlite-shm',
      'library.sqlite-wal',
      'owner.json',
      'owner.lock',
    ]);
    expect([
      mode(dir),
      ...readdirSync(dir)
        .sort()
        .map((name) => mode(join(dir, name))),
    ]).toEqual(['700', '700', '600', '600', '600', '600', '600']);
    await close();
    // One whole file: nothing waits in a log.
    expect(readdirSync(dir).sort()).toEqual(['assets', 'library.sqlite', 'owner.lock']);
  });

  it('keeps what was clipped when it is opened again', async () => {
    const first = await makeLibrary({ parser: textParser });
    const clipped = await first.client['clip.fromPasted']({ text: 'A title\nand words' });
    await first.close();

    const second = await makeLibrary({ dir: first.dir });
    expect(second.library.isNew).toBe(false);
    const { articles } = await second.client['articles.list']({});
    expect(articles.map(({ uid, title }) => ({ uid, title }))).toEqual([
      { uid: clipped.uid, title: 'A title' },
    ]);
    expect(await second.client['library.info']({})).toEqual({
      dir: first.dir,
      schemaVersion: newestVersion(migrations),
      articleCount: 1,
      readOnly: false,
      risk: null,
    });
  });

  it('refuses a second owner and names the first', async () => {
    const { dir, close } = await makeLibrary({ address: '/run/lectern.sock' });
    expect(readOwner(dir)).toEqual({ pid: process.pid, address: '/run/lectern.sock' });
    await expect(openLibrary({ dir, ports: makePorts() })).rejects.toMatchObject({
      code: 'library_busy',
      message: `The library in “${dir}” is open in another program (process ${process.pid}).`,
      details: { pid: process.pid, address: '/run/lectern.sock' },
    });
    await close();
    expect(readOwner(dir)).toBe(null);
    await (await makeLibrary({ dir })).close();
  });

  it('lets one of two make a folder that both need, and tells the other who was first', async () => {
    const dir = join(tempDir(), 'not', 'made', 'yet');
    const both = await Promise.allSettled(
      [0, 1].map(() => openLibrary({ dir, ports: makePorts() })),
    );
    const [opened] = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const refusals = both.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(refusals).toEqual(['library_busy']);
    await opened?.close();
    expect(readdirSync(dir).sort()).toEqual(['assets', 'library.sqlite', 'owner.lock']);
  });

  it('takes no word of an owner that crashed', async () => {
    const { dir, close } = await makeLibrary();
    await close();
    writeFileSync(join(dir, 'owner.json'), JSON.stringify({ pid: 1, address: '/gone' }));
    expect(readOwner(dir)).toBe(null);
    await (await makeLibrary({ dir })).close();
  });

  it('removes what a crash left half written', async () => {
    const { dir, close } = await makeLibrary();
    await close();
    const left = join(dir, 'assets', '.incoming', 'half');
    writeFileSync(left, 'half a picture');
    await makeLibrary({ dir });
    expect(existsSync(left)).toBe(false);
  });

  it('refuses a library of a newer version and leaves every byte of it', async () => {
    const { dir, close } = await makeLibrary();
    await close();
    const file = join(dir, 'library.sqlite');
    const db = new Database(file);
    db.pragma('user_version = 999999');
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    const before = readFileSync(file);
    await expect(openLibrary({ dir, ports: makePorts() })).rejects.toMatchObject({
      code: 'library_too_new',
      message: `The library in “${dir}” was made by a newer version of Lectern. It was left as it is; update Lectern to open it.`,
      details: { libraryVersion: 999_999, programVersion: newestVersion(migrations) },
    });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readOwner(dir)).toBe(null);
  });

  it('refuses a newer version that only the write-ahead log tells of', async () => {
    const { dir, close } = await makeLibrary();
    await close();
    const file = join(dir, 'library.sqlite');
    const newer = new Database(file);
    newer.pragma('user_version = 999999');
    const before = readFileSync(file);
    await expect(openLibrary({ dir, ports: makePorts() })).rejects.toMatchObject({
      code: 'library_too_new',
    });
    expect(readFileSync(file).equals(before)).toBe(true);
    newer.close();
  });

  it('refuses the database of another program', async () => {
    const dir = tempDir();
    const file = join(dir, 'library.sqlite');
    const db = new Database(file);
    db.exec('CREATE TABLE bookmark (url TEXT)');
    db.close();
    const before = readFileSync(file);
    await expect(openLibrary({ dir, ports: makePorts() })).rejects.toMatchObject({
      code: 'unsupported_type',
      message: `“${file}” is a database of another program, not a library of Lectern. It was left as it is.`,
    });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(dir)).not.toContain('library.sqlite-wal');
  });

  it.each([
    ['text', 'Dear diary, this is no database at all.'.repeat(10)],
    ['a few bytes', 'SQLite'],
  ])('refuses a file of %s', async (_, content) => {
    const dir = tempDir();
    const file = join(dir, 'library.sqlite');
    writeFileSync(file, content);
    await expect(openLibrary({ dir, ports: makePorts() })).rejects.toMatchObject({
      code: 'library_damaged',
      message: `“${file}” is not a library of Lectern, or is damaged from its first byte on. It was left as it is.`,
    });
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  it('refuses a file where the folder should be, and a folder where the file should be', async () => {
    const file = join(tempDir(), 'a-file');
    writeFileSync(file, '');
    await expect(openLibrary({ dir: file, ports: makePorts() })).rejects.toMatchObject({
      code: 'unsupported_type',
      message: `“${file}” is a file. A library is a folder.`,
    });
    const dir = tempDir();
    mkdirSync(join(dir, 'library.sqlite'));
    await expect(openLibrary({ dir, ports: makePorts() })).rejects.toMatchObject({
      code: 'unsupported_type',
    });
  });

  it('goes on where a first start was cut short', async () => {
    const dir = tempDir();
    writeFileSync(join(dir, 'library.sqlite'), '');
    const { library } = await makeLibrary({ dir });
    expect(library.isNew).toBe(true);

    const other = tempDir();
    const db = new Database(join(other, 'library.sqlite'));
    db.pragma('journal_mode = WAL');
    db.close();
    expect((await makeLibrary({ dir: other })).library.isNew).toBe(true);
  });

  it('takes back what a power cut left of the very first write', async () => {
    const dir = tempDir();
    const file = join(dir, 'library.sqlite');
    const db = new Database(file);
    db.exec('CREATE TABLE t (x); DROP TABLE t; VACUUM');
    db.close();
    // Hot: the file had no page when the write began.
    const journal = Buffer.alloc(512);
    Buffer.from('d9d505f920a163d7', 'hex').copy(journal);
    journal.writeUInt32BE(512, 20);
    journal.writeUInt32BE(4096, 24);
    writeFileSync(`${file}-journal`, journal);
    const reader = new Database(file, { readonly: true });
    expect(() => reader.pragma('application_id')).toThrow(/readonly|not permitted/);
    reader.close();
    expect((await makeLibrary({ dir })).library.isNew).toBe(true);
    expect(existsSync(`${file}-journal`)).toBe(false);
  });
});

describe('answering calls', () => {
  it('refuses unknown calls and input that does not fit, by code', async () => {
    const { library } = await makeLibrary();
    await expect(library.dispatch('constructor', {}, signal())).rejects.toMatchObject({
      code: 'invalid_input',
      message: 'There is no call named “constructor”.',
    });
    for (const name of ['articles.get', 'articles.star']) {
      await expect(library.dispatch(name, { uid: 5 }, signal())).rejects.toMatchObject({
        code: 'invalid_input',
      });
    }
    await expect(
      library.dispatch('articles.list', { list: () => 0 }, signal()),
    ).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('writes one line per call, without a word of what it was about', async () => {
    const { client, library, ports } = await makeLibrary({ parser: textParser });
    await client['clip.fromPasted']({ text: 'secret title\nsecret words' });
    await client['search.run']({ text: 'secret' });
    await library.dispatch('secret call', {}, signal()).catch(() => null);
    const lines = ports.log.lines.map(({ line }) => line.replace(/\d+ms/, 'Nms'));
    expect(lines.filter((line) => !line.startsWith('migration'))).toEqual([
      'clip.fromPasted ok Nms',
      'search.run ok Nms',
      'unknown call invalid_input Nms',
    ]);
  });

  it('tells listeners until they stop listening, and outlives one that fails', async () => {
    const { client, library, events } = await makeLibrary();
    const heard: unknown[] = [];
    const stop = library.onEvent((event) => heard.push(event));
    library.onEvent(() => {
      throw new Error('a broken window');
    });
    await client['settings.change']({ theme: 'dark' });
    stop();
    await client['settings.change']({ theme: 'light' });
    const changed = { kind: 'changed', topics: ['settings'] };
    expect({ heard, events }).toEqual({ heard: [changed], events: [changed, changed] });
  });
});

describe('closing', () => {
  it('waits for commands, answers no more, and can be asked twice', async () => {
    let finish = () => {};
    const { client, library, dir } = await makeLibrary({
      parser: {
        read: (input, itsSignal) =>
          new Promise((resolve) => {
            finish = () => resolve(textParser.read(input, itsSignal));
          }),
      },
    });
    const clip = client['clip.fromPasted']({ text: 'late\nbut not lost' });
    await expect.poll(() => finish.toString()).not.toBe('() => {}');
    const closed = library.close();
    await expect(client['articles.counts']({})).rejects.toMatchObject({ code: 'host_gone' });
    finish();
    const { uid } = await clip;
    await Promise.all([closed, library.close()]);

    const again = await makeLibrary({ dir });
    expect((await again.client['articles.get']({ uid })).title).toBe('late');
  });
});
