// What is held over a line of the tree while it is dragged, and what happens where it is let go: a collection goes before,
// into or after that one, articles go into it.
import { type DragEvent, useState } from 'react';
import type { Collection, CollectionUid } from '#contract/types/collection.ts';
import { draggedNow, endDrag } from '../../lib/dragged.ts';
import { spotOver, type Where } from './collection-tree.ts';
import type { CollectionActions } from './use-collection-actions.ts';

export interface HeldOver {
  readonly uid: CollectionUid;
  readonly where: Where;
}

export interface LineDrop {
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
}

/** @param onInto for what is now in a collection that may be folded */
export function useHeldOver(
  collections: readonly Collection[],
  { move, put }: Pick<CollectionActions, 'move' | 'put'>,
  onInto: (uid: CollectionUid) => void,
): { readonly heldOver: HeldOver | null; dropOn(uid: CollectionUid): LineDrop } {
  const [heldOver, setHeldOver] = useState<HeldOver | null>(null);

  /** @returns null where what is dragged cannot go there */
  const whereOver = (event: DragEvent, over: CollectionUid): Where | null => {
    const what = draggedNow();
    if (what?.kind === 'articles') return 'into';
    if (what?.kind !== 'collection') return null;
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const part = (event.clientY - top) / height;
    const where = part < 0.25 ? 'before' : part > 0.75 ? 'after' : 'into';
    return spotOver(collections, what.uid, over, where) && where;
  };

  return {
    heldOver,
    dropOn: (uid) => ({
      onDragOver(event) {
        const where = whereOver(event, uid);
        if (where === null) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = draggedNow()?.kind === 'articles' ? 'copy' : 'move';
        setHeldOver((now) => (now?.uid === uid && now.where === where ? now : { uid, where }));
      },
      onDragLeave(event) {
        const { relatedTarget } = event;
        if (relatedTarget instanceof Node && event.currentTarget.contains(relatedTarget)) return;
        setHeldOver((now) => (now?.uid === uid ? null : now));
      },
      onDrop(event) {
        const where = whereOver(event, uid);
        const what = draggedNow();
        setHeldOver(null);
        if (where === null || !what) return;
        event.preventDefault();
        endDrag();
        if (what.kind === 'articles') void put(uid, what.articles);
        else {
          const spot = spotOver(collections, what.uid, uid, where);
          if (spot) void move(what.uid, spot);
          if (where === 'into') onInto(uid);
        }
      },
    }),
  };
}
