// Answers the calls about articles that are nearly the same: to make one of them, or to be told that they are two.
import { LibraryError } from '#contract/errors.ts';
import { requireId, requireIds } from '../articles/require-articles.ts';
import type { Answers, WriteContext } from '../context.ts';
import { type FindPlace, placesAhead, textOf } from '../highlights/reanchor.ts';
import { recordStep } from '../journal/record-step.ts';
import { findRow, insertRow } from '../journal/rows.ts';
import { catchUp } from './catch-up.ts';
import { mergeArticles } from './merge-articles.ts';
import { pairKey } from './pair-repo.ts';

export function duplicateCommands(
  context: WriteContext,
): Answers<'duplicates.dismiss' | 'duplicates.merge' | 'duplicates.catchUp'> {
  const { db, ports } = context;
  return {
    'duplicates.dismiss': ({ uids }) =>
      recordStep(context, { kind: 'tell-apart', subject: null }, (record) => {
        const ids = requireIds(db, uids);
        const after = { at: ports.clock.now() };
        let isNew = false;
        for (const [place, id] of ids.entries()) {
          for (const other of ids.slice(place + 1)) {
            const key = pairKey(id, other);
            if (findRow(db, 'told_apart', key, [])) continue;
            insertRow(db, 'told_apart', key, after);
            record({ table: 'told_apart', key, before: null, after });
            isNew = true;
          }
        }
        return isNew ? ids.length : 0;
      }),

    'duplicates.merge': async ({ keep, others }, signal) => {
      const keptId = requireId(db, keep);
      const otherIds = requireIds(db, others).filter((id) => id !== keptId);
      if (otherIds.length === 0) {
        throw new LibraryError('invalid_input', 'An article cannot be merged with itself.');
      }
      const text = textOf(db, keptId);
      const merged: { id: number; find: FindPlace }[] = [];
      for (const id of otherIds) {
        merged.push({ id, find: await placesAhead(db, id, text, signal) });
      }
      if (signal.aborted) throw new LibraryError('cancelled', 'The merge was cancelled.');
      return recordStep(context, { kind: 'merge', subject: null }, (record) => {
        mergeArticles(context, { id: keptId, text }, merged, record);
        return merged.length + 1;
      });
    },

    'duplicates.catchUp': ({ limit }) => {
      const { found, pending } = catchUp(db, limit);
      if (found > 0) context.emit({ kind: 'changed', topics: ['articles'] });
      return { pending };
    },
  };
}
