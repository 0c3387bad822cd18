// Answers the calls about the reader's note on an article.
import { requireId } from '../articles/require-articles.ts';
import type { Answers, ReadContext, WriteContext } from '../context.ts';
import { recordStep } from '../journal/record-step.ts';
import { checkedNote } from './checked-note.ts';
import { writeNote } from './note-changes.ts';
import { findNote } from './note-repo.ts';

export function noteQueries({ db }: ReadContext): Answers<'notes.get'> {
  return {
    'notes.get': ({ uid }) => {
      const note = findNote(db, requireId(db, uid));
      return note && { markdown: note.markdown, updatedAt: note.updatedAt };
    },
  };
}

export function noteCommands(context: WriteContext): Answers<'notes.save'> {
  return {
    'notes.save': ({ uid, markdown }) => {
      const note = checkedNote(markdown);
      const now = context.ports.clock.now();
      return recordStep(
        context,
        { kind: 'write-note', subject: null, continues: true },
        (record) => {
          const change = writeNote(context, requireId(context.db, uid), note, now);
          if (!change) return 0;
          record(change);
          return 1;
        },
      );
    },
  };
}
