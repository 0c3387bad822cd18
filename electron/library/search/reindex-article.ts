// Puts articles into the index as they stand in their rows.
import { findDescription } from '../articles/article-repo.ts';
import { findContent } from '../articles/content-repo.ts';
import { type ContentToIndex, type Described, searchFieldsOf } from '../clip/article-content.ts';
import { findOfArticle } from '../highlights/highlight-repo.ts';
import { findNote } from '../notes/note-repo.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import { putContentFacts } from './content-facts.ts';
import { type IndexEntry, reindex, type SearchFields, unindexArticle } from './search-index.ts';

/** Part of a transaction. Those that are gone are taken out. */
export function reindexArticles(db: WriteDb, ids: readonly number[]): void {
  const entries = ids.flatMap((id) => {
    const fields = findFields(db, id);
    if (fields) return [{ id, fields }];
    unindexArticle(db, id);
    statement(db, 'DELETE FROM index_pending WHERE article_id = ?').run(id);
    return [];
  });
  reindex(db, entries);
}

export function reindexArticle(db: WriteDb, id: number): void {
  reindexArticles(db, [id]);
}

/** Notes beside it what its content holds. */
function findFields(db: WriteDb, id: number): SearchFields | null {
  const article = findDescription(db, id);
  if (!article) return null;
  const content = findContent(db, id);
  if (content) putContentFacts(db, id, content.html);
  return fieldsOf(db, id, article, content);
}

function fieldsOf(
  db: ReadDb,
  id: number,
  article: Described,
  content: ContentToIndex | null,
): SearchFields {
  const marks = findOfArticle(db, id);
  return searchFieldsOf(article, content, {
    notes: [findNote(db, id)?.markdown ?? '', ...marks.map(({ note }) => note)],
    quotes: marks.map(({ quote }) => quote),
  });
}

/**
 * What a new article is found by as its rows stand now.
 * @param content what was written of it, and what it holds noted, just now: its row holds it packed
 */
export function newEntry(db: ReadDb, id: number, content: ContentToIndex): IndexEntry {
  const article = findDescription(db, id);
  if (!article) throw new Error('an article that is to be indexed is gone');
  return { id, fields: fieldsOf(db, id, article, content) };
}

/** Beyond this a saved note would have to wait for its article: 100 kB packed are some 50 ms. */
const MAX_PACKED = 100_000;
/** What one step changes is nearly always one article. */
const MAX_AT_ONCE = 20;

/**
 * Makes the entries of those articles anew whose words this transaction changed; part of it. Very long ones, and all
 * beyond the first few, are left to the keeper of the index.
 */
export function reindexChanged(db: WriteDb): void {
  const ids = statement<number>(
    db,
    `SELECT article_id FROM index_pending WHERE changed = 1
      AND coalesce((SELECT octet_length(reader_text) FROM reader_content
        WHERE reader_content.article_id = index_pending.article_id), 0) <= ${MAX_PACKED}
      ORDER BY article_id DESC LIMIT ${MAX_AT_ONCE}`,
  )
    .pluck()
    .all();
  reindexArticles(db, ids);
}
