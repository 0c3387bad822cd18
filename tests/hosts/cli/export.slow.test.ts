// Taking articles along on the command line.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { lectern } from '../../support/lectern.ts';
import { tempDir } from '../../support/temp-dir.ts';

vi.setConfig({ testTimeout: 120_000 });

test('articles go to where they are wanted, and nothing else does', async () => {
  const dir = tempDir();
  const library = join(dir, 'library');
  const run = (...args: string[]) => lectern([...args, '--library', library]);
  const clip = (text: string, ...args: string[]) =>
    lectern(['clip', '-', '--library', library, ...args], { stdin: text });
  expect((await clip('The owl\n\nIt sat still in the old tree.', '--tag=night')).code).toBe(0);
  expect((await clip('The hen\n\nIt walked about in the sun.')).code).toBe(0);

  const to = join(dir, 'night.json');
  const ran = await run('export', '--format', 'json', '--to', to, '--tag', 'night');
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).toMatch(/night\.json {2}1 article, 0\.0 MB/);
  const { articles } = JSON.parse(readFileSync(to, 'utf8'));
  expect(articles).toMatchObject([{ title: 'The owl', tags: ['night'] }]);

  expect(await run('export', '--format', 'json', '--to', to)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^conflict: There is a file/),
  });
  expect(await run('export', '--format', 'csv')).toMatchObject({ code: 2 });
  const nowhere = join(dir, 'none.csv');
  expect(
    await run('export', '--format', 'csv', '--to', nowhere, '--collection', 'none'),
  ).toMatchObject({ code: 1, stderr: expect.stringMatching(/^not_found: There is no collection/) });
  expect(existsSync(nowhere)).toBe(false);
});
