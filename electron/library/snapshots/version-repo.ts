// SQL of the versions of an article, as they are listed.
import type { Snapshot, SnapshotUid } from '#contract/types/snapshot.ts';
import { type ReadDb, statement } from '../storage/database.ts';

interface SnapshotRow {
  readonly uid: SnapshotUid;
  readonly captured_at: number;
  readonly url: string | null;
  readonly file_name: string | null;
  readonly rendered: 0 | 1;
  readonly in_use: 0 | 1;
  readonly pages: number;
  readonly word_count: number | null;
}

/** Newest first. */
export function findSnapshots(db: ReadDb, articleId: number): Snapshot[] {
  return statement<SnapshotRow>(
    db,
    `SELECT snapshot.uid, captured_at, url, file_name,
        EXISTS (SELECT 1 FROM rendered_snapshot WHERE snapshot_id = snapshot.id) AS rendered,
        reader_content.snapshot_id IS NOT NULL AS in_use,
        (SELECT count(*) + 1 FROM snapshot_part WHERE snapshot_id = snapshot.id) AS pages,
        CASE WHEN reader_content.snapshot_id IS NULL
          THEN (SELECT word_count FROM kept_content WHERE snapshot_id = snapshot.id
            ORDER BY id DESC LIMIT 1)
          ELSE article.word_count END AS word_count
      FROM snapshot JOIN article ON article.id = snapshot.article_id
      LEFT JOIN reader_content ON reader_content.snapshot_id = snapshot.id
      WHERE snapshot.article_id = ? ORDER BY captured_at DESC, snapshot.id DESC`,
  )
    .all(articleId)
    .map((row) => ({
      uid: row.uid,
      capturedAt: row.captured_at,
      url: row.url,
      fileName: row.file_name,
      rendered: row.rendered === 1,
      inUse: row.in_use === 1,
      pages: row.pages,
      wordCount: row.word_count,
    }));
}
