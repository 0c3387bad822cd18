// What a source says of an article that is here already: the article gets what it lacks, and loses nothing.
import type { ReadingStatus } from '#contract/types/article.ts';
import type { OriginField } from '#contract/types/import.ts';
import { makeshiftTitle } from '../../../clip/clip-source.ts';
import type { WriteContext } from '../../../context.ts';
import { setColumns } from '../../../journal/article-changes.ts';
import { type ReadDb, statement } from '../../../storage/database.ts';
import type { ImportItem } from './judge-item.ts';
import { putMarks, type Record as RecordChange } from './put-marks.ts';

type Columns = {
  readonly title: string;
  readonly author: string | null;
  readonly site_name: string | null;
  readonly published_at: string | null;
  readonly excerpt: string;
  readonly lang: string | null;
  readonly saved_at: number;
  readonly reading_status: ReadingStatus;
  readonly progress: number;
  readonly starred_at: number | null;
  readonly archived_at: number | null;
  readonly trashed_at: number | null;
};

/** Which column is which field; a language, an excerpt and the way back from the trash are not worth naming. */
const fields: Readonly<Partial<Record<keyof Columns, OriginField>>> = {
  title: 'title',
  author: 'author',
  site_name: 'siteName',
  published_at: 'publishedAt',
  saved_at: 'savedAt',
  reading_status: 'status',
  progress: 'status',
  starred_at: 'starred',
  archived_at: 'archived',
};

/**
 * Part of a transaction. What lies in the trash comes back: whoever brings an article in wants it.
 * @param isNew it was made of this very item, whose words on it count more than those of its page
 * @returns what it was given, and whether anything changed at all
 */
export function joinItem(
  context: WriteContext,
  articleId: number,
  item: ImportItem,
  { record, isNew }: { readonly record: RecordChange; readonly isNew: boolean },
): { readonly fields: OriginField[]; readonly isChanged: boolean } {
  const { db, ports } = context;
  const now = ports.clock.now();
  const { sourceUrl, ...own } = findColumns(db, articleId);
  const isMadeUp = own.title === makeshiftTitle({ fileName: null, url: sourceUrl });
  const wanted = wantedOf(own, item, { now, isMadeUp, isNew });
  // Before the tags: their rows repeat the date.
  const changed = setColumns(db, articleId, own, wanted, now);
  if (changed && !isNew) record(changed);
  const named = Object.keys(changed?.after ?? {}).flatMap(
    (column) => fields[column as keyof Columns] ?? [],
  );
  const marks = putMarks(context, articleId, item, { record, isNew });
  const given = [...new Set([...named, ...marks.fields])];
  return { fields: given, isChanged: given.length > 0 || changed !== null };
}

function findColumns(db: ReadDb, id: number): Columns & { readonly sourceUrl: string | null } {
  const row = statement<Columns & { sourceUrl: string | null }>(
    db,
    `SELECT title, author, site_name, published_at, excerpt, lang, saved_at, reading_status, progress, starred_at,
        archived_at, trashed_at, source_url AS sourceUrl FROM article WHERE id = ?`,
  ).get(id);
  if (!row) throw new Error('an article that something is joined to is gone');
  return row;
}

function wantedOf(
  own: Columns,
  item: ImportItem,
  { now, isMadeUp, isNew }: { now: number; isMadeUp: boolean; isNew: boolean },
): Partial<Columns> {
  const lacking = <T>(mine: T, its: T): T => (isNew ? (its ?? mine) : (mine ?? its));
  const savedAt = Math.min(
    item.savedAt ?? own.saved_at,
    isNew ? Number.MAX_SAFE_INTEGER : own.saved_at,
  );
  return {
    ...((isNew || isMadeUp) && item.title !== null && { title: item.title }),
    author: lacking(own.author, item.author),
    site_name: lacking(own.site_name, item.siteName),
    published_at: lacking(own.published_at, item.publishedAt),
    lang: lacking(own.lang, item.lang),
    ...((isNew || own.excerpt === '') && item.excerpt !== null && { excerpt: item.excerpt }),
    saved_at: savedAt,
    ...furthest(own, item),
    ...(item.starred && { starred_at: own.starred_at ?? item.savedAt ?? now }),
    ...(item.archived && { archived_at: own.archived_at ?? item.savedAt ?? now }),
    ...(!item.trashed && { trashed_at: null }),
  };
}

const rank = (status: ReadingStatus): number => ['unread', 'reading', 'finished'].indexOf(status);

/** As far as it was read here or there. */
function furthest(own: Columns, item: ImportItem): Partial<Columns> {
  const read = item.progress ?? (item.status === 'finished' ? 1 : 0);
  const status = item.status ?? (read >= 1 ? 'finished' : read > 0 ? 'reading' : 'unread');
  return {
    reading_status: rank(status) > rank(own.reading_status) ? status : own.reading_status,
    progress: Math.max(own.progress, read),
  };
}
