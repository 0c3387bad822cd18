// What an article shows is put aside whole before something else takes its place, so that it can come back.
import { type NewContent, replaceContent } from '../clip/replace-content.ts';
import type { FindPlace } from '../highlights/reanchor.ts';
import type { RowChange } from '../journal/rows.ts';
import type { WriteDb } from '../storage/database.ts';
import {
  type ContentKey,
  deleteKept,
  findKept,
  findKeyInUse,
  findWholeContent,
  putKept,
} from './content-rows.ts';

export interface Exchanged {
  readonly placed: number;
  readonly lost: number;
  /** For the journal; null where the article had no content to come back to. */
  readonly change: RowChange | null;
}

/**
 * Shows a content in place of the one in use; part of a transaction.
 * @param find `placesAhead` does the slow part before
 */
export function exchangeContent(
  db: WriteDb,
  articleId: number,
  next: { readonly key: ContentKey; readonly content: NewContent },
  now: number,
  find?: FindPlace,
): Exchanged {
  const before = findKeyInUse(db, articleId);
  const former = findWholeContent(db, articleId);
  deleteKept(db, next.key);
  if (before && former) putKept(db, before, former, now);
  const target = { articleId, ...next.key };
  const { placed, lost } = replaceContent(db, target, next.content, now, find);
  const change: RowChange | null = before && {
    table: 'reader_content',
    key: { article_id: articleId },
    before: columnsOf(before),
    after: columnsOf(next.key),
  };
  return { placed, lost, change };
}

/** Shows again what was put aside; part of a transaction. @returns false where it is not there any more */
export function bringBack(db: WriteDb, articleId: number, key: ContentKey, now: number): boolean {
  const content = findKept(db, key);
  if (!content) return false;
  exchangeContent(db, articleId, { key, content }, now);
  return true;
}

const columnsOf = ({ snapshotId, extractorVersion }: ContentKey) => ({
  snapshot_id: snapshotId,
  extractor_version: extractorVersion,
});
