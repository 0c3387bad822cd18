// Collections in the sidebar: a tree in the reader's order, put in order by keys, by a menu and by dragging.
import { Plus } from 'lucide-react';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Collection, CollectionUid } from '#contract/types/collection.ts';
import { type Shelf, useNavigation } from '../../lib/place.ts';
import { useCollections } from '../../lib/queries.ts';
import { IconButton } from '../../ui/button.tsx';
import { CollectionLine } from './collection-line.tsx';
import {
  type Branch,
  branchesOf,
  lineOf,
  type Move,
  neighbourOf,
  spotOf,
} from './collection-tree.ts';
import styles from './collections.module.css';
import { type CollectionDraft, useCollectionActions } from './use-collection-actions.ts';
import { useHeldOver } from './use-held-over.ts';
import { useUnfolded } from './use-unfolded.ts';

interface CollectionsProps {
  readonly shelf: Shelf;
  readonly onChoose?: (() => void) | undefined;
  readonly onEdit: (draft: CollectionDraft) => void;
}

const NONE: readonly Collection[] = [];

export function Collections({ shelf, onChoose, onEdit }: CollectionsProps) {
  const { t } = useTranslation();
  const { data } = useCollections();
  const collections = data ?? NONE;
  const here = shelf.kind === 'collection' ? shelf.uid : null;
  const actions = useCollectionActions();
  const unfolded = useUnfolded(collections, here);
  const unfold = (uid: CollectionUid) => unfolded.set(uid, true);
  const { heldOver, dropOn } = useHeldOver(collections, actions, unfold);
  const section = useRef<HTMLElement>(null);
  const { go } = useNavigation();
  const focusAfter = useFocusAfter(section, collections);
  if (!data) return null;

  const move = async (uid: CollectionUid, way: Move) => {
    const spot = spotOf(collections, uid, way);
    if (!spot) return;
    if (spot.parent !== null) unfold(spot.parent);
    focusAfter(uid);
    await actions.move(uid, spot);
  };
  const remove = async (uid: CollectionUid) => {
    focusAfter(neighbourOf(collections, uid));
    const isAround = lineOf(collections, here).some((one) => one.uid === uid);
    const parent = lineOf(collections, uid).at(-2)?.uid;
    await actions.remove(uid);
    if (!isAround) return;
    const to: Shelf = parent
      ? { kind: 'collection', uid: parent }
      : { kind: 'list', name: 'inbox' };
    go({ shelf: to, article: null });
  };

  const lines = (branches: readonly Branch[], depth: number) => (
    <ul>
      {branches.map((branch) => {
        const { uid, name, parent } = branch;
        return (
          <li key={uid}>
            <CollectionLine
              branch={branch}
              depth={depth}
              isHere={uid === here}
              isUnfolded={unfolded.has(uid)}
              held={heldOver?.uid === uid ? heldOver.where : null}
              drop={dropOn(uid)}
              moves={movesOf(collections, uid)}
              onChoose={onChoose}
              onFold={(isUnfolded) => unfolded.set(uid, isUnfolded)}
              onMove={(way) => void move(uid, way)}
              onAdd={() => {
                unfold(uid);
                onEdit({ uid: null, name: '', parent: uid });
              }}
              onRename={() => onEdit({ uid, name, parent })}
              onRemove={() => void remove(uid)}
            />
            {branch.branches.length > 0 && unfolded.has(uid) && lines(branch.branches, depth + 1)}
          </li>
        );
      })}
    </ul>
  );
  return (
    <section ref={section} className={styles.collections} aria-labelledby="sidebar-collections">
      <div className={styles.head}>
        <h2 id="sidebar-collections" className={styles.heading}>
          {t('collections.heading')}
        </h2>
        <IconButton
          icon={Plus}
          label={t('collections.making')}
          onPress={() => onEdit({ uid: null, name: '', parent: null })}
        />
      </div>
      {collections.length === 0 ? (
        <p className={styles.hint}>{t('collections.hint')}</p>
      ) : (
        lines(branchesOf(collections), 0)
      )}
    </section>
  );
}

/** The steps that lead somewhere, with what they lead into or out of. */
function movesOf(collections: readonly Collection[], uid: CollectionUid): Map<Move, string> {
  const nameOf = (one: CollectionUid | null) =>
    collections.find((collection) => collection.uid === one)?.name ?? '';
  const moves = new Map<Move, string>();
  for (const move of ['up', 'down', 'in', 'out'] as const) {
    const spot = spotOf(collections, uid, move);
    if (!spot) continue;
    const around = lineOf(collections, uid).at(-2)?.uid ?? null;
    moves.set(move, nameOf(move === 'out' ? around : spot.parent));
  }
  return moves;
}

/** A line that has gone elsewhere in the tree is drawn anew, and would lose the keys. */
function useFocusAfter(
  section: RefObject<HTMLElement | null>,
  collections: readonly Collection[],
): (uid: CollectionUid | null) => void {
  const wanted = useRef<{ uid: CollectionUid; before: readonly Collection[] } | null>(null);
  useEffect(() => {
    if (!wanted.current || wanted.current.before === collections) return;
    const { uid } = wanted.current;
    wanted.current = null;
    // Who has gone on elsewhere meanwhile stays there.
    if (document.activeElement !== document.body) return;
    section.current?.querySelector<HTMLElement>(`[data-collection="${uid}"] a`)?.focus();
  });
  return (uid) => {
    wanted.current = uid && { uid, before: collections };
  };
}
