// Puts an article into the index as it stands in its rows: after what is known of it changed, its text being the same.
import { findDescription } from '../articles/article-repo.ts';
import { findReaderText } from '../articles/content-repo.ts';
import { searchFieldsOf } from '../clip/article-content.ts';
import type { WriteDb } from '../storage/database.ts';
import { reindex } from './search-index.ts';

/** Part of a transaction. */
export function reindexArticle(db: WriteDb, id: number): void {
  const article = findDescription(db, id);
  if (article) reindex(db, id, searchFieldsOf(article, findReaderText(db, id) ?? ''));
}
