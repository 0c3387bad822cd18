// Killed at any moment, the library loses nothing that it said was kept, and is never left between two versions.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { killRounds } from '../support/kill-rounds.ts';
import { migrationKills } from '../support/migration-kills.ts';
import { tempDir } from '../support/temp-dir.ts';

it('loses nothing when it is killed', async () => {
  const report = await killRounds(join(tempDir(), 'library'), [0, 200]);
  expect(report.told).toBeGreaterThan(5);
  expect(report).toEqual({ told: report.told, lost: [], problems: [] });
});

it('loses nothing when it is killed in the middle of checkpoints', async () => {
  const report = await killRounds(join(tempDir(), 'library'), [60, 300], ['tiny']);
  expect(report).toEqual({ told: report.told, lost: [], problems: [] });
});

it('would be seen to lose what it told of too early', async () => {
  const report = await killRounds(join(tempDir(), 'library'), [0, 0], ['early']);
  expect(report.lost).not.toEqual([]);
  expect(report.problems).toEqual([]);
});

it('is never left between two versions', async () => {
  const { half, failures } = await migrationKills(tempDir(), [0.4, 0.9]);
  expect({ half, failures }).toEqual({ half: 0, failures: [] });
});
