// Articles whose row is lost, while their page or their text is there: they get a row anew.
import { makeshiftTitle } from '../clip/clip-source.ts';
import { excerptOf } from '../clip/page/excerpt.ts';
import { shorten } from '../clip/page/shorten.ts';
import { countWords } from '../clip/page/word-count.ts';
import { siteOf, urlKey } from '../clip/url-key.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import { unpackText } from '../storage/text-blob.ts';

const MAX_TITLE_LENGTH = 120;

interface Left {
  readonly id: number;
  readonly url: string | null;
  readonly fileName: string | null;
  readonly capturedAt: number | null;
  readonly text: Buffer | null;
}

/**
 * Part of a transaction.
 * @param known what the indexes say of lost articles
 * @returns how many were made
 */
export function mendArticles(
  db: WriteDb,
  known: { uids: ReadonlyMap<number, string>; titles: ReadonlyMap<number, string> },
  newUid: () => string,
  now: number,
): number {
  const left = findLeft(db);
  for (const { id, url, fileName, capturedAt, text } of left) {
    const words = textOf(text);
    const firstLine = words.trim().split('\n', 1)[0] ?? '';
    const title = known.titles.get(id) ?? (firstLine || makeshiftTitle({ url, fileName }));
    const savedAt = capturedAt ?? now;
    const key = url === null ? null : urlKey(url);
    const isTaken =
      key !== null && statement(db, 'SELECT 1 FROM article WHERE url_key = ?').get(key);
    statement(
      db,
      `INSERT INTO article (id, uid, source_url, url_key, site, title, excerpt, word_count, saved_at, updated_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      id,
      known.uids.get(id) ?? newUid(),
      url,
      isTaken ? null : key,
      url === null ? null : siteOf(url),
      shorten(title, MAX_TITLE_LENGTH),
      excerptOf(null, title, words),
      countWords(words),
      savedAt,
      now,
    );
  }
  return left.length;
}

function findLeft(db: ReadDb): Left[] {
  return statement<Left>(
    db,
    `WITH there AS (
        SELECT article_id AS id FROM snapshot UNION SELECT article_id FROM reader_content
      )
      SELECT there.id, page.url, page.file_name AS fileName, page.captured_at AS capturedAt,
        reader_content.reader_text AS text
      FROM there
        LEFT JOIN reader_content ON reader_content.article_id = there.id
        LEFT JOIN snapshot AS page ON page.id = (
          SELECT id FROM snapshot WHERE article_id = there.id ORDER BY captured_at, id LIMIT 1)
      WHERE there.id NOT IN (SELECT id FROM article)`,
  ).all();
}

function textOf(packed: Buffer | null): string {
  try {
    return packed ? unpackText(packed) : '';
  } catch {
    return ''; // Damaged: it goes later, and is made again from its page.
  }
}
