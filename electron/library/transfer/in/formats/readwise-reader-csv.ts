// Readwise Reader's table of documents. What it only lists because a feed brought it is left out.
import type { ReadingStatus } from '#contract/types/article.ts';
import { emptyItem } from '../found-item.ts';
import { readList } from '../read-list.ts';
import { readSaved } from '../read-moment.ts';
import { someText, titleUnless } from '../some-text.ts';
import { tableFormat } from '../table/table-format.ts';

export const readwiseReaderCsv = tableFormat({
  id: 'readwise-reader-csv',
  columns: {
    needed: ['url', 'saved date|document tags'],
    telling: ['url', 'document tags', 'saved date', 'location'],
  },
  item(cells) {
    const location = cells('location').toLowerCase();
    if (location === 'feed') return { ignored: 'What a feed brought and nobody saved.' };
    const url = cells('url');
    const tags = readList(cells('document tags'));
    const progress = progressOf(cells('reading progress'));
    return {
      ...emptyItem,
      url: someText(url),
      title: titleUnless(cells('title'), url),
      savedAt: readSaved(cells('saved date')),
      status: statusOf(progress),
      progress,
      archived: location === 'archive',
      // It has no star of its own; readers tag, and others take that tag for one.
      starred: tags.includes('favorite'),
      tags: tags.filter((tag) => tag !== 'favorite'),
      collections: location === 'shortlist' ? [['Shortlist']] : [],
    };
  },
});

/** A fraction; what is larger than 1 can only be meant in hundredths. */
function progressOf(cell: string): number | null {
  const number = Number.parseFloat(cell);
  if (!Number.isFinite(number) || number < 0) return null;
  return Math.min(1, number > 1 || cell.endsWith('%') ? number / 100 : number);
}

function statusOf(progress: number | null): ReadingStatus | null {
  if (progress === null) return null;
  if (progress >= 1) return 'finished';
  return progress > 0 ? 'reading' : 'unread';
}
