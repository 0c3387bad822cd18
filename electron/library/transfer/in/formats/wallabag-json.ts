// wallabag's export: one list with the text of every article, its tags and its highlights. Truth is `true` or 1, by version.

import { parseDate } from '../../../clip/page/metadata/parse-date.ts';
import { utf8Of } from '../../source/entry-text.ts';
import { emptyItem, type FoundHighlight } from '../found-item.ts';
import { htmlBody } from '../html-body.ts';
import { jsonElements } from '../json/json-elements.ts';
import {
  type Fields,
  fieldsOf,
  fromElement,
  hasAll,
  isYes,
  jsonFormat,
  listOf,
  momentOf,
  textsOf,
} from '../json/json-format.ts';
import { readMoment, readSaved } from '../read-moment.ts';
import { someText, titleUnless } from '../some-text.ts';

export const wallabagJson = jsonFormat({
  id: 'wallabag-json',
  isOne: (head) => head.isArray && hasAll(head, 'url', 'is_archived', 'is_starred'),
  async *read(entry, signal) {
    for await (const element of jsonElements(utf8Of(entry, signal), { path: [] })) {
      yield fromElement(entry, element, (fields, place) => {
        const url = someText(fields.url);
        const title = titleUnless(someText(fields.title) ?? '', url ?? '');
        const isRead = isYes(fields.is_archived);
        const html = isYes(fields.is_not_parsed) ? null : someText(fields.content);
        const lang = someText(fields.language);
        return {
          item: {
            ...emptyItem,
            place,
            url,
            title,
            author: textsOf(fields.published_by).join(', ') || null,
            lang,
            publishedAt: parseDate(someText(fields.published_at) ?? ''),
            savedAt: readSaved(momentOf(fields.created_at)),
            status: isRead ? 'finished' : 'unread',
            archived: isRead,
            starred: isYes(fields.is_starred),
            // Texts in its files, objects in what its API answers.
            tags: listOf(fields.tags).flatMap((tag) => textsOf(fieldsOf(tag)?.label ?? tag)),
            highlights: listOf(fields.annotations).flatMap((one) => highlightOf(fieldsOf(one))),
            content: html === null || isExcuse(html) ? null : htmlBody(html, { title, lang }),
          },
        };
      });
    }
  },
});

/** Its ranges are paths into a tree that nobody else has: the quote is what finds the place again. */
function highlightOf(fields: Fields | null): FoundHighlight[] {
  const quote = someText(fields?.quote);
  if (!fields || quote === null) return [];
  return [
    {
      quote,
      note: someText(fields.text),
      colour: null,
      createdAt: readMoment(momentOf(fields.created_at)),
    },
  ];
}

/** What it keeps in place of a page that it could not fetch. */
export const isExcuse = (html: string): boolean =>
  html.length < 2000 &&
  /^\W*(?:<p>)?wallabag can['’]t retrieve contents for this article/i.test(html);
