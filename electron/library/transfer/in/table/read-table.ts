// The rows of a table with their cells by the names of the columns, in whatever order they stand.
import type { Problem } from '#contract/types/problem.ts';
import { textOf } from '../../source/entry-text.ts';
import type { SourceEntry } from '../../source/source.ts';
import { readRows } from './read-rows.ts';
import type { TableHead } from './table-head.ts';

/** The cell of that column, or of the first of several (`a|b`) that the table has, trimmed; empty where there is none. */
export type Cells = (column: string) => string;

type TableRow =
  | { readonly place: string; readonly cells: Cells }
  | { readonly place: string; readonly problem: Problem };

const CUT_OFF: Problem = {
  code: 'invalid_input',
  message: 'The file ends in the middle of this row.',
};

/** @throws LibraryError cancelled, invalid_input (damaged) */
export async function* readTable(
  entry: SourceEntry,
  head: TableHead,
  signal: AbortSignal,
): AsyncGenerator<TableRow> {
  for await (const rows of readRows(textOf(entry, signal), head.delimiter)) {
    for (const { number, cells, isEnded, problem } of rows) {
      if (number <= head.rows) continue;
      const place = `${entry.path}, row ${number}`;
      if (problem) yield { place, problem };
      else if (!isEnded && cells.length < head.width) yield { place, problem: CUT_OFF };
      else yield { place, cells: (column) => (cells[columnOf(head, column)] ?? '').trim() };
    }
  }
}

function columnOf({ columns }: TableHead, names: string): number {
  const known = columns.get(names);
  if (known !== undefined) return known;
  for (const name of names.split('|')) {
    const at = columns.get(name);
    if (at !== undefined) return at;
  }
  return -1;
}
