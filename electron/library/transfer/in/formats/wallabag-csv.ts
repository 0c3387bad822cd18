// wallabag's table: the text of every article, and a date whose hours are those of a clock face, without a word on morning or evening.
import { emptyItem } from '../found-item.ts';
import { htmlBody } from '../html-body.ts';
import { readMoment } from '../read-moment.ts';
import { parts, someText, titleUnless } from '../some-text.ts';
import { tableFormat } from '../table/table-format.ts';
import { isExcuse } from './wallabag-json.ts';

export const wallabagCsv = tableFormat({
  id: 'wallabag-csv',
  columns: {
    needed: ['url', 'content', 'mime type|creation date'],
    telling: ['title', 'url', 'content', 'tags', 'mime type', 'creation date'],
  },
  item(cells) {
    const url = cells('url');
    const title = titleUnless(cells('title'), url);
    const lang = someText(cells('language'));
    const html = someText(cells('content'));
    return {
      ...emptyItem,
      url: someText(url),
      title,
      lang,
      savedAt: dayOf(cells('creation date')),
      tags: parts(cells('tags'), ','),
      content: html === null || isExcuse(html) ? null : htmlBody(html, { title, lang }),
    };
  },
});

/** `08/09/2016 11:55:58`: the day is known. */
function dayOf(cell: string): number | null {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})\b/.exec(cell) ?? [];
  return readMoment(day === undefined ? cell : `${year}-${month}-${day}`);
}
