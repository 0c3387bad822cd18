// Any table with addresses in it, whoever wrote it: its columns are known by the names that people and programs give them. Where the first
// row holds an address already, there are no names, and it is told by what stands there.

import { parseDate } from '../../../clip/page/metadata/parse-date.ts';
import { headText } from '../../source/entry-text.ts';
import type { SourceEntry } from '../../source/source.ts';
import { entriesNamed } from '../entries-named.ts';
import type { ImportFormat } from '../format.ts';
import { readEach } from '../read-each.ts';
import { readTable } from '../table/read-table.ts';
import { fitOf, TABLE_NAME } from '../table/table-format.ts';
import { readTableHead, type TableHead } from '../table/table-head.ts';
import { takeRow } from '../table/take-row.ts';
import { toFound } from '../to-found.ts';
import { columns, itemOf } from '../url-columns.ts';

export const urlCsv: ImportFormat = {
  id: 'url-csv',
  async recognise(source) {
    for (const entry of entriesNamed(source, TABLE_NAME)) {
      const head = await headOf(entry);
      if (head === null) continue;
      // Whoever knows these columns better comes first. Without names it may be a list of addresses.
      return head.isNamed || head.delimiter === '|' ? 'else' : 'maybe';
    }
    return 'no';
  },
  read: (source, signal) =>
    readEach(source, TABLE_NAME, async function* (entry) {
      const head = await headOf(entry);
      if (head === null) return false;
      for await (const row of readTable(entry, head, signal)) {
        if ('problem' in row) yield row;
        else yield toFound(row.place, itemOf(row.cells));
      }
      return true;
    }),
};

interface Head extends TableHead {
  /** The first row holds names. */
  readonly isNamed: boolean;
}

async function headOf(entry: SourceEntry): Promise<Head | null> {
  const text = await headText(entry);
  const head = readTableHead(text);
  if (head === null) return null;
  if (fitOf(head, { needed: [columns.url], telling: [] }) !== 'no') {
    return { ...head, isNamed: true };
  }
  return withoutNames(head) ?? withOddName(head, text);
}

const ADDRESS = /^https?:\/\/\S+$/i;

/** The first row is one of the table: its address, and the first words beside it that are no date. */
function withoutNames(head: TableHead): Head | null {
  const cells = [...head.columns];
  const address = cells.find(([cell]) => ADDRESS.test(cell));
  if (!address) return null;
  const words = cells.find(
    ([cell]) => /\p{L}/u.test(cell) && !/^\S+:\/\//.test(cell) && parseDate(cell) === null,
  );
  const named: [string, number][] = [['url', address[1]]];
  if (words) named.push(['title', words[1]]);
  return { ...head, columns: new Map(named), rows: head.rows - 1, isNamed: false };
}

/** What its column is called nobody knows, but an address stands in it. */
function withOddName(head: TableHead, text: string): Head | null {
  const rest = text
    .split(/\r\n?|\n/)
    .slice(head.rows)
    .join('\n');
  const at = takeRow(rest, 0, head.delimiter, true)?.cells.findIndex((cell) =>
    ADDRESS.test(cell.trim()),
  );
  if (at === undefined || at < 0) return null;
  return { ...head, columns: new Map([...head.columns, ['url', at]]), isNamed: true };
}
