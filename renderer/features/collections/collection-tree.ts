// The tree of collections as the sidebar shows it, and where one of them would go.
import type { Collection, CollectionUid } from '#contract/types/collection.ts';

export interface Branch extends Collection {
  readonly branches: readonly Branch[];
}

/** Where a collection goes: `to` counts from 0 among those that are in `parent`, itself left out. */
export interface Spot {
  readonly parent: CollectionUid | null;
  readonly to: number;
}

export type Move = 'up' | 'down' | 'in' | 'out';
/** Where over a line something is held. */
export type Where = 'before' | 'into' | 'after';

type Collections = readonly Collection[];

export function branchesOf(
  collections: Collections,
  parent: CollectionUid | null = null,
): readonly Branch[] {
  return within(collections, parent).map((one) => ({
    ...one,
    branches: branchesOf(collections, one.uid),
  }));
}

const within = (collections: Collections, parent: CollectionUid | null): Collections =>
  collections.filter((one) => one.parent === parent);

const find = (collections: Collections, uid: CollectionUid | null): Collection | undefined =>
  collections.find((one) => one.uid === uid);

/** From the outermost to the collection itself; empty where it is not there. */
export function lineOf(collections: Collections, uid: CollectionUid | null): Collection[] {
  const line: Collection[] = [];
  for (let at = find(collections, uid); at; at = find(collections, at.parent)) line.unshift(at);
  return line;
}

/** `a/b`, as a search would name it. */
export const pathOf = (collections: Collections, uid: CollectionUid): string =>
  lineOf(collections, uid)
    .map(({ name }) => name)
    .join('/');

/** Where a step leads; null where it leads nowhere. */
export function spotOf(collections: Collections, uid: CollectionUid, move: Move): Spot | null {
  const own = find(collections, uid);
  if (!own) return null;
  const { parent } = own;
  const siblings = within(collections, parent);
  const at = siblings.indexOf(own);
  switch (move) {
    case 'up':
      return at > 0 ? { parent, to: at - 1 } : null;
    case 'down':
      return at < siblings.length - 1 ? { parent, to: at + 1 } : null;
    case 'in': {
      const before = siblings[at - 1];
      return before ? { parent: before.uid, to: within(collections, before.uid).length } : null;
    }
    case 'out': {
      const around = find(collections, parent);
      if (!around) return null;
      const to = within(collections, around.parent).indexOf(around) + 1;
      return { parent: around.parent, to };
    }
  }
}

/** Where one goes that is let go over the line of another; null where it cannot. */
export function spotOver(
  collections: Collections,
  uid: CollectionUid,
  over: CollectionUid,
  where: Where,
): Spot | null {
  const line = lineOf(collections, over);
  if (line.length === 0 || line.some((one) => one.uid === uid)) return null;
  const parent = where === 'into' ? over : (line.at(-2)?.uid ?? null);
  const others = within(collections, parent).filter((one) => one.uid !== uid);
  if (where === 'into') return { parent, to: others.length };
  const at = others.findIndex((one) => one.uid === over);
  return { parent, to: where === 'before' ? at : at + 1 };
}

/** What is beside one that goes: the next, else the one before, else the one around it. */
export function neighbourOf(collections: Collections, uid: CollectionUid): CollectionUid | null {
  const own = find(collections, uid);
  if (!own) return null;
  const siblings = within(collections, own.parent);
  const at = siblings.indexOf(own);
  return (siblings[at + 1] ?? siblings[at - 1])?.uid ?? own.parent;
}
