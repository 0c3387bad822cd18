// Killed while it makes a backup, a process leaves nothing that could be taken for one. The long form: proofs.slow.test.ts.
import { expect, it } from 'vitest';
import { filledLibrary } from '../../support/fill-directly.ts';
import { killBackups } from '../../support/kill-backups.ts';

it('leaves no half backup under the name of one', { timeout: 120_000 }, async () => {
  const dir = await filledLibrary(150);
  const { whole, bad } = await killBackups(dir, [5, 60, 150, 400]);
  expect(bad).toEqual([]);
  expect(whole).toBeGreaterThan(0);
  // Written under its name from the start, it would.
  expect((await killBackups(dir, [5, 20, 40], true)).bad).not.toEqual([]);
});
