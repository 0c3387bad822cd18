// SQL of what a reader leaves in an article's row by reading it.
import type { ArticleType } from '#contract/types/settings.ts';
import { statement, type WriteDb } from '../storage/database.ts';
import { seal } from '../storage/digest.ts';
import { writeArticleType } from './article-type.ts';

export function setOpened(db: WriteDb, id: number, now: number): void {
  statement(db, 'UPDATE article SET opened_at = ? WHERE id = ?').run(now, id);
  seal(db, 'article', id);
}

/** @param type all that is other than the general choice; null for nothing */
export function setArticleType(
  db: WriteDb,
  id: number,
  type: ArticleType | null,
  now: number,
): void {
  statement(db, 'UPDATE article SET type_settings = ?, updated_at = ? WHERE id = ?').run(
    writeArticleType(type),
    now,
    id,
  );
  seal(db, 'article', id);
}
