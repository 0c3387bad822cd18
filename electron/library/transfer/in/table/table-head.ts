// How a table is written, told by its first line: what stands between cells, and what the columns are called.
import { takeRow } from './take-row.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

export interface TableHead {
  readonly delimiter: string;
  /** Where each column stands, by its name in small letters. */
  readonly columns: ReadonlyMap<string, number>;
  /** How many columns there are. */
  readonly width: number;
  /** Rows until the first of the table itself: the names, and before them perhaps a line for spreadsheets. */
  readonly rows: number;
}

/** @param text the beginning of the table. @returns null for what has no line with several names in it */
export function readTableHead(text: string): TableHead | null {
  const blank = /^(?:[ \t]*(?:\r\n?|\n))*/.exec(text)?.[0] ?? '';
  const hint = /^sep=(.)\r?\n/i.exec(text.slice(blank.length));
  const start = blank.length + (hint?.[0].length ?? 0);
  let best: { delimiter: string; cells: readonly string[] } | null = null;
  for (const delimiter of hint?.[1] ? [hint[1]] : DELIMITERS) {
    const cells = takeRow(text, start, delimiter, true)?.cells ?? [];
    if (cells.length > (best?.cells.length ?? 1)) best = { delimiter, cells };
  }
  if (best === null) return null;
  const columns = new Map<string, number>();
  for (const [at, cell] of best.cells.entries()) {
    const name = cell.trim().toLowerCase();
    if (!columns.has(name)) columns.set(name, at);
  }
  const rows = linesIn(blank) + (hint ? 2 : 1);
  return { delimiter: best.delimiter, columns, width: best.cells.length, rows };
}

const linesIn = (text: string): number => text.match(/\r\n?|\n/g)?.length ?? 0;
