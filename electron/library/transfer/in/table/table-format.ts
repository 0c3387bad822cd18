// A format whose items are the rows of tables: it says which columns it is known by and what a row means.
import type { FormatId } from '#contract/types/import.ts';
import type { Problem } from '#contract/types/problem.ts';
import { headText, textOf } from '../../source/entry-text.ts';
import type { Source, SourceEntry } from '../../source/source.ts';
import type { Fit, ImportFormat } from '../format.ts';
import type { Found, FoundItem } from '../found-item.ts';
import { readRows } from './read-rows.ts';
import { readTableHead, type TableHead } from './table-head.ts';

/** The cell of that column, trimmed; empty where the table or the row has none. */
export type Cells = (column: string) => string;

interface TableShape {
  readonly id: FormatId;
  /** Without each of these it is another table. */
  readonly needed: readonly string[];
  /** With all of these it can be no other. */
  readonly telling: readonly string[];
  /** @returns a sentence for what is left out on purpose */
  readonly item: (cells: Cells) => Omit<FoundItem, 'place'> | { ignored: string };
}

/** What a table may be called among other files; alone, it may be called anything. */
const TABLE_NAME = /\.(?:csv|tsv|tab|txt)$|(?:^|\/)[^.]*$/i;

const EMPTY_ROW: Problem = {
  code: 'nothing_to_read',
  message: 'This row names neither an address nor a title.',
};

export function tableFormat(shape: TableShape): ImportFormat {
  return {
    id: shape.id,
    async recognise(source) {
      let fit: Fit = 'no';
      for (const entry of tablesOf(source)) {
        const head = await readTableHeadOf(entry);
        if (head === null || !has(head, shape.needed)) continue;
        if (has(head, shape.telling)) return 'surely';
        fit = 'maybe';
      }
      return fit;
    },
    async *read(source, signal) {
      const tables = new Set(tablesOf(source));
      for (const entry of source.entries) {
        const head = tables.has(entry) ? await readTableHeadOf(entry) : null;
        if (head && has(head, shape.needed)) yield* readTable(entry, head, shape, signal);
        else yield { place: entry.path, ignored: 'Files that are no table of this kind.' };
      }
    },
  };
}

const tablesOf = ({ entries }: Source): readonly SourceEntry[] =>
  entries.length === 1 ? entries : entries.filter(({ path }) => TABLE_NAME.test(path));

const readTableHeadOf = async (entry: SourceEntry): Promise<TableHead | null> =>
  readTableHead(await headText(entry));

const has = (head: TableHead, columns: readonly string[]): boolean =>
  columns.every((column) => head.columns.has(column));

async function* readTable(
  entry: SourceEntry,
  head: TableHead,
  shape: TableShape,
  signal: AbortSignal,
): AsyncGenerator<Found> {
  for await (const rows of readRows(textOf(entry, signal), head.delimiter)) {
    for (const { number, cells, problem } of rows) {
      if (number <= head.rows) continue;
      const place = `${entry.path}, row ${number}`;
      if (problem) {
        yield { place, problem };
        continue;
      }
      const found = shape.item((column) => (cells[head.columns.get(column) ?? -1] ?? '').trim());
      if ('ignored' in found) yield { place, ignored: found.ignored };
      else if (found.url === null && found.title === null) yield { place, problem: EMPTY_ROW };
      else yield { item: { place, ...found } };
    }
  }
}
