// SQL of tags and of which articles carry them. A tag's article count is kept by triggers.
import type { Tag, TagName } from '#contract/types/tag.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';

export interface TagRow {
  readonly id: number;
  readonly uid: string;
  readonly name: TagName;
}

/** What two spellings of the same tag have in common: no case, no compatibility forms. */
export function tagKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().normalize('NFKC');
}

/** By any spelling. */
export function findTag(db: ReadDb, name: string): TagRow | null {
  const found = statement<TagRow>(db, 'SELECT id, uid, name FROM tag WHERE name_key = ?').get(
    tagKey(name),
  );
  return found ?? null;
}

/** Tags that articles outside the trash carry: the most used first, then by name. */
export function findTags(db: ReadDb, limit: number): Tag[] {
  return statement<Tag>(
    db,
    `SELECT uid, name, article_count AS articleCount FROM tag
      WHERE article_count > 0 ORDER BY article_count DESC, name_key LIMIT ?`,
  ).all(limit);
}

/** The tag of this name, made where there is none; an existing one keeps its own spelling. */
export function ensureTag(
  db: WriteDb,
  name: TagName,
  make: { newUid(): string; now: number },
): TagRow & { isNew: boolean } {
  const found = findTag(db, name);
  if (found) return { ...found, isNew: false };
  const uid = make.newUid();
  const { lastInsertRowid } = statement(
    db,
    'INSERT INTO tag (uid, name, name_key, created_at) VALUES (?, ?, ?, ?)',
  ).run(uid, name, tagKey(name), make.now);
  return { id: Number(lastInsertRowid), uid, name, isNew: true };
}

/** The ids of the tags that an article carries. */
export function findTagIds(db: ReadDb, articleId: number): number[] {
  return statement<number>(
    db,
    'SELECT tag_id FROM article_tag WHERE article_id = ? ORDER BY tag_id',
  )
    .pluck()
    .all(articleId);
}

/** The primary key of `article_tag`. */
export type ArticleTagKey = { tag_id: number; saved_at: number; article_id: number };

/** @returns the new row; null where the article carried the tag already, or is gone */
export function attachTag(db: WriteDb, tagId: number, articleId: number): ArticleTagKey | null {
  // saved_at is copied, so that a tag's newest articles are a range of the primary key.
  const row = statement<ArticleTagKey>(
    db,
    `INSERT INTO article_tag (tag_id, saved_at, article_id)
      SELECT ?, saved_at, id FROM article WHERE id = ? ON CONFLICT DO NOTHING
      RETURNING tag_id, saved_at, article_id`,
  ).get(tagId, articleId);
  return row ?? null;
}

/** @returns the row that is gone; null where the article did not carry the tag */
export function detachTag(db: WriteDb, tagId: number, articleId: number): ArticleTagKey | null {
  const row = statement<ArticleTagKey>(
    db,
    `DELETE FROM article_tag WHERE article_id = ? AND tag_id = ?
      RETURNING tag_id, saved_at, article_id`,
  ).get(articleId, tagId);
  return row ?? null;
}

/**
 * Gives articles a tag, made where there is none. Not journaled: for articles that are being clipped.
 * @returns the articles that did not carry it before
 */
export function addTag(
  db: WriteDb,
  articleIds: readonly number[],
  name: TagName,
  make: { newUid(): string; now: number },
): number[] {
  const tag = ensureTag(db, name, make);
  return articleIds.filter((articleId) => attachTag(db, tag.id, articleId) !== null);
}
