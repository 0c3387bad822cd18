// The long form of kill.test.ts: sixty kills at any moment between the first clip and a quarter of a second later.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { killRounds } from '../support/kill-rounds.ts';
import { tempDir } from '../support/temp-dir.ts';

it('loses nothing when it is killed sixty times', async () => {
  const delays = Array.from({ length: 60 }, () => Math.random() * 250);
  const report = await killRounds(join(tempDir(), 'library'), delays);
  expect(report.told).toBeGreaterThan(100);
  expect(report).toEqual({ told: report.told, lost: [], problems: [] });
});
