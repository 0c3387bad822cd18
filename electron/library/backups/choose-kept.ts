// Which backups stay: of the last days, weeks and months one each, and never none that is sound.
import type { FoundBackup } from './find-backups.ts';

/** How many stay of each span at most. */
const DAYS = 7;
const WEEKS = 4;
const MONTHS = 12;
/** Whoever makes one by hand has something in mind, and may make another on the same day. */
const BY_HAND = 3;

const DAY_MS = 24 * 60 * 60_000;

type Kept = Pick<FoundBackup, 'name' | 'at' | 'reason' | 'faults'>;

const dayOf = ({ at }: Kept) => Math.floor(at / DAY_MS);
/** From Monday on: 1970 began on a Thursday. */
const weekOf = (backup: Kept) => Math.floor((dayOf(backup) + 3) / 7);
const monthOf = ({ at }: Kept) => new Date(at).toISOString().slice(0, -17);

/**
 * Goes by the order in which they were made and by their own days, never by what day it is now: a clock that was years ahead for a
 * while makes one more day of it, and throws nothing out.
 * @param backups the last made first
 */
export function chooseKept<B extends Kept>(backups: readonly B[]): B[] {
  const stay = new Set([
    ...firstOfEach(backups, dayOf, DAYS),
    ...firstOfEach(backups, weekOf, WEEKS),
    ...firstOfEach(backups, monthOf, MONTHS),
    // The last before an import, before a migration: what it was made for may only come to light later.
    ...firstOfEach(backups, ({ reason }) => reason, Number.POSITIVE_INFINITY),
    ...backups.filter(({ reason }) => reason === 'by-hand').slice(0, BY_HAND),
    ...indispensable(backups),
  ]);
  return backups.filter((backup) => stay.has(backup));
}

/** Those that stay whatever room they take: the last one, and the last that had no damage in it. */
export function indispensable<B extends Kept>(backups: readonly B[]): B[] {
  return [backups[0], backups.find(({ faults }) => faults === 0)].filter(
    (backup) => backup !== undefined,
  );
}

function firstOfEach<B extends Kept>(
  backups: readonly B[],
  spanOf: (backup: B) => number | string,
  most: number,
): B[] {
  const bySpan = new Map<number | string, B>();
  for (const backup of backups) {
    const span = spanOf(backup);
    if (!bySpan.has(span) && bySpan.size < most) bySpan.set(span, backup);
  }
  return [...bySpan.values()];
}
