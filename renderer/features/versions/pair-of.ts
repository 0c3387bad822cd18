// Which two versions are compared when nobody has chosen both.
import type { Snapshot, SnapshotUid } from '#contract/types/snapshot.ts';

export interface Pair {
  readonly from: SnapshotUid;
  readonly to: SnapshotUid;
}

/**
 * The older first.
 * @param versions newest first
 * @param version to be compared with the one shown; null for the one before that, or where there is none, the one after
 * @returns null where there are not two
 */
export function pairOf(versions: readonly Snapshot[], version: SnapshotUid | null): Pair | null {
  const shown = Math.max(
    0,
    versions.findIndex(({ inUse }) => inUse),
  );
  const wanted = versions.findIndex(({ uid }) => uid === version);
  const before = shown + 1 < versions.length ? shown + 1 : shown - 1;
  const other = wanted >= 0 && wanted !== shown ? wanted : before;
  const [from, to] = [versions[Math.max(shown, other)], versions[Math.min(shown, other)]];
  return from && to && from !== to ? { from: from.uid, to: to.uid } : null;
}
