// Which collections show what is in them. Kept across reloads; where one goes to a collection, those around it unfold.
import { useState } from 'react';
import type { Collection, CollectionUid } from '#contract/types/collection.ts';
import { recall, remember } from '../../lib/view-memory.ts';
import { lineOf } from './collection-tree.ts';

const MEMORY = 'unfolded';

export interface Unfolded {
  has(uid: CollectionUid): boolean;
  set(uid: CollectionUid, isUnfolded: boolean): void;
}

/** @param here the collection that the window shows */
export function useUnfolded(
  collections: readonly Collection[],
  here: CollectionUid | null,
): Unfolded {
  const [uids, setUids] = useState<ReadonlySet<string>>(
    () => new Set(recall(MEMORY)?.split(' ').filter(Boolean)),
  );
  const [last, setLast] = useState<CollectionUid | null>(null);
  const keep = (next: ReadonlySet<string>) => {
    setUids(next);
    remember(MEMORY, [...next].join(' '));
  };

  const around = lineOf(collections, here).slice(0, -1);
  if (here !== last && (here === null || lineOf(collections, here).length > 0)) {
    setLast(here);
    if (around.some(({ uid }) => !uids.has(uid))) {
      setUids(new Set([...uids, ...around.map(({ uid }) => uid)]));
    }
  }
  return {
    has: (uid) => uids.has(uid),
    set(uid, isUnfolded) {
      const next = new Set(uids);
      if (isUnfolded) next.add(uid);
      else next.delete(uid);
      keep(next);
    },
  };
}
