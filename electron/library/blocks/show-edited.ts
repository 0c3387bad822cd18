// Shows the content of an article with its reader's edits, in place of the one that it had with others.
import { EXTRACTOR_VERSION } from '../clip/page/extractor-version.ts';
import { replaceContent } from '../clip/replace-content.ts';
import type { RowChange } from '../journal/rows.ts';
import { findKeyInUse } from '../snapshots/content-rows.ts';
import { exchangeContent } from '../snapshots/exchange-content.ts';
import type { WriteDb } from '../storage/database.ts';
import type { EditedContent } from './edited-content.ts';

/**
 * Part of a transaction. Nothing has to be put aside: what the article was is made again from its snapshot and the edits of then.
 * Only what an earlier page reader made is, since today's makes something else.
 * @returns what the journal has to know beside the edits
 */
export function showEdited(
  db: WriteDb,
  { articleId, snapshotId, content, find }: EditedContent,
  now: number,
): RowChange | null {
  const shown = findKeyInUse(db, articleId);
  const key = { snapshotId, extractorVersion: EXTRACTOR_VERSION };
  const isAlike = shown?.snapshotId === snapshotId && shown.extractorVersion === EXTRACTOR_VERSION;
  if (!isAlike) return exchangeContent(db, articleId, { key, content }, now, find).change;
  replaceContent(db, { articleId, snapshotId }, content, now, find);
  return null;
}
