// Killed at any moment, the library loses nothing that it said was kept.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { killRounds } from '../support/kill-rounds.ts';
import { tempDir } from '../support/temp-dir.ts';

it('loses nothing when it is killed', { timeout: 60_000 }, async () => {
  const report = await killRounds(join(tempDir(), 'library'), [0, 20, 60, 130, 250]);
  expect(report.told).toBeGreaterThan(5);
  expect(report).toEqual({ told: report.told, lost: [], problems: [] });
});

it('would be seen to lose what it told of too early', { timeout: 60_000 }, async () => {
  const report = await killRounds(join(tempDir(), 'library'), [0, 0, 0], true);
  expect(report.lost).not.toEqual([]);
  expect(report.problems).toEqual([]);
});
