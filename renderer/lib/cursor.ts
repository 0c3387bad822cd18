// The cursor of a list and the rows selected in it. Rows are known by key, since their numbers change under them.
import { flipped, NOTHING, type Selection } from './selection.ts';

export interface Cursor {
  /** -1 until there is one. */
  readonly index: number;
  readonly key: string | null;
  /** Where a range begins that Shift extends. */
  readonly anchor: number;
  readonly selected: Selection;
}

export interface CursorMoves {
  /** With `extend`, everything between the anchor and there is selected; without, nothing is. */
  moveTo(index: number, extend: boolean): void;
  toggle(index: number): void;
}

export type KeyAt = (index: number) => string | undefined;

export const noCursor: Cursor = { index: -1, key: null, anchor: -1, selected: NOTHING };

export function movedTo(cursor: Cursor, index: number, extend: boolean, keyAt: KeyAt): Cursor {
  const key = keyAt(index) ?? null;
  if (!extend) return { index, key, anchor: index, selected: NOTHING };
  const anchor = cursor.anchor < 0 ? index : cursor.anchor;
  const keys = new Set<string>();
  for (let row = Math.min(anchor, index); row <= Math.max(anchor, index); row++) {
    const one = keyAt(row);
    if (one !== undefined) keys.add(one);
  }
  return { index, key, anchor, selected: { kind: 'some', keys } };
}

/** The first row added by Ctrl takes the cursor's row along: it looks chosen already. */
export function toggled(cursor: Cursor, index: number, keyAt: KeyAt): Cursor {
  const key = keyAt(index);
  if (key === undefined) return cursor;
  const { selected } = cursor;
  const isFirst = selected.kind === 'some' && selected.keys.size === 0;
  const before =
    isFirst && cursor.key !== null && cursor.key !== key ? flipped(selected, cursor.key) : selected;
  return { index, key, anchor: index, selected: flipped(before, key) };
}

/** How far from its old number a row is looked for after the list changed. */
const REACH = 200;

/**
 * After the list changed: the cursor follows its row; where that is gone, it stays in its place, on the next row.
 * @returns the same object where nothing changed
 */
export function followed(cursor: Cursor, count: number, keyAt: KeyAt): Cursor {
  if (cursor.index < 0) return cursor;
  if (count === 0) return noCursor;
  if (cursor.index < count) {
    const here = keyAt(cursor.index);
    // Not loaded yet, or still the same.
    if (here === undefined || here === cursor.key) return cursor;
    if (cursor.key === null) return { ...cursor, key: here };
  }
  for (let distance = 1; distance <= REACH && cursor.key !== null; distance++) {
    for (const row of [cursor.index - distance, cursor.index + distance]) {
      if (row >= 0 && row < count && keyAt(row) === cursor.key) {
        return { ...cursor, index: row, anchor: row };
      }
    }
  }
  const index = Math.min(cursor.index, count - 1);
  return { ...cursor, index, key: keyAt(index) ?? null, anchor: index };
}
