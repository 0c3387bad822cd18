// Which backups stay.
import { expect, it } from 'vitest';
import type { BackupName, BackupReason } from '#contract/types/backup.ts';
import { backupName } from '#library/backups/backup-files.ts';
import { chooseKept, indispensable } from '#library/backups/choose-kept.ts';

const DAY = 24 * 60 * 60_000;
const start = Date.UTC(2026, 0, 1, 12);

interface Given {
  name: BackupName;
  at: number;
  reason: BackupReason;
  faults: number;
}
const made = (at: number, given: Partial<Given> = {}): Given => ({
  name: backupName(at),
  at,
  reason: 'daily',
  faults: 0,
  ...given,
});
/** As the folder gives them: the last made first. */
const inOrder = (list: Given[]) => list.toReversed();
const days = (list: readonly Given[]) => list.map(({ at }) => Math.round((at - start) / DAY));

/** One a day for two years, and after each of them what had to go is gone. */
function twoYears(given: (day: number) => Partial<Given> = () => ({})): Given[] {
  let kept: Given[] = [];
  for (let day = 0; day < 730; day++) {
    kept = chooseKept([made(start + day * DAY, given(day)), ...kept]);
  }
  return kept;
}

it('keeps seven days, four weeks and twelve months', () => {
  const kept = twoYears();
  expect(days(kept).slice(0, 7)).toEqual([729, 728, 727, 726, 725, 724, 723]);
  // The last of each of four weeks, Sunday to Monday, and of each of twelve months; two of them are days already.
  expect(
    days(kept)
      .slice(7, 9)
      .every((day) => day < 723 && day > 700),
  ).toBe(true);
  expect(kept.length).toBeGreaterThanOrEqual(18);
  expect(kept.length).toBeLessThanOrEqual(23);
  const months = new Set(kept.map(({ name }) => name.slice(0, 7)));
  expect(months.size).toBe(12);
});

it('keeps of one day the last, the last of every reason, and three that were made by hand', () => {
  const byHand = [1, 2, 3, 4].map((hour) => made(start - hour * 60_000, { reason: 'by-hand' }));
  const list = inOrder([
    ...inOrder(byHand),
    made(start, { reason: 'before-import' }),
    made(start + 1000, { reason: 'before-import' }),
    made(start + 2000, { reason: 'by-hand' }),
    made(start + 3000),
    made(start + 4000),
  ]);
  expect(chooseKept(list).map(({ at }) => at - start)).toEqual([
    4000, 2000, 1000, -60_000, -120_000,
  ]);
});

it('never gives up the last one that is sound for those that are not', () => {
  const kept = twoYears((day) => ({ faults: day > 5 ? 1 : 0 }));
  expect(days(kept)).toContain(5);
  expect(days(indispensable(kept))).toEqual([729, 5]);
});

it('keeps what it has when the clock was ten years ahead for a while, or goes back', () => {
  const before = [0, 1, 2].map((day) => made(start + day * DAY));
  const ahead = [made(start + 3653 * DAY)];
  const after = [3, 4].map((day) => made(start + day * DAY));
  const back = [made(start - 3653 * DAY)];
  const list = inOrder([...before, ...ahead, ...after, ...back]);
  expect(chooseKept(list)).toEqual(list);
});
