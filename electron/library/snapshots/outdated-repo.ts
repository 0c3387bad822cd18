// SQL of the generations of the page reader: which articles an earlier one made.
import type { ArticleUid } from '#contract/types/ids.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import { seal } from '../storage/digest.ts';
import type { ContentKey } from './content-rows.ts';

/** Outside the trash, and with a page. Those that were never read count as the oldest. */
const OUTDATED = `FROM article LEFT JOIN reader_content ON reader_content.article_id = article.id
  WHERE article.trashed_at IS NULL AND coalesce(reader_content.extractor_version, 0) < ?
    AND NOT EXISTS (SELECT 1 FROM awaited_text WHERE awaited_text.article_id = article.id)`;
const AMONG = 'AND article.id IN (SELECT value FROM json_each(?))';

export interface Outdated {
  /** Made by an earlier page reader than this one. */
  readonly version: number;
  /** Ids of articles; null for all there are. */
  readonly among: readonly number[] | null;
}

export function countOutdated(db: ReadDb, { version, among }: Outdated): number {
  const found = statement<number>(db, `SELECT count(*) ${OUTDATED} ${among ? AMONG : ''}`).pluck();
  return found.get(version, ...bound(among)) ?? 0;
}

/** @param after the last of the page before */
export function findOutdated(
  db: ReadDb,
  { version, among }: Outdated,
  { after, limit }: { readonly after: ArticleUid | null; readonly limit: number },
): ArticleUid[] {
  return statement<ArticleUid>(
    db,
    `SELECT article.uid ${OUTDATED} ${among ? AMONG : ''} AND article.uid > ?
      ORDER BY article.uid LIMIT ?`,
  )
    .pluck()
    .all(version, ...bound(among), after ?? '', limit);
}

const bound = (among: Outdated['among']): string[] => (among ? [JSON.stringify(among)] : []);

/** What an article shows is what today's page reader would make of it. */
export function markRead(db: WriteDb, articleId: number, version: number): void {
  statement(db, 'UPDATE reader_content SET extractor_version = ? WHERE article_id = ?').run(
    version,
    articleId,
  );
  seal(db, 'reader_content', articleId);
}

/** Of what earlier page readers made of a snapshot, the newest is enough to go back to. */
export function deleteOlderKept(db: WriteDb, { snapshotId, extractorVersion }: ContentKey): void {
  statement(db, 'DELETE FROM kept_content WHERE snapshot_id = ? AND extractor_version < ?').run(
    snapshotId,
    extractorVersion,
  );
}
