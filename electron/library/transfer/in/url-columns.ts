// What the columns of a table of addresses are called, by whoever wrote it, and what stands in them.
import { parseDate } from '../../clip/page/metadata/parse-date.ts';
import type { FoundContent, FoundItem } from './found-item.ts';
import { emptyItem } from './found-item.ts';
import { htmlBody } from './html-body.ts';
import { readList } from './read-list.ts';
import { readSaved } from './read-moment.ts';
import { isTrue, parts, someText, titleUnless } from './some-text.ts';
import type { Cells } from './table/read-table.ts';

/** Between commas. `saved at` is `saved_at`, `saved-at` and `savedat` as well. */
const called = (names: string): string =>
  names
    .split(', ')
    .flatMap((name) => ['', '_', '-', ' '].map((between) => name.replaceAll(' ', between)))
    .join('|');

export const columns = {
  url: called(
    'url, link, href, uri, address, web address, page url, source url, original url, article url, bookmark url, link url, permalink, website',
  ),
  title: called('title, name, page title, article title, headline, label, subject'),
  author: called('author, authors, creator, by, byline'),
  siteName: called('site, site name, publisher, publication, domain, source'),
  lang: called('language, lang'),
  excerpt: called('excerpt, description, summary, extended, abstract'),
  published: called(
    'published, published at, date published, published date, publication date, publish date, pub date',
  ),
  saved: called(
    'saved, saved at, date saved, saved date, saved on, added, added at, date added, added on, time added, add date, created, created at, date created, creation date, bookmarked at, timestamp, date, time',
  ),
  status: called('status, state, reading status'),
  read: called('read, is read, finished, done'),
  toRead: called('to read, unread, is unread'),
  progress: called('progress, reading progress'),
  archived: called('archived, is archived'),
  starred: called(
    'starred, is starred, favorite, favourite, favorited, is favorite, liked, important, pinned',
  ),
  tags: called('tags, tag, labels, keywords, tag list, categories, topics'),
  folder: called('collections, collection, folder, folders, list, category, group'),
  note: called('note, notes, comment, comments, annotation, remarks'),
  quote: called('highlight, highlights, quote, selection'),
  content: called('content, html, body, text, full text, article text'),
} as const;

export function itemOf(cells: Cells): Omit<FoundItem, 'place'> {
  const words = (column: keyof typeof columns): string | null => asWritten(cells(columns[column]));
  const url = words('url') ?? '';
  const title = titleUnless(words('title') ?? '', url);
  const lang = words('lang');
  const status = words('status') ?? '';
  const isArchived = /^archived?$/i.test(status);
  const progress = progressOf(words('progress') ?? '');
  const quote = words('quote');
  return {
    ...emptyItem,
    url: someText(url),
    title,
    author: words('author'),
    siteName: words('siteName'),
    lang,
    excerpt: words('excerpt'),
    publishedAt: parseDate(words('published') ?? ''),
    savedAt: readSaved(words('saved')),
    status: isArchived
      ? 'finished'
      : (statusOf(status) ?? statusBy(words('read'), words('toRead'))),
    progress,
    archived: isArchived || isSet(words('archived')),
    starred: isSet(words('starred')),
    tags: listOf(words('tags') ?? ''),
    collections: foldersOf(words('folder') ?? ''),
    note: words('note'),
    // Of tables that say how many there are, as ours does, none has words.
    highlights:
      quote === null || /^\d+$/.test(quote)
        ? []
        : [{ quote, note: null, colour: null, createdAt: null }],
    content: contentOf(words('content'), { title, lang }),
  };
}

/** What spreadsheets would run as a formula is kept from that by an apostrophe, here as in other programs. */
const asWritten = (cell: string): string | null => someText(cell.replace(/^'(?=\s*[=+\-@])/, ''));

const isSet = (text: string | null): boolean =>
  text !== null && (isTrue(text) || /^[xy✓]$/i.test(text));

function statusOf(text: string): FoundItem['status'] {
  if (/^(?:finished|read|done|completed?)$/i.test(text)) return 'finished';
  if (/^(?:reading|in[ -]progress|started)$/i.test(text)) return 'reading';
  return /^(?:unread|to[ -]?read|inbox|new|later|queue)$/i.test(text) ? 'unread' : null;
}

function statusBy(read: string | null, toRead: string | null): FoundItem['status'] {
  if (read !== null) return isSet(read) ? 'finished' : 'unread';
  if (toRead !== null) return isSet(toRead) ? 'unread' : 'finished';
  return null;
}

/** A fraction, or hundredths where it is more than 1 or says so. */
function progressOf(text: string): number | null {
  const number = /^\d+(?:[.,]\d+)?\s*%?$/.test(text)
    ? Number.parseFloat(text.replace(',', '.'))
    : Number.NaN;
  if (Number.isNaN(number)) return null;
  return Math.min(1, number > 1 || text.endsWith('%') ? number / 100 : number);
}

/** By the sign that nobody puts into a name, as far as it stands there. */
function listOf(text: string): string[] {
  if (text.startsWith('[')) return readList(text);
  const between = ['\n', '|', ';', ','].find((sign) => text.includes(sign));
  return (between === undefined ? parts(text, '\0') : parts(text, between)).map((name) =>
    name.replace(/^#(?=\S)/, ''),
  );
}

/** `Work / Papers; Sea` are two: one in another, and one by itself. */
const foldersOf = (text: string): string[][] =>
  parts(text, /[;\n|]/).map((path) => parts(path, path.includes(' / ') ? ' / ' : '/'));

function contentOf(
  text: string | null,
  named: Parameters<typeof htmlBody>[1],
): FoundContent | null {
  if (text === null) return null;
  if (/<(?:p|div|h[1-6]|ul|ol|article|section|br|table|blockquote)\b/i.test(text))
    return htmlBody(text, named);
  return {
    kind: 'text',
    name: null,
    open: async () => ({ bytes: new TextEncoder().encode(text), companions: null }),
  };
}
