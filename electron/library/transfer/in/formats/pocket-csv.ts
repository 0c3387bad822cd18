// Pocket's last export (2025): a zip of `part_000000.csv` and so on, with or without a column `cursor`, and what was highlighted
// beside them in `annotations/`.
import { emptyItem } from '../found-item.ts';
import { readMoment } from '../read-moment.ts';
import { parts, someText, titleUnless } from '../some-text.ts';
import { tableFormat } from '../table/table-format.ts';

export const pocketCsv = tableFormat({
  id: 'pocket-csv',
  needed: ['url', 'time_added'],
  telling: ['title', 'url', 'time_added', 'tags', 'status'],
  item(cells) {
    const url = cells('url');
    // `archive` in the files that were seen; `read` is told of by others.
    const isRead = /^(?:archived?|read)$/i.test(cells('status'));
    return {
      ...emptyItem,
      url: someText(url),
      title: titleUnless(cells('title'), url),
      savedAt: readMoment(cells('time_added')),
      status: isRead ? 'finished' : 'unread',
      archived: isRead,
      tags: parts(cells('tags'), '|'),
    };
  },
});
