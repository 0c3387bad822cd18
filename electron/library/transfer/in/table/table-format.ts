// A format whose items are the rows of tables: it says which columns it is known by and what a row means.
import type { FormatId } from '#contract/types/import.ts';
import { headText } from '../../source/entry-text.ts';
import type { SourceEntry } from '../../source/source.ts';
import { entriesNamed } from '../entries-named.ts';
import type { Fit, ImportFormat } from '../format.ts';
import { readEach } from '../read-each.ts';
import { type ReadItem, toFound } from '../to-found.ts';
import { type Cells, readTable } from './read-table.ts';
import { readTableHead, type TableHead } from './table-head.ts';

interface TableShape {
  readonly id: FormatId;
  readonly columns: TableColumns;
  readonly item: (cells: Cells) => ReadItem;
}

/** Names of columns in small letters; `a|b` is either. */
export interface TableColumns {
  /** Without each of these it is another table. */
  readonly needed: readonly string[];
  /** With all of these it can be no other. */
  readonly telling: readonly string[];
}

/** What a table may be called among other files; alone, it may be called anything. */
export const TABLE_NAME = /\.(?:csv|tsv|tab|txt)$|(?:^|\/)[^.]*$/i;

export function tableFormat({ id, columns, item }: TableShape): ImportFormat {
  return {
    id,
    async recognise(source) {
      let best: Fit = 'no';
      for (const entry of entriesNamed(source, TABLE_NAME)) {
        const fit = fitOf(await headOfTable(entry), columns);
        if (fit === 'surely') return fit;
        if (fit === 'maybe') best = fit;
      }
      return best;
    },
    read: (source, signal) =>
      readEach(source, TABLE_NAME, async function* (entry) {
        const head = await headOfTable(entry);
        if (head === null || fitOf(head, columns) === 'no') return false;
        for await (const row of readTable(entry, head, signal)) {
          if ('problem' in row) yield row;
          else yield toFound(row.place, item(row.cells));
        }
        return true;
      }),
  };
}

export const headOfTable = async (entry: SourceEntry): Promise<TableHead | null> =>
  readTableHead(await headText(entry));

export function fitOf(head: TableHead | null, { needed, telling }: TableColumns): Fit {
  const has = (columns: readonly string[]): boolean =>
    columns.every((names) => names.split('|').some((name) => head?.columns.has(name)));
  if (!has(needed)) return 'no';
  return has(telling) ? 'surely' : 'maybe';
}
