// What the reader says of an article in place of what its page said: checked, and as the columns that hold it.
import { LibraryError } from '#contract/errors.ts';
import type { ArticleDetails } from '#contract/types/article.ts';
import { MAX_NAME_LENGTH, MAX_TITLE_LENGTH } from '../clip/limits.ts';
import { parseHttpUrl, siteOf, urlKey } from '../clip/url-key.ts';
import { type ReadDb, statement } from '../storage/database.ts';
import { findDescription, findIdByUrlKey } from './article-repo.ts';

/** The columns of an article that say what it is. */
export interface DescribedColumns {
  readonly title: string;
  readonly author: string | null;
  readonly site_name: string | null;
  readonly published_at: string | null;
  readonly canonical_url: string | null;
  readonly url_key: string | null;
  readonly site: string | null;
}

/** @throws LibraryError not_found */
export function findDescribed(db: ReadDb, id: number): DescribedColumns {
  const row = statement<DescribedColumns>(
    db,
    `SELECT title, author, site_name, published_at, canonical_url, url_key, site
      FROM article WHERE id = ?`,
  ).get(id);
  if (row) return row;
  throw new LibraryError('not_found', 'This article is not in the library any more.');
}

/** @throws LibraryError invalid_input with what is wrong; conflict where the address is that of another article */
export function columnsOf(
  db: ReadDb,
  id: number,
  details: ArticleDetails,
): Partial<DescribedColumns> {
  const { title, author, siteName, publishedAt, url } = details;
  return {
    ...(title !== undefined && { title: checkedTitle(title) }),
    ...(author !== undefined && { author: checkedName(author, 'author') }),
    ...(siteName !== undefined && { site_name: checkedName(siteName, 'website') }),
    ...(publishedAt !== undefined && { published_at: checkedDate(publishedAt) }),
    ...(url !== undefined && addressColumns(db, id, url)),
  };
}

const inOneLine = (words: string): string => words.toWellFormed().replace(/\s+/g, ' ').trim();

function checkedTitle(words: string): string {
  const title = inOneLine(words);
  if (title === '') throw new LibraryError('invalid_input', 'An article needs a title.');
  if (title.length <= MAX_TITLE_LENGTH) return title;
  throw new LibraryError(
    'invalid_input',
    `A title has at most ${MAX_TITLE_LENGTH} characters; this one has ${title.length.toLocaleString('en')}.`,
  );
}

function checkedName(words: string, what: 'author' | 'website'): string | null {
  const name = inOneLine(words);
  if (name.length <= MAX_NAME_LENGTH) return name || null;
  throw new LibraryError(
    'invalid_input',
    `The name of the ${what} has at most ${MAX_NAME_LENGTH} characters; this one has ${name.length.toLocaleString('en')}.`,
  );
}

const DATE =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/;

function checkedDate(words: string): string | null {
  const date = words.trim();
  if (date === '') return null;
  const [, year, month = '01', day = '01'] = DATE.exec(date) ?? [];
  const time = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  // The 31st of April would be the 1st of May.
  if (!Number.isNaN(time) && new Date(time).toISOString().slice(8, 10) === day) return date;
  throw new LibraryError(
    'invalid_input',
    `“${date.slice(0, 40)}” is no date. Write it as 2026-04-30, 2026-04 or 2026.`,
  );
}

/** Where it was clipped from stays as it is: that is a fact of the snapshot. */
function addressColumns(
  db: ReadDb,
  id: number,
  words: string,
): Pick<DescribedColumns, 'canonical_url' | 'url_key' | 'site'> {
  const text = words.trim();
  const named = parseHttpUrl(text);
  if (!named && text !== '') {
    throw new LibraryError(
      'invalid_input',
      'This is no address of a web page. It begins with http:// or https://.',
    );
  }
  const url = named?.href ?? findDescription(db, id)?.sourceUrl ?? null;
  const key = url && urlKey(url);
  const other = key === null ? null : findIdByUrlKey(db, key);
  if (other !== null && other !== id) {
    const title = findDescription(db, other)?.title ?? '';
    throw new LibraryError('conflict', `The article “${title}” has this address already.`);
  }
  return { canonical_url: named?.href ?? null, url_key: key, site: url && siteOf(url) };
}
