// The long form of power-cut.test.ts: five hundred moments, over five runs. LECTERN_RUNS asks for fewer.
import { describe, expect, it, vi } from 'vitest';
import { type PowerCutReport, powerCuts, whyNoPowerCut } from '../support/power-cut/power-cuts.ts';
import { tempDir } from '../support/temp-dir.ts';

vi.setConfig({ testTimeout: 7_200_000 });

const MOMENTS = Number(process.env.LECTERN_RUNS ?? 500);
const RECORDINGS = 5;

const obstacle = whyNoPowerCut();
if (obstacle) console.log(`skipped: power cuts (${obstacle})`);

describe.skipIf(obstacle)('after a power cut', () => {
  async function cutMany(synchronous: 'FULL' | 'NORMAL'): Promise<PowerCutReport> {
    const sum = { told: 0, lost: 0, losing: 0, problems: [] as string[] };
    for (let seed = 1; seed <= RECORDINGS; seed++) {
      const moments = MOMENTS / RECORDINGS;
      const report: PowerCutReport = await powerCuts(tempDir(), {
        moments,
        times: 20,
        synchronous,
        seed,
      });
      sum.told += report.told;
      sum.lost += report.lost;
      sum.losing += report.losing;
      sum.problems.push(...report.problems);
    }
    console.log(
      `${MOMENTS} moments, ${synchronous}: ${sum.told} kept changes looked for, ${sum.lost} lost at ${sum.losing} moments, ${sum.problems.length} problems`,
    );
    return sum;
  }

  it('nothing is lost, and nothing is half written; with synchronous=NORMAL something is', async () => {
    const report = await cutMany('FULL');
    const control = await cutMany('NORMAL');
    expect(report).toEqual({ told: report.told, lost: 0, losing: 0, problems: [] });
    expect(control.losing).toBeGreaterThan(0);
  });
});
