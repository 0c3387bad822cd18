// Changes of tags themselves, made together with what undoes them. Each is part of a transaction.
import type { TagColour, TagName } from '#contract/types/tag.ts';
import { deleteRow, type RowChange, updateRow, type Values } from '../journal/rows.ts';
import { statement, type WriteDb } from '../storage/database.ts';
import { attachTag, detachTag, findTagArticles, type TagRow, tagKey } from './tag-repo.ts';

type Record = (change: RowChange) => void;

/** In another spelling, or another name that no other tag has. @returns null where it is called so already */
export function renameTag(db: WriteDb, tag: TagRow, name: TagName, now: number): RowChange | null {
  if (tag.name === name) return null;
  const before = { name: tag.name, name_key: tagKey(tag.name) };
  return setTag(db, tag, before, { name, name_key: tagKey(name) }, now);
}

/** @returns null where it has that colour already */
export function colourTag(
  db: WriteDb,
  tag: TagRow,
  colour: TagColour | null,
  now: number,
): RowChange | null {
  if (tag.colour === colour) return null;
  return setTag(db, tag, { colour: tag.colour }, { colour }, now);
}

function setTag(
  db: WriteDb,
  { id }: TagRow,
  before: Values,
  after: Values,
  now: number,
): RowChange {
  const key = { id };
  updateRow(db, 'tag', key, after, now);
  return { table: 'tag', key, before, after };
}

/** Takes a tag from every article, those in the trash too, and out of the library. @returns of how many articles */
export function deleteTag(db: WriteDb, tag: TagRow, record: Record): number {
  const articles = findTagArticles(db, tag.id);
  for (const articleId of articles) {
    const key = detachTag(db, tag.id, articleId);
    if (key) record({ table: 'article_tag', key, before: {}, after: null });
  }
  record(deleteTagRow(db, tag));
  return articles.length;
}

/** Every article with `from` has `into` instead. @returns how many articles had it */
export function mergeTag(db: WriteDb, from: TagRow, into: TagRow, record: Record): number {
  for (const articleId of findTagArticles(db, from.id)) {
    const key = attachTag(db, into.id, articleId);
    if (key) record({ table: 'article_tag', key, before: null, after: {} });
  }
  return deleteTag(db, from, record);
}

function deleteTagRow(db: WriteDb, { id, ...tag }: TagRow): RowChange {
  const created_at = statement<number>(db, 'SELECT created_at FROM tag WHERE id = ?')
    .pluck()
    .get(id);
  const { uid, name, colour } = tag;
  const before = { uid, name, name_key: tagKey(name), colour, created_at: created_at ?? 0 };
  const key = { id };
  deleteRow(db, 'tag', key);
  return { table: 'tag', key, before, after: null };
}
