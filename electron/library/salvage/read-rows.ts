// The rows of a broken database, table by table: those to which a way leads first, then those that can be told by what
// they look like.
import type { BrokenFile } from './broken-file.ts';
import { mapPages, type PageMap } from './page-map.ts';
import { looksLike, type ReadRow, type TableShape, toRow } from './table-shape.ts';
import { readTreePage, type StoredRow } from './tree-page.ts';

export interface FoundRow {
  readonly row: ReadRow;
  /** No way leads to it: what of it cannot be proved is not taken. */
  readonly isStray: boolean;
}

export interface RowsFound {
  rowsOf(shape: TableShape): Generator<FoundRow>;
  /** Whose row should be there, by the index of uids. */
  uidsOf(table: string): Map<number, string>;
  /** What the indexes know of articles whose row is lost. */
  titles(): Map<number, string>;
  readonly destroyed: number;
}

export function readRows(file: BrokenFile, shapes: readonly TableShape[]): RowsFound {
  const map = mapPages(file);
  const strays = sortStrays(file, map, shapes);

  function* rowsOf(shape: TableShape): Generator<FoundRow> {
    for (const page of map.pagesOf(shape.name)) {
      for (const stored of rowsIn(file, page)) {
        const row = toRow(shape, stored);
        if (row) yield { row, isStray: false };
      }
    }
    for (const page of strays.get(shape.name) ?? []) {
      for (const stored of rowsIn(file, page)) {
        const row = toRow(shape, stored);
        if (row && looksLike(shape, row)) yield { row, isStray: true };
      }
    }
  }

  /** @returns the first column of an index by the number of its row, which comes last */
  function firstColumn(index: string): Map<number, string> {
    const found = new Map<number, string>();
    for (const page of map.pagesOf(index)) {
      for (const stored of rowsIn(file, page)) {
        const values = stored.read();
        const [first, last] = [values?.at(0), values?.at(-1)];
        if (typeof first === 'string' && typeof last === 'number') found.set(last, first);
      }
    }
    return found;
  }

  return {
    rowsOf,
    // SQLite's name for the index behind the first UNIQUE of a table, which is that of its uid.
    uidsOf: (table) => firstColumn(`sqlite_autoindex_${table}_1`),
    titles: () => firstColumn('article_title'),
    destroyed: map.destroyed,
  };
}

const rowsIn = (file: BrokenFile, page: number): readonly StoredRow[] =>
  readTreePage(file, page)?.rows ?? [];

/** Pages that only one of the tables that miss some can have had. */
function sortStrays(
  file: BrokenFile,
  map: PageMap,
  shapes: readonly TableShape[],
): Map<string, number[]> {
  const missing = shapes.filter(({ name }) => !map.isWhole(name));
  const strays = new Map<string, number[]>();
  for (const number of map.orphans) {
    const page = readTreePage(file, number);
    if (!page) continue;
    const fitting = missing.filter(
      (shape) =>
        page.isIndex === (shape.rowidColumn === null) &&
        page.rows.every((stored) => couldBe(shape, stored)),
    );
    const [only, ...others] = fitting;
    if (!only || others.length > 0) continue;
    const pages = strays.get(only.name);
    if (pages) pages.push(number);
    else strays.set(only.name, [number]);
  }
  return strays;
}

/** A row that goes on in a destroyed page says nothing, for or against. */
function couldBe(shape: TableShape, stored: StoredRow): boolean {
  if (stored.read() === null) return true;
  const row = toRow(shape, stored);
  return row !== null && looksLike(shape, row);
}
