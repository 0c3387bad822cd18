// The table of addresses that Omnivore took in, and that programs made for it: times in milliseconds, labels in brackets.
import { emptyItem } from '../found-item.ts';
import { readList } from '../read-list.ts';
import { readMoment, readSaved } from '../read-moment.ts';
import { someText } from '../some-text.ts';
import { tableFormat } from '../table/table-format.ts';

export const omnivoreCsv = tableFormat({
  id: 'omnivore-csv',
  columns: {
    needed: ['url', 'labels|saved_at', 'state|saved_at'],
    telling: ['url', 'state', 'labels', 'saved_at'],
  },
  item(cells) {
    const publishedAt = readMoment(cells('published_at'));
    return {
      ...emptyItem,
      url: someText(cells('url')),
      title: someText(cells('title')),
      publishedAt: publishedAt === null ? null : new Date(publishedAt).toISOString(),
      savedAt: readSaved(cells('saved_at')),
      archived: /^archived$/i.test(cells('state')),
      tags: readList(cells('labels')),
    };
  },
});
