// An import that is stopped, killed, or meets a changed source goes on where it stopped, or says why not.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { makeLibrary } from '../../../../support/make-library.ts';
import { tempDir } from '../../../../support/temp-dir.ts';
import { csv } from '../../../../support/transfer/csv.ts';
import { writeFile } from '../../../../support/transfer/files.ts';
import { ended, importWhole, rowsOf } from '../../../../support/transfer/import-whole.ts';

const table = (rows: number) =>
  csv([
    ['title', 'url', 'time_added', 'tags', 'status'],
    ...Array.from({ length: rows }, (_, at) => [
      `Title ${at}`,
      `https://tides.example/${at}`,
      '1588334400',
      'sea',
      'unread',
    ]),
  ]);

const texts = (count: number) =>
  JSON.stringify(
    Array.from({ length: count }, (_, at) => ({
      is_archived: 0,
      is_starred: 0,
      tags: ['sea'],
      id: at,
      title: `Title ${at}`,
      url: `https://tides.example/${at}`,
      content: `<p>The moon pulls the sea ${at} times, and the sea gives way.</p>`,
      created_at: '2016-09-08T11:55:58+0200',
      annotations: [],
      mimetype: 'text/html',
      domain_name: 'tides.example',
    })),
  );

it.each([
  ['rows', writeFile.bind(null, 'part_000000.csv', table(1200)), 1200],
  ['texts', writeFile.bind(null, 'wallabag.json', texts(15)), 15],
])('goes on where it was when its process was killed: %s', async (_, write, total) => {
  const path = write();
  const dir = join(tempDir(), 'library');
  const child = fork(new URL('../../../../support/importing-process.ts', import.meta.url), [
    dir,
    path,
  ]);
  await once(child, 'message');
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;

  const { client } = await makeLibrary({ dir });
  const [run] = await client['imports.list']({});
  if (!run) throw new Error('the import is not there');
  expect(run).toMatchObject({ state: 'stopped', canResume: true });
  expect(run.done).toBeGreaterThan(0);
  expect(run.done).toBeLessThan(total);
  expect((await client['articles.counts']({})).all).toBe(run.done);

  expect(await client['imports.resume'](run)).toMatchObject({ state: 'running' });
  expect(await ended(client, run.uid)).toMatchObject({
    state: 'done',
    done: total,
    counts: { imported: total, merged: 0, skipped: 0, failed: 0 },
  });
  expect((await client['articles.counts']({})).all).toBe(total);
  const rows = (await rowsOf(client, run)).map(({ url }) => url);
  expect(rows).toEqual(rows.map((_url, at) => `https://tides.example/${at}`));
  expect((await client['library.check']({})).problems).toEqual([]);
  // All of it is one step.
  await client['journal.undo']({});
  expect((await client['articles.counts']({})).all).toBe(0);
});

it('stops when it is told to, keeps what is done, and cannot be taken back while it goes on', async () => {
  const { client, library } = await makeLibrary();
  const path = writeFile('part_000000.csv', table(2000));
  const source = { path };
  const begun = new Promise<void>((first) =>
    library.onEvent(({ kind }) => kind === 'importing' && first()),
  );
  const { uid } = await client['imports.start']({ source, format: 'pocket-csv', fetch: false });
  await begun;
  const other = client['imports.start']({ source, format: 'pocket-csv', fetch: false });
  await expect(other).rejects.toMatchObject({ code: 'conflict' });
  await expect(client['imports.undo']({ uid })).rejects.toMatchObject({ code: 'conflict' });
  await expect(client['journal.undo']({})).rejects.toMatchObject({ code: 'conflict' });
  const stopped = await client['imports.stop']({ uid });
  expect(stopped).toMatchObject({
    state: 'stopped',
    problem: null,
    canResume: true,
    canUndo: true,
  });
  expect(stopped.done).toBeLessThan(2000);
  expect((await client['articles.counts']({})).all).toBe(stopped.done);

  writeFileSync(path, table(2001));
  await client['imports.resume']({ uid });
  expect(await ended(client, uid)).toMatchObject({
    state: 'failed',
    problem: { code: 'conflict', message: expect.stringContaining('has changed since') },
  });
  // Anew, it doubles nothing.
  const again = await importWhole(client, path);
  expect(again.counts).toEqual({
    imported: 2001 - stopped.done,
    merged: 0,
    skipped: stopped.done,
    failed: 0,
  });
});

it('takes bytes of a window that knows no paths, and keeps them until the end', async () => {
  const { client, dir } = await makeLibrary();
  const bytes = new Uint8Array(Buffer.from(table(2)));
  const source = await client['imports.keep']({ name: '../../etc/part_000000.csv', bytes });
  if (!('kept' in source)) throw new Error('nothing was kept');
  const folder = join(dir, 'imports', source.kept);
  expect(existsSync(join(folder, 'part_000000.csv'))).toBe(true);
  const plan = await client['imports.plan']({ source });
  expect(plan).toMatchObject({ name: 'part_000000.csv', counts: { items: 2, toFetch: 2 } });
  const { uid } = await client['imports.start']({ ...plan, fetch: false });
  expect(await ended(client, uid)).toMatchObject({ state: 'done', done: 2 });
  await vi.waitFor(() => expect(existsSync(folder)).toBe(false));
});

it('makes a backup first, where there is anything to lose', async () => {
  const { client } = await makeLibrary();
  const backups = async () =>
    (await client['backups.list']({})).backups.map(({ reason }) => reason);
  await importWhole(client, writeFile('part_000000.csv', table(1)));
  expect(await backups()).toEqual([]);
  await importWhole(client, writeFile('part_000000.csv', table(2)));
  expect(await backups()).toEqual(['before-import']);
});
