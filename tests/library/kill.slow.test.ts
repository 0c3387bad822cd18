// The long form of kill.test.ts: a thousand kills while it clips, tags and imports, half of them with tiny checkpoints, and two
// hundred while it is brought up to date. LECTERN_RUNS asks for fewer of the first, in the same proportion.
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { killRounds } from '../support/kill-rounds.ts';
import { migrationKills } from '../support/migration-kills.ts';
import { tempDir } from '../support/temp-dir.ts';

vi.setConfig({ testTimeout: 7_200_000 });

const KILLS = Number(process.env.LECTERN_RUNS ?? 1000);
/** The check after each kill looks at all that there is: a fresh library now and then keeps that short. */
const PER_LIBRARY = 25;

it.each([
  ['checkpoints as ever', []],
  ['tiny checkpoints', ['tiny']],
] as const)('loses nothing when it is killed, %s', async (name, words) => {
  const total = { told: 0, lost: [] as string[], problems: [] as object[] };
  for (let left = KILLS / 2; left > 0; left -= PER_LIBRARY) {
    const delays = Array.from({ length: Math.min(left, PER_LIBRARY) }, () => Math.random() * 250);
    const report = await killRounds(join(tempDir(), 'library'), delays, words);
    total.told += report.told;
    total.lost.push(...report.lost);
    total.problems.push(...report.problems);
  }
  console.log(
    `${KILLS / 2} kills, ${name}: ${total.told} changes told of, ${total.lost.length} lost, ${total.problems.length} problems`,
  );
  expect(total.told).toBeGreaterThan(KILLS);
  expect(total).toEqual({ told: total.told, lost: [], problems: [] });
});

it('is never left between two versions; without transactions it is', async () => {
  const moments = Array.from({ length: KILLS / 5 }, () => Math.random());
  const whole = await migrationKills(tempDir(), moments);
  const torn = await migrationKills(tempDir(), moments.slice(0, 60), true);
  console.log('Kills while migrating:', whole, 'without transactions:', torn);
  expect({ half: whole.half, failures: whole.failures }).toEqual({ half: 0, failures: [] });
  expect(torn.half).toBeGreaterThan(0);
});
