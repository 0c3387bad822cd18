// Bringing articles in on the command line.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { lectern } from '../../support/lectern.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { csv } from '../../support/transfer/csv.ts';
import { writeFile, writeZip } from '../../support/transfer/files.ts';

vi.setConfig({ testTimeout: 120_000 });

test('says what would come in, brings it in, and takes it back', async () => {
  const library = join(tempDir(), 'library');
  const run = (...args: string[]) => lectern([...args, '--library', library]);
  const zip = writeZip({
    'part_000000.csv': csv([
      ['title', 'url', 'time_added', 'tags', 'status'],
      ['Tide tables', 'https://tides.example/tables', '1588334400', 'sea', 'archive'],
      ['Script', 'javascript:alert(1)', '1588334400', '', 'unread'],
      ['\u001b[31mRed', 'https://tides.example/red', '1588334400', '', 'unread'],
    ]),
  });

  const dry = await run('import', zip, '--dry-run');
  expect(dry).toMatchObject({ code: 0, stderr: '' });
  expect(dry.stdout).toMatch(
    /^export\.zip {2}pocket-csv, 2 articles\n {2}0 with their text, 2 to be fetched\n {2}0 here already\n {2}1 left out: .+\n {2}· Tide tables {2}https:\/\/tides\.example\/tables\n {2}· .*Red/,
  );
  expect(dry.stdout).not.toContain('\u001b');
  // Not even a library.
  expect(existsSync(library)).toBe(false);

  const imported = await run('import', zip, '--no-fetch', '--tag', 'old', '--json');
  expect(imported).toMatchObject({ code: 0, stderr: '' });
  const { uid, counts } = JSON.parse(imported.stdout);
  expect(counts).toEqual({ imported: 2, merged: 0, skipped: 1, failed: 0 });
  expect((await run('list', '--tag', 'old')).stdout).toContain('Tide tables');
  expect((await run('imports')).stdout).toMatch(
    /^[0-9A-Z]{26} {2}\d{4}-\d\d-\d\d {2}export\.zip {2}2 imported, 1 skipped {2}pocket-csv\n$/,
  );
  const report = await run('imports', '--report', uid);
  expect(report.stdout).toContain('skipped,Script,javascript:alert(1),“javascript:alert(1)”');
  expect((await run('imports', '--undo', uid)).stdout).toMatch(/^Taken back/);
  expect((await run('list')).stdout).toBe('');
  expect((await run('imports')).stdout).toContain('undone');
  expect(await run('imports', '--forget', uid)).toMatchObject({ code: 0 });
  expect((await run('imports')).stdout).toBe('');
});

test('says in one line why nothing comes in', async () => {
  const library = join(tempDir(), 'library');
  const run = (...args: string[]) => lectern([...args, '--library', library]);
  const jpeg = writeFile(
    'pocket.csv',
    new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]),
  );
  expect(await run('import', jpeg)).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(
      /^unsupported_type: “pocket\.csv” is nothing that Lectern knows how to import\.\n$/,
    ),
  });
  const both = writeZip({
    'part_000000.csv': csv([
      ['title', 'url', 'time_added', 'tags', 'status'],
      ['Tide tables', 'https://tides.example/tables', '1588334400', 'sea', 'archive'],
    ]),
    'pinboard.json': JSON.stringify([
      {
        href: 'https://tides.example/',
        description: 'Tides',
        extended: '',
        time: '',
        toread: 'no',
        tags: '',
      },
    ]),
  });
  expect(await run('import', both)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /^conflict: “export\.zip” may be more than one thing\..*--format pocket-csv or --format pinboard-json/,
    ),
  });
  expect((await run('import', both, '--dry-run')).stdout).toContain(
    'could just as well be read as pinboard-json',
  );
  expect(await run('import', both, '--format', 'pocket-csv', '--no-fetch')).toMatchObject({
    code: 0,
  });
  expect(await run('import', join(tempDir(), 'gone.zip'))).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^not_found: /),
  });
  expect(await run('import', jpeg, '--format', 'word')).toMatchObject({ code: 2 });
  expect(await run('imports', '--undo', 'x')).toMatchObject({ code: 1 });
});

test('goes on with an import whose process was killed, and says why one cannot go on', async () => {
  const total = 1200;
  const rows = Array.from({ length: total }, (_, at) => [
    `Tide ${at}`,
    `https://tides.example/${at}`,
    '1588334400',
    '',
    'unread',
  ]);
  const path = writeFile(
    'part_000000.csv',
    csv([['title', 'url', 'time_added', 'tags', 'status'], ...rows]),
  );
  /** An import that was killed, by the command line's list: its uid, and how far it came. */
  async function killed(library: string) {
    const child = fork(new URL('../../support/importing-process.ts', import.meta.url), [
      library,
      path,
    ]);
    await once(child, 'message');
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
    const listed = await lectern(['imports', '--json', '--library', library]);
    const [{ uid, done }] = JSON.parse(listed.stdout);
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(total);
    return uid as string;
  }

  const library = join(tempDir(), 'library');
  const run = (...args: string[]) => lectern([...args, '--library', library]);
  const uid = await killed(library);
  const resumed = await run('imports', '--resume', uid.toLowerCase(), '--json');
  expect(resumed).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(resumed.stdout)).toMatchObject({
    uid,
    state: 'done',
    done: total,
    counts: { imported: total, merged: 0, skipped: 0, failed: 0 },
  });
  const listed = await run('list', '--json', '--limit', '5000');
  expect(JSON.parse(listed.stdout)).toHaveLength(total);
  // What is done is done.
  const again = { code: 1, stdout: '', stderr: 'conflict: This import cannot go on.\n' };
  expect(await run('imports', '--resume', uid)).toEqual(again);
  expect(await run('imports', '--resume', '01JZZZZZZZZZZZZZZZZZZZZZZZ')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^not_found: /),
  });
  expect(await run('imports', '--resume', uid, '--undo', uid)).toMatchObject({ code: 2 });

  // A source that is another by now would give its rows to the wrong places.
  const other = join(tempDir(), 'library');
  const cut = await killed(other);
  appendFileSync(path, csv([['Late', 'https://tides.example/late', '1588334400', '', 'unread']]));
  const changed = await lectern(['imports', '--resume', cut, '--library', other]);
  expect(changed).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^conflict: part_000000\.csv: .*has changed since/),
  });
  expect(changed.stdout).toMatch(/part_000000\.csv {2}\d+ imported/);
});
