// A new article that is known by its address or its title, and awaits its text.
import { ArticleUid } from '#contract/types/ids.ts';
import { type OriginField, rowFields } from '#contract/types/import.ts';
import { insertArticle, type NewState } from '../../../articles/article-repo.ts';
import { putAwaited } from '../../../articles/awaited-repo.ts';
import { searchFieldsOf } from '../../../clip/article-content.ts';
import { makeshiftTitle } from '../../../clip/clip-source.ts';
import type { WriteContext } from '../../../context.ts';
import type { PartOfImport } from './import-writer.ts';
import type { ImportItem } from './judge-item.ts';
import { putMarks } from './put-marks.ts';

/**
 * Part of a transaction.
 * @param undatedAt when it counts as saved, where nobody knows
 * @returns its id, and what it was given
 */
export function putAwaiting(
  context: WriteContext,
  item: ImportItem,
  { part, undatedAt }: { readonly part: PartOfImport; readonly undatedAt: number },
): { readonly id: number; readonly fields: readonly OriginField[] } {
  const { db } = context;
  const { address, author, siteName } = item;
  const title = item.title ?? makeshiftTitle({ fileName: null, url: address.sourceUrl });
  const savedAt = item.savedAt ?? undatedAt;
  const id = insertArticle(db, {
    uid: ArticleUid.parse(context.newUid()),
    ...address,
    title,
    author,
    siteName,
    publishedAt: item.publishedAt,
    lang: item.lang,
    dir: null,
    excerpt: item.excerpt ?? '',
    wordCount: 0,
    leadImage: null,
    warning: null,
    savedAt,
    state: stateOf(item, savedAt),
  });
  putAwaited(db, id);
  const { notes, quotes, fields } = putMarks(context, id, item, {
    record: part.record,
    isNew: true,
  });
  const described = { title, author, siteName, ...address };
  part.index({ id, fields: searchFieldsOf(described, null, { notes, quotes }) });
  return { id, fields: [...fieldsOf(item), ...fields] };
}

const fieldsOf = (item: ImportItem): OriginField[] =>
  rowFields.filter((field) => item[field] !== null && item[field] !== false);

/** Null where it is that of every new article. */
function stateOf(
  { status, progress, archived, starred }: ImportItem,
  savedAt: number,
): NewState | null {
  if (!status && !progress && !archived && !starred) return null;
  return {
    status: status ?? (progress ? (progress < 1 ? 'reading' : 'finished') : 'unread'),
    progress: progress ?? (status === 'finished' ? 1 : 0),
    archivedAt: archived ? savedAt : null,
    starredAt: starred ? savedAt : null,
  };
}
