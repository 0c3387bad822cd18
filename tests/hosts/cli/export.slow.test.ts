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

test('articles that are named or found go out under a title, over what was there only when that is said; all of it comes back', async () => {
  const dir = tempDir();
  const library = join(dir, 'library');
  const run = (...args: string[]) => lectern([...args, '--library', library]);
  const clip = async (text: string) => {
    const args = ['clip', '-', '--json', '--library', library];
    return JSON.parse((await lectern(args, { stdin: text })).stdout)[0].uid as string;
  };
  const owl = await clip('The owl\n\nIt sat still in the old tree.');
  await clip('The hen\n\nIt walked about in the sun.');
  const titles = (file: string) =>
    JSON.parse(readFileSync(file, 'utf8')).articles.map(({ title }: { title: string }) => title);

  const to = join(dir, 'some.json');
  expect(await run('export', owl, '--format', 'json', '--to', to)).toMatchObject({ code: 0 });
  expect(titles(to)).toEqual(['The owl']);
  const found = ['export', '--query', 'sun', '--format', 'json', '--to', to];
  expect(await run(...found)).toMatchObject({ code: 1 });
  expect(titles(to)).toEqual(['The owl']);
  const replaced = await run(...found, '--replace', '--json');
  expect(replaced).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(replaced.stdout)).toMatchObject({ articles: 1, problems: [] });
  expect(titles(to)).toEqual(['The hen']);

  const page = join(dir, 'night.html');
  const titled = ['--format', 'html-one', '--to', page, '--title', 'Night & day'];
  expect(await run('export', ...titled)).toMatchObject({ code: 0 });
  expect(readFileSync(page, 'utf8')).toContain('Night &amp; day');

  const whole = join(dir, 'whole.zip');
  expect(await run('export', '--full', whole)).toMatchObject({ code: 0, stderr: '' });
  const anew = join(dir, 'anew');
  expect(await lectern(['import', whole, '--library', anew])).toMatchObject({ code: 0 });
  const listed = await lectern(['list', '--json', '--library', anew]);
  expect(JSON.parse(listed.stdout)).toHaveLength(2);
  for (const wrong of [
    ['--full', whole, '--format', 'csv'],
    ['--full', whole, '--tag', 'x'],
    [owl, '--query', 'x', '--format', 'csv', '--to', to],
  ]) {
    expect(await run('export', ...wrong)).toMatchObject({ code: 2, stdout: '' });
  }
});
