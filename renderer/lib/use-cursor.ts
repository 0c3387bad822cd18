// The cursor of the list on screen, as state. It starts anew with every list.
import { useEffect, useMemo, useState } from 'react';
import {
  type Cursor,
  type CursorMoves,
  followed,
  type KeyAt,
  movedTo,
  noCursor,
  toggled,
  withSelected,
} from './cursor.ts';

export interface ListCursor {
  readonly cursor: Cursor;
  readonly moves: CursorMoves;
  select(keys: Iterable<string>): void;
  clear(): void;
}

/**
 * @param openKey the row that is open elsewhere: the cursor begins there
 * @param keyAt changes its identity whenever the rows change
 */
export function useCursor(count: number, keyAt: KeyAt, openKey: string | null): ListCursor {
  const [cursor, setCursor] = useState<Cursor>(noCursor);

  useEffect(() => {
    setCursor((now) => {
      if (now.index >= 0) return followed(now, count, keyAt);
      const open = openKey === null ? -1 : findLoaded(openKey, count, keyAt);
      return open < 0 ? now : movedTo(now, open, false, keyAt);
    });
  }, [count, keyAt, openKey]);

  return useMemo(
    () => ({
      cursor,
      moves: {
        moveTo: (index, extend) => setCursor((now) => movedTo(now, index, extend, keyAt)),
        toggle: (index) => setCursor((now) => toggled(now, index, keyAt)),
      },
      select: (keys) => setCursor((now) => withSelected(now, keys)),
      clear: () => setCursor((now) => withSelected(now, [])),
    }),
    [cursor, keyAt],
  );
}

/** Only among the first rows: further down nobody expects it. */
function findLoaded(key: string, count: number, keyAt: KeyAt): number {
  for (let row = 0; row < Math.min(count, 500); row++) {
    if (keyAt(row) === key) return row;
  }
  return -1;
}
