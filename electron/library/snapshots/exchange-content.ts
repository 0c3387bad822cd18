// What an article shows is put aside whole before something else takes its place, so that it can come back.
import { forgetContentFacts } from '../articles/article-repo.ts';
import { putAwaited } from '../articles/awaited-repo.ts';
import { deleteContent } from '../clip/article-content.ts';
import { type NewContent, replaceContent } from '../clip/replace-content.ts';
import { type FindPlace, placeFinder, reanchor } from '../highlights/reanchor.ts';
import type { RowChange } from '../journal/rows.ts';
import { deleteMissing } from '../pictures/picture-repo.ts';
import { reindexArticle } from '../search/reindex-article.ts';
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

/** What an article shows is a version of it from now on, and it awaits its text again; part of a transaction. Its title and excerpt stay. */
export function putAside(db: WriteDb, articleId: number, now: number): void {
  const key = findKeyInUse(db, articleId);
  const content = findWholeContent(db, articleId);
  if (!key || !content) return;
  putKept(db, key, content, now);
  deleteContent(db, articleId);
  deleteMissing(db, articleId);
  putAwaited(db, articleId);
  forgetContentFacts(db, articleId, now);
  reindexArticle(db, articleId);
  reanchor(db, articleId, placeFinder(''));
}

/** The first content of an article that awaited it, as the journal keeps it. */
export const firstContent = (articleId: number, key: ContentKey): RowChange => ({
  table: 'reader_content',
  key: { article_id: articleId },
  before: null,
  after: columnsOf(key),
});

const columnsOf = ({ snapshotId, extractorVersion }: ContentKey) => ({
  snapshot_id: snapshotId,
  extractor_version: extractorVersion,
});
