// lectern versions: what was captured of an article, and which of it is shown.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { lectern } from '../../support/lectern.ts';
import { articlePage } from '../../support/sample-pages.ts';
import { tempDir } from '../../support/temp-dir.ts';

// Each of these starts processes.
vi.setConfig({ testTimeout: 60_000 });

test('lists the versions of an article and shows another', async () => {
  const dir = tempDir();
  const run = (...args: string[]) => lectern([...args, '--library', join(dir, 'library')]);
  const clip = (words: string) => {
    writeFileSync(join(dir, 'lamp.html'), articlePage('The lamp', words));
    return run('clip', join(dir, 'lamp.html'), '--url', 'https://example.org/lamp');
  };
  const first = await clip('A quincunx of old moths.');
  const uid = /[0-9A-Z]{26}/.exec(first.stdout)?.[0] ?? '';
  expect((await clip('A quincunx of young moths.')).stdout).toMatch(
    /^exists {2}[0-9A-Z]{26} {2}The lamp {2}version 2\n$/,
  );
  const listed = await run('versions', uid, '--json');
  const versions = JSON.parse(listed.stdout);
  expect(versions).toMatchObject([
    { inUse: true, url: 'https://example.org/lamp', fileName: 'lamp.html' },
    { inUse: false, wordCount: versions[0].wordCount },
  ]);
  const compared = await run('versions', uid, '--compare', versions[1].uid);
  expect(compared.stdout).toMatch(
    /^… \d unchanged\nA quincunx of \[-old-\]\{\+young\+\} moths\.\n… \d unchanged\n1 added, 1 removed\n$/,
  );
  const shown = await run('versions', uid, '--show', versions[1].uid);
  expect(shown).toMatchObject({ code: 0, stderr: '' });
  expect(shown.stdout.split('\n')[1]).toMatch(/ {2}shown {2}\d+ words {2}https:/);
  expect((await run('show', uid)).stdout).toContain('old moths');
  expect(await run('versions', uid, '--show', uid)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^not_found: .*no version/),
  });
});
