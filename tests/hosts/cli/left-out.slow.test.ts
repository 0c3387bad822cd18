// lectern left-out: what an article does not hold of its page, put back and taken out by number.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { pageOf } from '../../library/blocks/left-out.ts';
import { lectern } from '../../support/lectern.ts';
import { tempDir } from '../../support/temp-dir.ts';

// Each of these starts processes.
vi.setConfig({ testTimeout: 60_000 });

test('lists what was left out, puts a passage back and takes another out', async () => {
  const dir = tempDir();
  const run = (...args: string[]) => lectern([...args, '--library', join(dir, 'library')]);
  writeFileSync(join(dir, 'river.html'), pageOf());
  writeFileSync(join(dir, 'notes.txt'), 'A quincunx of moths.');
  const clipped = await run('clip', join(dir, 'river.html'), join(dir, 'notes.txt'));
  const [uid = '', text = ''] = clipped.stdout.match(/[0-9A-Z]{26}/g) ?? [];

  const listed = await run('left-out', uid);
  expect(listed).toMatchObject({ code: 0, stderr: '' });
  expect(listed.stdout).toMatch(/^8\d% of the page’s visible text is in the article\.\n/);
  expect(listed.stdout).toMatch(/\n {4}4 {2}- {2}From the harbour office Quicklime is sold/);
  expect(listed.stdout).not.toContain('The eel came');
  expect((await run('left-out', uid, '--all')).stdout).toMatch(/\n {4}6 {5}The eel came/);

  const edited = await run('left-out', uid, '--restore', '4', '--remove', '6', '--json');
  const { blocks, share } = JSON.parse(edited.stdout);
  expect([blocks[4].state, blocks[6].state]).toEqual(['restored', 'removed']);
  expect(share).toBeGreaterThan(0.5);
  expect((await run('search', 'quicklime')).stdout).toContain('Of the river');
  const shown = await run('show', uid);
  expect(shown.stdout).toContain('Quicklime');
  expect(shown.stdout).not.toContain('The eel came');
  const { stdout } = await run('left-out', uid);
  expect(stdout).toMatch(
    /\n {4}4 {2}\+ {2}From the[^\n]*\n {4}5 {2}-[^\n]*\n {4}6 {2}x {2}The eel/,
  );
  expect((await run('left-out', uid, '--forget')).stdout).toBe(listed.stdout);

  expect(await run('left-out', uid, '--restore', '99')).toMatchObject({
    code: 1,
    stderr: 'not_found: This page has no passage 99. Nothing was changed.\n',
  });
  expect(await run('left-out', uid, '--restore', '4', '--remove', '4')).toMatchObject({ code: 2 });
  expect(await run('left-out', text)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^unsupported_type: .*nothing was left out/),
  });
});
