// Backups on the command line: made, listed, looked at and brought back, also where nothing can be opened any more.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { lectern } from '../../support/lectern.ts';
import { tempDir } from '../../support/temp-dir.ts';

vi.setConfig({ testTimeout: 120_000 });

test('a library comes back from its backup, whatever happened to it', async () => {
  const library = join(tempDir(), 'library');
  const second = tempDir();
  const run = (...args: string[]) => lectern([...args, '--library', library]);
  const clip = (text: string) => lectern(['clip', '-', '--library', library], { stdin: text });

  expect((await clip('The owl\n\nIt sat still in the old tree.')).code).toBe(0);
  const made = await run('backup', '--to', second, '--json');
  expect(made).toMatchObject({ code: 0, stderr: '' });
  const { backup } = JSON.parse(made.stdout);
  expect(existsSync(join(second, `${backup.name}.sqlite`))).toBe(true);
  expect((await clip('The bat\n\nIt flew about in the dark.')).code).toBe(0);

  const dry = await run('restore', backup.name, '--dry-run');
  expect(dry).toMatchObject({ code: 0, stderr: '' });
  expect(dry.stdout).toContain('0 articles would come back (+), 1 would go (-)');
  expect(dry.stdout).toContain('- The bat');

  const restored = await run('restore', backup.name);
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  expect(restored.stdout).toMatch(/^restored .*\nbefore {3}.*before-restore .*2 articles/);
  expect((await run('list')).stdout).not.toContain('The bat');
  const list = await run('backups');
  expect(list.stdout.trim().split('\n')).toEqual([
    expect.stringMatching(/before-restore .*2 articles/),
    expect.stringMatching(/by-hand .*1 article,/),
  ]);

  // Nothing of the library can be opened any more: its file stays, and the copy in the other folder is enough.
  writeFileSync(join(library, 'library.sqlite'), 'a disk that was dying wrote this '.repeat(200));
  expect(await run('list')).toMatchObject({ code: 1 });
  const again = await run('restore', join(second, `${backup.name}.sqlite`));
  expect(again).toMatchObject({ code: 0, stderr: '' });
  expect(again.stdout).toMatch(/What was there before stays in “damaged-/);
  expect(readdirSync(library).some((file) => file.startsWith('damaged-'))).toBe(true);
  expect((await run('list')).stdout).toContain('The owl');
  expect((await run('check')).code).toBe(0);

  // And where there is none at all, on a new computer.
  const elsewhere = join(tempDir(), 'new');
  const moved = await lectern([
    'restore',
    join(second, `${backup.name}.sqlite`),
    '--library',
    elsewhere,
  ]);
  expect(moved).toMatchObject({ code: 0, stderr: '' });
  expect((await lectern(['check', '--library', elsewhere])).code).toBe(0);
});

test('every backup lies in a second folder as well, as long as that is wanted', async () => {
  const library = join(tempDir(), 'library');
  const second = tempDir();
  const run = (...args: string[]) => lectern([...args, '--library', library]);
  const clip = (text: string) => lectern(['clip', '-', '--library', library], { stdin: text });
  await clip('The owl\n\nIt sat still in the old tree.');
  expect(await run('backups', '--second', second)).toMatchObject({ code: 0, stderr: '' });
  const { backup } = JSON.parse((await run('backup', '--json')).stdout);
  expect(existsSync(join(second, `${backup.name}.sqlite`))).toBe(true);
  expect((await run('backups')).stdout).toContain(`Copied to “${second}” as well: 1.`);
  expect(JSON.parse((await run('backups', '--no-second', '--json')).stdout)).toMatchObject({
    backups: [{ name: backup.name }],
    second: null,
  });
  await clip('The bat\n\nIt flew about in the dark.');
  expect((await run('backup')).code).toBe(0);
  expect(readdirSync(second).filter((name) => name.endsWith('.sqlite'))).toHaveLength(1);
  expect(await run('backups', '--second', second, '--no-second')).toMatchObject({ code: 2 });

  const stats = JSON.parse((await run('stats', '--json')).stdout);
  expect(stats).toMatchObject({
    counts: { all: 2, trash: 0 },
    info: { dir: library, articleCount: 2 },
    use: { pages: { count: 2 }, backups: { count: 2 } },
  });
  expect((await run('stats')).stdout).toMatch(/^2 articles, 0 in the trash, in .*\n/);
});

test('what is damaged is put right from a backup; a backup of another library only where that is said', async () => {
  const library = join(tempDir(), 'library');
  const run = (...args: string[]) => lectern([...args, '--library', library]);
  await lectern(['clip', '-', '--library', library], { stdin: 'The owl\n\nIt sat still.' });
  await run('backup');
  const db = new Database(join(library, 'library.sqlite'));
  db.exec("UPDATE article SET title = 'The bowl'");
  db.close();
  expect(await run('check')).toMatchObject({ code: 1 });
  const repaired = await run('check', '--repair');
  expect(repaired).toMatchObject({ code: 0, stderr: '' });
  expect(repaired.stdout).toMatch(
    /^repaired {2}[0-9A-Z]{26} {2}article: taken from the backup .*\nThe library is sound: /,
  );
  expect((await run('list')).stdout).toContain('The owl');

  const other = join(tempDir(), 'other');
  const elsewhere = tempDir();
  await lectern(['clip', '-', '--library', other], { stdin: 'The bat\n\nIt flew.' });
  const made = await lectern(['backup', '--to', elsewhere, '--json', '--library', other]);
  const file = join(elsewhere, `${JSON.parse(made.stdout).backup.name}.sqlite`);
  expect(await run('restore', file)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^conflict: This is a backup of another library\./),
  });
  expect((await run('list')).stdout).toContain('The owl');
  expect(await run('restore', file, '--other-library')).toMatchObject({ code: 0, stderr: '' });
  expect((await run('list')).stdout).toContain('The bat');
});
