// Highlights that named only their article's title came before it, and stand alone: when it comes, with an address or a text, they become its
// own. So several exports of one article join in whatever order they are imported.
import type { WriteContext } from '../../../context.ts';
import { mergeArticles } from '../../../duplicates/merge-articles.ts';
import { findOfArticle } from '../../../highlights/highlight-repo.ts';
import { placeFinder, textOf } from '../../../highlights/reanchor.ts';
import { reindexArticle } from '../../../search/reindex-article.ts';
import { type ReadDb, statement } from '../../../storage/database.ts';

import type { Record } from './put-marks.ts';
import { copyOrigins } from './row-repo.ts';
import { wordsKey } from './words-key.ts';

/** Part of a transaction. @param articleId made just now. What stood alone goes to the trash, and comes back with Undo. */
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

/** The only one of its title that has highlights, and neither an address nor a text. */
function findBareNamesake(db: ReadDb, articleId: number): number | null {
  const [only, ...others] = statement<number>(
    db,
    `SELECT bare.id FROM article
      JOIN article AS bare ON bare.title = article.title COLLATE NOCASE AND bare.id <> article.id
      WHERE article.id = ? AND bare.url_key IS NULL AND bare.trashed_at IS NULL
        AND EXISTS (SELECT 1 FROM awaited_text WHERE article_id = bare.id)
        AND EXISTS (SELECT 1 FROM highlight WHERE article_id = bare.id)
        AND (article.url_key IS NOT NULL
          OR NOT EXISTS (SELECT 1 FROM awaited_text WHERE article_id = article.id)) LIMIT 2`,
  )
    .pluck()
    .all(articleId);
  return only !== undefined && others.length === 0 ? only : null;
}

/** Another article may have the same title, but not the same words. */
function hasWordsOf(db: ReadDb, articleId: number, text: string): boolean {
  const words = wordsKey(text);
  return findOfArticle(db, articleId).some(({ quote }) => words.includes(wordsKey(quote)));
}
