// SQL of a reader's edits of an article, and of which of them went into a content.
import { createHash } from 'node:crypto';
import { LibraryError } from '#contract/errors.ts';
import type { BlockAction, BlockAddress, BlockEdit } from '#contract/types/block.ts';
import type { ContentKey } from '../snapshots/content-rows.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';

export interface StoredEdit extends BlockEdit {
  readonly uid: string;
  /** How its block began when it was made. */
  readonly words: string;
  readonly createdAt: number;
}

/** Oldest first. */
export function findEdits(db: ReadDb, articleId: number): StoredEdit[] {
  return statement<{
    uid: string;
    action: BlockAction;
    address: BlockAddress;
    words: string;
    createdAt: number;
  }>(
    db,
    `SELECT uid, action, address, words, created_at AS createdAt FROM block_edit
      WHERE article_id = ? ORDER BY uid`,
  ).all(articleId);
}

/** Tells sets of edits apart; empty for none. */
export function editsKeyOf(edits: readonly BlockEdit[]): string {
  if (edits.length === 0) return '';
  const all = edits.map(({ action, address }) => [action, address]);
  return createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 32);
}

export const findEditsKey = (db: ReadDb, articleId: number): string =>
  editsKeyOf(findEdits(db, articleId));

/** An edit was made while a page was read: what was read is not what its reader wants any more. */
export const changedMeanwhile = (): LibraryError =>
  new LibraryError(
    'conflict',
    'The article has changed meanwhile. Nothing was changed; try again.',
  );

/** The key of the edits that went into a content; empty for none. */
export function findEditsIn(db: ReadDb, key: ContentKey): string {
  const edits = statement<string>(
    db,
    'SELECT edits FROM edited_content WHERE snapshot_id = ? AND extractor_version = ?',
  )
    .pluck()
    .get(key.snapshotId, key.extractorVersion);
  return edits ?? '';
}

/** @param edits a key, as `editsKeyOf` makes it */
export function setEditsIn(db: WriteDb, key: ContentKey, edits: string): void {
  statement(db, 'DELETE FROM edited_content WHERE snapshot_id = ? AND extractor_version = ?').run(
    key.snapshotId,
    key.extractorVersion,
  );
  if (edits === '') return;
  statement(
    db,
    'INSERT INTO edited_content (snapshot_id, extractor_version, edits) VALUES (?, ?, ?)',
  ).run(key.snapshotId, key.extractorVersion, edits);
}
