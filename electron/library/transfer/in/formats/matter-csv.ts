// Matter's `Archive.zip`: a table of what was read (`_matter_history.csv`), the text of each under its File Id, and a table of
// highlights that knows the titles only.

import type { Source, SourceEntry } from '../../source/source.ts';
import { entriesNamed } from '../entries-named.ts';
import { fileContent } from '../file-content.ts';
import type { ImportFormat } from '../format.ts';
import { emptyItem, type Found, type FoundHighlight, type FoundItem } from '../found-item.ts';
import { readMoment, readSaved } from '../read-moment.ts';
import { isTrue, parts, someText, titleUnless } from '../some-text.ts';
import { type Cells, readTable } from '../table/read-table.ts';
import { fitOf, headOfTable, TABLE_NAME, tableFormat } from '../table/table-format.ts';

const history = {
  needed: ['url', 'last interaction date|file id|in queue'],
  telling: ['url', 'title', 'last interaction date', 'file id'],
};
const marks = {
  needed: ['title', 'text', 'highlighted date'],
  telling: ['title', 'author', 'publisher', 'text', 'highlighted date'],
};

type Marks = Map<string, Omit<FoundItem, 'highlights'> & { highlights: FoundHighlight[] }>;

export const matterCsv: ImportFormat = {
  id: 'matter-csv',
  async recognise(source, signal) {
    const [rows, words] = [history, marks].map((columns) =>
      tableFormat({ id: 'matter-csv', columns, item: () => emptyItem }).recognise(source, signal),
    );
    const fit = await rows;
    return fit === 'no' ? ((await words) ?? 'no') : (fit ?? 'no');
  },
  async *read(source, signal) {
    const { found, tables } = await readMarks(source, signal);
    const bodies = bodiesOf(source);
    const used = new Set<string>(tables);
    const beside: Found[] = [];
    const table = tableFormat({
      id: 'matter-csv',
      columns: history,
      item(cells) {
        const title = cells('title');
        const marked = found.get(title);
        found.delete(title);
        const body = bodies.get(cells('file id'));
        if (body) used.add(body.path);
        return {
          ...toItem(cells),
          highlights: marked?.highlights ?? [],
          content: body ? fileContent(body, 'body') : null,
        };
      },
    });
    for await (const one of table.read(source, signal)) {
      // What lies beside the table is told of at the end, when it is known what belongs to a row.
      if ('ignored' in one) beside.push(one);
      else yield one;
    }
    for (const item of found.values()) yield { item };
    for (const one of beside) if (!('place' in one && used.has(one.place))) yield one;
  },
};

function toItem(cells: Cells): Omit<FoundItem, 'place'> {
  const url = cells('url');
  return {
    ...emptyItem,
    url: someText(url),
    title: titleUnless(cells('title'), url),
    author: someText(cells('author')),
    siteName: someText(cells('publisher')),
    savedAt: readSaved(cells('last interaction date')),
    status: isTrue(cells('read')) ? 'finished' : 'unread',
    archived: /^false$/i.test(cells('in queue')),
    starred: isTrue(cells('favorited')),
    tags: parts(cells('tags'), ';'),
  };
}

/** By their path below the folder of the table, which is what a row calls File Id. */
function bodiesOf({ entries }: Source): ReadonlyMap<string, SourceEntry> {
  const table = entries.find(({ path }) => /(?:^|\/)_matter_history\.csv$/.test(path));
  const folder = table?.path.slice(0, table.path.lastIndexOf('/') + 1) ?? '';
  const found = new Map<string, SourceEntry>();
  for (const entry of entries) {
    if (entry === table || !entry.path.startsWith(folder)) continue;
    const path = entry.path.slice(folder.length);
    found.set(path, entry).set(path.replace(/\.html?$/i, ''), entry);
  }
  return found;
}

async function readMarks(
  source: Source,
  signal: AbortSignal,
): Promise<{ found: Marks; tables: string[] }> {
  const found: Marks = new Map();
  const tables: string[] = [];
  for (const entry of entriesNamed(source, TABLE_NAME)) {
    const head = await headOfTable(entry);
    if (head === null || fitOf(head, marks) === 'no') continue;
    tables.push(entry.path);
    for await (const row of readTable(entry, head, signal)) {
      const quote = 'cells' in row ? someText(row.cells('text')) : null;
      if (!('cells' in row) || quote === null) continue;
      const title = row.cells('title');
      const item = found.get(title) ?? {
        ...emptyItem,
        place: row.place,
        title: someText(title),
        author: someText(row.cells('author')),
        siteName: someText(row.cells('publisher')),
        highlights: [],
      };
      found.set(title, item);
      const createdAt = readMoment(row.cells('highlighted date'));
      item.highlights.push({ quote, note: someText(row.cells('note')), colour: null, createdAt });
    }
  }
  return { found, tables };
}
