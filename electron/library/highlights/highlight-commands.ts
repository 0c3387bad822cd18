// Answers the calls that make and change highlights, each a step that can be undone.
import { LibraryError } from '#contract/errors.ts';
import { HighlightUid } from '#contract/types/highlight.ts';
import { requireId } from '../articles/require-articles.ts';
import type { Answers, WriteContext } from '../context.ts';
import { recordStep } from '../journal/record-step.ts';
import type { RowChange } from '../journal/rows.ts';
import { checkedNote } from '../notes/checked-note.ts';
import { writeNote } from '../notes/note-changes.ts';
import { findNote } from '../notes/note-repo.ts';
import {
  anchorColumns,
  changeHighlight,
  deleteHighlight,
  insertHighlight,
} from './highlight-changes.ts';
import { requireHighlight, requireHighlights } from './highlight-repo.ts';
import { toHighlight } from './highlight-row.ts';
import { placeMarked, requireWords } from './marked-words.ts';
import { quoteAsNote } from './quote-as-note.ts';
import { textOf } from './reanchor.ts';

type HighlightAnswers = Answers<
  | 'highlights.add'
  | 'highlights.change'
  | 'highlights.remove'
  | 'highlights.place'
  | 'highlights.keepAsNote'
>;

export function highlightCommands(context: WriteContext): HighlightAnswers {
  const { db } = context;
  return {
    'highlights.add': ({ uid: articleUid, colour, anchor, note: words }) => {
      requireWords(anchor);
      const note = checkedNote(words);
      const uid = HighlightUid.parse(context.newUid());
      const now = context.ports.clock.now();
      const { step } = recordStep(context, { kind: 'highlight', subject: colour }, (record) => {
        const articleId = requireId(db, articleUid);
        const placed = placeMarked(anchor, textOf(db, articleId));
        record(insertHighlight(db, { uid, articleId, colour, anchor: placed, note, now }));
        return 1;
      });
      return { highlight: toHighlight(requireHighlight(db, uid)), step };
    },

    'highlights.change': ({ uids, colour, note: words }) => {
      const note = words === undefined ? undefined : checkedNote(words);
      const now = context.ports.clock.now();
      const step =
        note === undefined
          ? ({ kind: 'recolour', subject: colour ?? null } as const)
          : ({ kind: 'annotate', subject: null, continues: true } as const);
      return recordStep(context, step, (record) => {
        const wanted = { ...(colour && { colour }), ...(note !== undefined && { note }) };
        return recordEach(
          record,
          requireHighlights(db, uids).map((row) => changeHighlight(db, row, wanted, now)),
        );
      });
    },

    'highlights.remove': ({ uids }) =>
      recordStep(context, { kind: 'unhighlight', subject: null }, (record) =>
        recordEach(
          record,
          requireHighlights(db, uids).map((row) => deleteHighlight(db, row)),
        ),
      ),

    'highlights.place': ({ uid, anchor }) => {
      requireWords(anchor);
      const now = context.ports.clock.now();
      return recordStep(context, { kind: 'place-highlight', subject: null }, (record) => {
        const row = requireHighlight(db, uid);
        const placed = placeMarked(anchor, textOf(db, row.article_id));
        if (placed.start === null) {
          throw new LibraryError(
            'conflict',
            'The text has changed since these words were chosen. Choose them again.',
          );
        }
        return recordEach(record, [changeHighlight(db, row, anchorColumns(placed), now)]);
      });
    },

    'highlights.keepAsNote': ({ uid }) => {
      const now = context.ports.clock.now();
      return recordStep(context, { kind: 'keep-as-note', subject: null }, (record) => {
        const row = requireHighlight(db, uid);
        const before = findNote(db, row.article_id)?.markdown.trimEnd() ?? '';
        const markdown = [before, quoteAsNote(row)].filter((part) => part !== '').join('\n\n');
        const note = writeNote(context, row.article_id, checkedNote(markdown), now);
        recordEach(record, [note, deleteHighlight(db, row)]);
        return 1;
      });
    },
  };
}

/** @returns how many there were to record */
function recordEach(
  record: (change: RowChange) => void,
  changes: readonly (RowChange | null)[],
): number {
  const made = changes.filter((change) => change !== null);
  for (const change of made) record(change);
  return made.length;
}
