// The cursor of the list on screen, as state. It starts anew with every list.
import { useMemo, useState } from 'react';
import {
  type Cursor,
  type CursorMoves,
  followed,
  type KeyAt,
  movedTo,
  noCursor,
  toggled,
} from './cursor.ts';
import { EVERYTHING, NOTHING } from './selection.ts';

export interface ListCursor {
  readonly cursor: Cursor;
  readonly moves: CursorMoves;
  selectAll(): void;
  clear(): void;
}

/**
 * @param openKey the row that is open elsewhere: the cursor begins there
 * @param keyAt changes its identity whenever the rows change
 */
export function useCursor(count: number, keyAt: KeyAt, openKey: string | null): ListCursor {
  const [stored, setCursor] = useState<Cursor>(noCursor);
  const cursor = useMemo(
    () =>
      stored.index < 0 ? begun(stored, openKey, count, keyAt) : followed(stored, count, keyAt),
    [stored, openKey, count, keyAt],
  );
  if (cursor !== stored) setCursor(cursor);

  return useMemo(
    () => ({
      cursor,
      moves: {
        moveTo: (index, extend) => setCursor((now) => movedTo(now, index, extend, keyAt)),
        toggle: (index) => setCursor((now) => toggled(now, index, keyAt)),
      },
      selectAll: () => setCursor((now) => ({ ...now, selected: EVERYTHING })),
      clear: () => setCursor((now) => ({ ...now, selected: NOTHING })),
    }),
    [cursor, keyAt],
  );
}

/** Where the open article is, among the first rows: further down nobody expects it. */
const LOOKED_THROUGH = 500;

function begun(cursor: Cursor, openKey: string | null, count: number, keyAt: KeyAt): Cursor {
  if (openKey === null) return cursor;
  for (let row = 0; row < Math.min(count, LOOKED_THROUGH); row++) {
    if (keyAt(row) === openKey) return movedTo(cursor, row, false, keyAt);
  }
  return cursor;
}
