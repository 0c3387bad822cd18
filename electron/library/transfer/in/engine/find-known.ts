// Which article of the library something that is imported is.
import { findIdByUid, findIdByUrlKey } from '../../../articles/article-repo.ts';
import { findReaderText } from '../../../articles/content-repo.ts';
import { type ReadDb, statement } from '../../../storage/database.ts';
import type { ImportItem } from './judge-item.ts';
import { wordsKey } from './words-key.ts';

/** In the trash or not; null where it is none. What has neither an address nor anything to be found by is new. */
export function findKnown(db: ReadDb, { address, uid, ...item }: ImportItem): number | null {
  const same = uid === null ? null : findIdByUid(db, uid);
  if (same !== null) return same;
  const { urlKey, sourceUrl } = address;
  if (urlKey !== null) return findIdByUrlKey(db, urlKey) ?? findBySourceUrl(db, sourceUrl);
  return item.title === null ? null : findByTitle(db, item.title, item);
}

/** The page was clipped there, and named another address as its own. */
function findBySourceUrl(db: ReadDb, url: string | null): number | null {
  const found = statement<number>(
    db,
    `SELECT id FROM article WHERE source_url = ? AND source_url IS NOT NULL AND canonical_url IS NOT NULL
      AND source_url <> canonical_url LIMIT 1`,
  );
  return found.pluck().get(url) ?? null;
}

/** More of one title are no title. */
const MAX_NAMESAKES = 20;

/**
 * Highlights that name only their article's title belong to the one that has their words, or to the only one of that title. What brings a
 * text of its own joins only what waits for one.
 */
function findByTitle(
  db: ReadDb,
  title: string,
  { highlights, content }: Pick<ImportItem, 'highlights' | 'content'>,
): number | null {
  const namesakes = statement<{ id: number; awaits: 0 | 1 }>(
    db,
    `SELECT id, EXISTS (SELECT 1 FROM awaited_text WHERE article_id = article.id) AND url_key IS NULL AS awaits
      FROM article WHERE title = ? COLLATE NOCASE AND trashed_at IS NULL ORDER BY id LIMIT ${MAX_NAMESAKES}`,
  ).all(title);
  if (content) return namesakes.find(({ awaits }) => awaits)?.id ?? null;
  const [first] = highlights;
  const bearer =
    first &&
    namesakes.find(({ id }) =>
      wordsKey(findReaderText(db, id) ?? '').includes(wordsKey(first.quote)),
    );
  if (bearer) return bearer.id;
  const [only, ...others] = first ? namesakes : namesakes.filter(({ awaits }) => awaits);
  return only && others.length === 0 ? only.id : null;
}
