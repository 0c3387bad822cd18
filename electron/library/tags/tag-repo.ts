// SQL of tags and of which articles carry them. A tag's article count is kept by triggers.
import type { Tag, TagAmong, TagColour, TagName, TagUid } from '#contract/types/tag.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';

export interface TagRow {
  readonly id: number;
  readonly uid: TagUid;
  readonly name: TagName;
  readonly colour: TagColour | null;
}

/** What two spellings of the same tag have in common: no case, no compatibility forms. */
export function tagKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().normalize('NFKC');
}

const TAG_COLUMNS = 'id, uid, name, colour';

/** By any spelling. */
export function findTag(db: ReadDb, name: string): TagRow | null {
  const found = statement<TagRow>(db, `SELECT ${TAG_COLUMNS} FROM tag WHERE name_key = ?`).get(
    tagKey(name),
  );
  return found ?? null;
}

export function findTagByUid(db: ReadDb, uid: TagUid): TagRow | null {
  const found = statement<TagRow>(db, `SELECT ${TAG_COLUMNS} FROM tag WHERE uid = ?`).get(uid);
  return found ?? null;
}

/** The most used first, then by name. @param unused also those that no article outside the trash carries */
export function findTags(db: ReadDb, limit: number, unused: boolean): Tag[] {
  return statement<Tag>(
    db,
    `SELECT uid, name, colour, article_count AS articleCount FROM tag
      WHERE article_count > ? ORDER BY article_count DESC, name_key LIMIT ?`,
  ).all(unused ? -1 : 0, limit);
}

/** More tags than this nobody looks through. */
const MAX_AMONG = 200;

/** Those that some of these articles carry, the most frequent first, then by name. */
export function findTagsAmong(db: ReadDb, ids: readonly number[]): TagAmong[] {
  return statement<TagAmong>(
    db,
    `SELECT tag.name, count(*) AS count
      FROM json_each(?) AS wanted
      CROSS JOIN article_tag ON article_tag.article_id = wanted.value
      CROSS JOIN tag ON tag.id = article_tag.tag_id
      GROUP BY tag.id ORDER BY count DESC, tag.name_key LIMIT ${MAX_AMONG}`,
  ).all(JSON.stringify(ids));
}

/** Tags that no article carries, in the trash or not. */
export function findUnusedTags(db: ReadDb): TagRow[] {
  return statement<TagRow>(
    db,
    `SELECT ${TAG_COLUMNS} FROM tag
      WHERE NOT EXISTS (SELECT 1 FROM article_tag WHERE tag_id = tag.id) ORDER BY name_key`,
  ).all();
}

/** Ids of all articles that carry a tag, those in the trash too. */
export function findTagArticles(db: ReadDb, tagId: number): number[] {
  return statement<number>(db, 'SELECT article_id FROM article_tag WHERE tag_id = ?')
    .pluck()
    .all(tagId);
}

/** The tag of this name, made where there is none; an existing one keeps its own spelling. */
export function ensureTag(
  db: WriteDb,
  name: TagName,
  make: { newUid(): string; now: number },
): TagRow & { isNew: boolean } {
  const found = findTag(db, name);
  if (found) return { ...found, isNew: false };
  const uid = make.newUid() as TagUid;
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO tag (id, uid, name, name_key, created_at)
      VALUES ((SELECT last + 1 FROM tag_sequence), ?, ?, ?, ?)`,
  ).run(uid, name, tagKey(name), make.now);
  return { id: Number(lastInsertRowid), uid, name, colour: null, isNew: true };
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

/** saved_at is copied, so that a tag's newest articles are a range of the primary key. */
const ATTACH = `INSERT INTO article_tag (tag_id, saved_at, article_id)
  SELECT ?, saved_at, id FROM article WHERE id = ? ON CONFLICT DO NOTHING`;

/** @returns the new row; null where the article carried the tag already, or is gone */
export function attachTag(db: WriteDb, tagId: number, articleId: number): ArticleTagKey | null {
  const row = statement<ArticleTagKey>(db, `${ATTACH} RETURNING tag_id, saved_at, article_id`).get(
    tagId,
    articleId,
  );
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

/** One statement for many articles: a third of the time. @returns the new rows */
export function attachToAll(
  db: WriteDb,
  tagId: number,
  articleIds: readonly number[],
): ArticleTagKey[] {
  return statement<ArticleTagKey>(
    db,
    `INSERT INTO article_tag (tag_id, saved_at, article_id)
      SELECT ?, article.saved_at, article.id
        FROM json_each(?) AS wanted CROSS JOIN article ON article.id = wanted.value
        WHERE true ON CONFLICT DO NOTHING
      RETURNING tag_id, saved_at, article_id`,
  ).all(tagId, JSON.stringify(articleIds));
}

/** @returns the rows that are gone */
export function detachFromAll(
  db: WriteDb,
  tagId: number,
  articleIds: readonly number[],
): ArticleTagKey[] {
  return statement<ArticleTagKey>(
    db,
    `DELETE FROM article_tag
      WHERE article_id IN (SELECT value FROM json_each(?)) AND tag_id = ?
      RETURNING tag_id, saved_at, article_id`,
  ).all(JSON.stringify(articleIds), tagId);
}

/** Gives an article a tag, made where there is none. Not journaled: for an article that is being clipped. */
export function addTag(
  db: WriteDb,
  articleId: number,
  name: TagName,
  make: { newUid(): string; now: number },
): void {
  const tag = ensureTag(db, name, make);
  // As attachTag has it: telling of the row takes half as long again as writing it.
  statement(db, ATTACH).run(tag.id, articleId);
}
