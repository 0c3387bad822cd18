// Pocket's last export (2025): a zip of `part_000000.csv` and so on, with or without a column `cursor`, and what was highlighted
// beside them in `annotations/`.

import type { ImportFormat } from '../format.ts';
import { emptyItem, type Found, type FoundHighlight } from '../found-item.ts';
import { readSaved } from '../read-moment.ts';
import { parts, someText, titleUnless } from '../some-text.ts';
import { tableFormat } from '../table/table-format.ts';
import { ANNOTATIONS, readAnnotations } from './pocket-annotations.ts';

const rows = tableFormat({
  id: 'pocket-csv',
  columns: {
    needed: ['url', 'time_added'],
    telling: ['title', 'url', 'time_added', 'tags', 'status'],
  },
  item(cells) {
    const url = cells('url');
    // `archive` in the files that were seen; `read` is told of by others.
    const isRead = /^(?:archived?|read)$/i.test(cells('status'));
    return {
      ...emptyItem,
      url: someText(url),
      title: titleUnless(cells('title'), url),
      savedAt: readSaved(cells('time_added')),
      status: isRead ? 'finished' : 'unread',
      archived: isRead,
      tags: parts(cells('tags'), '|'),
    };
  },
});

export const pocketCsv: ImportFormat = {
  ...rows,
  async *read(source, signal): AsyncGenerator<Found> {
    const marks = new Map<string, FoundHighlight[]>();
    const waiting = new Map<string, Found>();
    for await (const found of readAnnotations(source, signal)) {
      if (!('item' in found) || found.item.url === null) {
        yield found;
        continue;
      }
      const { url, highlights } = found.item;
      marks.set(url, [...(marks.get(url) ?? []), ...highlights]);
      if (!waiting.has(url)) waiting.set(url, found);
    }
    for await (const found of rows.read(source, signal)) {
      if (!('item' in found)) {
        if (!('ignored' in found && ANNOTATIONS.test(found.place))) yield found;
        continue;
      }
      const { item } = found;
      const highlights = marks.get(item.url ?? '');
      if (highlights) waiting.delete(item.url ?? '');
      yield highlights ? { item: { ...item, highlights } } : found;
    }
    // Marked pages that are in no list: they were deleted from it, the marks were not.
    for (const [url, found] of waiting) {
      if ('item' in found) yield { item: { ...found.item, highlights: marks.get(url) ?? [] } };
    }
  },
};
