// What Undo and Redo of an edit need before their transaction: the content of the article with the edits of that time.
import { BlockAction, BlockAddress } from '#contract/types/block.ts';
import type { AssetHold } from '../clip/asset-keeper.ts';
import type { WriteContext } from '../context.ts';
import type { RowChange } from '../journal/rows.ts';
import { findEdits } from './edit-repo.ts';
import { type EditedContent, readWithEdits } from './edited-content.ts';

/**
 * @param changes of one step
 * @returns null where the step has no edits, or brings back a content that was put aside
 */
export async function contentOfStep(
  context: WriteContext,
  changes: readonly (RowChange | null)[],
  direction: 'undo' | 'redo',
  hold: AssetHold,
  signal: AbortSignal,
): Promise<EditedContent | null> {
  const edits = changes.flatMap((change) => (change?.table === 'block_edit' ? [change] : []));
  const [first] = edits;
  if (!first || changes.some((change) => change?.table === 'reader_content')) return null;
  const articleId = Number((first.before ?? first.after)?.article_id);
  const found = new Map(findEdits(context.db, articleId).map((edit) => [edit.uid, edit]));
  const then = new Map<string, { action: BlockAction; address: BlockAddress }>(found);
  for (const { key, before, after } of edits) {
    const wanted = direction === 'undo' ? before : after;
    if (!wanted) then.delete(String(key.uid));
    else
      then.set(String(key.uid), {
        action: BlockAction.parse(wanted.action),
        address: BlockAddress.parse(wanted.address),
      });
  }
  const inOrder = [...then].sort(([one], [other]) => (one < other ? -1 : 1));
  return readWithEdits(
    context,
    articleId,
    inOrder.map(([, edit]) => edit),
    hold,
    signal,
  );
}
