// mymind's table: pages by their address, and thoughts that have none and are their own text.
import { emptyItem, type FoundContent } from '../found-item.ts';
import { readSaved } from '../read-moment.ts';
import { parts, someText, titleUnless } from '../some-text.ts';
import { tableFormat } from '../table/table-format.ts';

export const mymindCsv = tableFormat({
  id: 'mymind-csv',
  columns: {
    needed: ['type', 'url', 'content|note', 'created'],
    telling: ['id', 'type', 'title', 'url', 'content', 'note', 'tags', 'created'],
  },
  item(cells) {
    const url = someText(cells('url'));
    const content = someText(cells('content'));
    return {
      ...emptyItem,
      url,
      title: titleUnless(cells('title'), url ?? ''),
      // Of a page it is what mymind shows beneath its title.
      excerpt: url === null ? null : content,
      savedAt: readSaved(cells('created')),
      tags: parts(cells('tags'), ','),
      note: someText(cells('note')),
      content: url === null && content !== null ? textOf(content) : null,
    };
  },
});

const textOf = (text: string): FoundContent => ({
  kind: 'text',
  name: null,
  open: async () => ({ bytes: new TextEncoder().encode(text), companions: null }),
});
