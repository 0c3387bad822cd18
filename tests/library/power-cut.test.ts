// When the power is cut, what was said to be kept is kept; a library that syncs less would be seen to lose it.
import { describe, expect, it } from 'vitest';
import { powerCuts, whyNoPowerCut } from '../support/power-cut/power-cuts.ts';
import { tempDir } from '../support/temp-dir.ts';

const obstacle = whyNoPowerCut();
if (obstacle) console.log(`skipped: power cuts (${obstacle})`);

describe.skipIf(obstacle)('after a power cut', () => {
  it('nothing is lost, and nothing is half written', async () => {
    const report = await powerCuts(tempDir(), { moments: 6, times: 4 });
    expect(report.told).toBeGreaterThan(10);
    expect(report).toEqual({ told: report.told, lost: 0, losing: 0, problems: [] });
  });

  it('with synchronous=NORMAL something is', async () => {
    const report = await powerCuts(tempDir(), { moments: 6, times: 4, synchronous: 'NORMAL' });
    expect(report.losing).toBeGreaterThan(0);
  });
});
