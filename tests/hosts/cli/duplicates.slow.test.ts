// lectern duplicates and lectern merge: what is there twice, and one article of it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { ownText, withOtherWords } from '../../library/duplicates/near.ts';
import { lectern } from '../../support/lectern.ts';
import { tempDir } from '../../support/temp-dir.ts';

// Each of these starts processes.
vi.setConfig({ testTimeout: 60_000 });

test('lists what is there twice, and merges it', async () => {
  const dir = tempDir();
  const run = (...args: string[]) => lectern([...args, '--library', join(dir, 'library')]);
  const text = ownText('en', 1);
  const files = Object.entries({
    'lamp.txt': `The lamp\n\n${text}`,
    'moth.txt': `The moth\n\n${ownText('en', 2)}`,
    'lamp-again.txt': `The lamp, again\n\n${withOtherWords(text, 0.02, 3)}`,
  }).map(([name, content]) => {
    writeFileSync(join(dir, name), content);
    return join(dir, name);
  });
  for (const file of files) await run('clip', file, '--tag', 'x');
  const found = await run('duplicates');
  expect(found).toMatchObject({ code: 0, stderr: '' });
  expect(found.stdout).toMatch(
    /^\d\d% the same\n {2}[0-9A-Z]{26} {2}\S+ {2}.*\n {2}[0-9A-Z]{26} {2}\S+ {2}.*\n$/,
  );
  const { groups } = JSON.parse((await run('duplicates', '--json')).stdout);
  const [newer, older] = groups[0].articles;
  expect(await run('merge', older.uid, newer.uid)).toMatchObject({
    code: 0,
    stdout: `merged  ${older.uid}  ${older.title}\n`,
  });
  expect((await run('duplicates')).stdout).toBe('No article is there twice.\n');
  expect(await run('merge', older.uid)).toMatchObject({ code: 2 });
  expect(await run('merge', older.uid, older.uid)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^invalid_input: /),
  });
  expect((await run('check')).code).toBe(0);
});
