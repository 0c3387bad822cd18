// Highlights that named only their article's title came before it, and stand alone: when it comes, with an address or a text, they become its
// own. So several exports of one article join in whatever order they are imported.
import { awaitsText } from '../../../articles/awaited-repo.ts';
import type { WriteContext } from '../../../context.ts';
import { mergeArticles } from '../../../duplicates/merge-articles.ts';
import { findOfArticle } from '../../../highlights/highlight-repo.ts';
import { placeFinder, textOf } from '../../../highlights/reanchor.ts';
import { reindexArticle } from '../../../search/reindex-article.ts';
import { type ReadDb, statement } from '../../../storage/database.ts';

import type { Record } from './put-marks.ts';
import { copyOrigins } from './row-repo.ts';
import { wordsKey } from './words-key.ts';

/** Part of a transaction. @param articleId made just now, with an address or a text. What stood alone goes to the trash, and comes back with Undo. */
export function absorbNamesake(context: WriteContext, articleId: number, record: Record): void {
  const { db } = context;
  const bare = findBareNamesake(db, articleId);
  if (bare === null) return;
  const text = textOf(db, articleId);
  if (text !== '' && !hasWordsOf(db, bare, text)) return;
  mergeArticles(context, { id: articleId, text }, [{ id: bare, find: placeFinder(text) }], record);
  copyOrigins(db, bare, articleId);
  reindexArticle(db, articleId);
}

/** More of one title are no title. */
const MAX_NAMESAKES = 20;

/**
 * The only one of its title that has highlights, and neither an address nor a text. Looked up by the title alone (hence the `+`): those
 * without an address can be all notes of a vault.
 */
function findBareNamesake(db: ReadDb, articleId: number): number | null {
  const title = statement<string>(db, 'SELECT title FROM article WHERE id = ?').pluck();
  const namesakes = statement<number>(
    db,
    `SELECT id FROM article WHERE title = ? COLLATE NOCASE AND id <> ?
      AND +url_key IS NULL AND +trashed_at IS NULL LIMIT ${MAX_NAMESAKES}`,
  )
    .pluck()
    .all(title.get(articleId), articleId);
  const [only, ...others] = namesakes.filter(
    (id) => awaitsText(db, id) && findOfArticle(db, id).length > 0,
  );
  return only !== undefined && others.length === 0 ? only : null;
}

/** Another article may have the same title, but not the same words. */
function hasWordsOf(db: ReadDb, articleId: number, text: string): boolean {
  const words = wordsKey(text);
  return findOfArticle(db, articleId).some(({ quote }) => words.includes(wordsKey(quote)));
}
