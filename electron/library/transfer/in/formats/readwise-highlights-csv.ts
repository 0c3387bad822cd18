// Readwise's table of highlights, one in each row: an article is all rows of one title and author. It names no address, so that
// the article is found again by its title and the words.

import type { ImportFormat } from '../format.ts';
import { emptyItem, type Found, type FoundHighlight, type FoundItem } from '../found-item.ts';
import { readEach } from '../read-each.ts';
import { readMoment } from '../read-moment.ts';
import { parts, someText } from '../some-text.ts';
import { type Cells, readTable } from '../table/read-table.ts';
import { fitOf, headOfTable, TABLE_NAME, tableFormat } from '../table/table-format.ts';

const columns = {
  needed: ['highlight', 'book title'],
  telling: ['highlight', 'book title', 'book author', 'highlighted at'],
};

/** Characters of highlights that wait for more of their article; then what there is goes on. */
const MAX_WAITING = 64 * 1024 * 1024;

type Group = { -readonly [Key in keyof FoundItem]: FoundItem[Key] } & {
  highlights: FoundHighlight[];
};

export const readwiseHighlightsCsv: ImportFormat = {
  id: 'readwise-highlights-csv',
  recognise: tableFormat({ id: 'readwise-highlights-csv', columns, item: () => emptyItem })
    .recognise,
  read: (source, signal) =>
    readEach(source, TABLE_NAME, async function* (entry) {
      const head = await headOfTable(entry);
      if (head === null || fitOf(head, columns) === 'no') return false;
      const groups = new Map<string, Group>();
      let waiting = 0;
      for await (const row of readTable(entry, head, signal)) {
        if ('problem' in row) {
          yield row;
          continue;
        }
        waiting += add(groups, row.place, row.cells);
        if (waiting < MAX_WAITING) continue;
        yield* found(groups);
        waiting = 0;
      }
      yield* found(groups);
      return true;
    }),
};

function* found(groups: Map<string, Group>): Generator<Found> {
  for (const item of groups.values()) {
    if (item.highlights.length > 0 || item.note !== null) yield { item };
    else {
      const message = 'This row holds neither a highlight nor a note.';
      yield { place: item.place, problem: { code: 'nothing_to_read', message } };
    }
  }
  groups.clear();
}

function add(groups: Map<string, Group>, place: string, cells: Cells): number {
  const [title, author] = [cells('book title'), cells('book author')];
  const key = JSON.stringify([title, author]);
  const group = groups.get(key) ?? {
    ...emptyItem,
    place,
    title: someText(title),
    author: someText(author),
    highlights: [],
  };
  groups.set(key, group);
  group.tags = [...new Set([...group.tags, ...parts(cells('document tags'), ',')])];
  const quote = someText(cells('highlight'));
  const note = someText(cells('note'));
  const createdAt = readMoment(cells('highlighted at'));
  if (createdAt !== null) group.savedAt = Math.min(group.savedAt ?? createdAt, createdAt);
  if (quote === null) {
    // A note without words it belongs to is one on the article.
    if (note !== null) group.note = group.note === null ? note : `${group.note}\n\n${note}`;
  } else {
    const tags = parts(cells('tags'), ',').map((tag) => `#${tag.replace(/\s+/g, '-')}`);
    const colour = someText(cells('color'))?.toLowerCase() ?? null;
    const words = [note, someText(tags.join(' '))].filter((one) => one !== null).join('\n');
    group.highlights.push({ quote, note: someText(words), colour, createdAt });
  }
  return (quote?.length ?? 0) + (note?.length ?? 0) + 200;
}
