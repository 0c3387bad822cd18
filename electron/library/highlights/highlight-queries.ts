// Answers the calls that show highlights: of one article, and of the whole library.
import type { LostHighlight } from '#contract/types/highlight.ts';
import { anchorPlacer } from '../anchors/anchor-placer.ts';
import { requireId } from '../articles/require-articles.ts';
import type { Answers, ReadContext } from '../context.ts';
import type { ReadDb } from '../storage/database.ts';
import { findEntries } from './entry-repo.ts';
import { exportHighlights } from './export/export-highlights.ts';
import { findOfArticle } from './highlight-repo.ts';
import { anchorOf, type HighlightRow, toHighlight } from './highlight-row.ts';
import { findPage } from './list-repo.ts';
import { textOf } from './reanchor.ts';

/** Best guesses made for one answer: looking for words that are gone takes some milliseconds each. */
const MAX_GUESSES = 100;

export function highlightQueries({
  db,
}: ReadContext): Answers<'highlights.ofArticle' | 'highlights.list' | 'highlights.export'> {
  return {
    'highlights.ofArticle': ({ uid }) => {
      const articleId = requireId(db, uid);
      const rows = findOfArticle(db, articleId);
      const lost = rows.filter((row) => row.start_offset === null);
      return {
        highlights: rows.filter((row) => row.start_offset !== null).map(toHighlight),
        lost: lost.length === 0 ? [] : withGuesses(db, articleId, lost),
      };
    },

    'highlights.list': ({ filter, sort, after, limit }) => {
      const page = findPage(db, { filter, sort, after, limit });
      return {
        entries: findEntries(db, page.ids),
        next: page.next,
        total: page.total,
      };
    },

    'highlights.export': (wanted) => exportHighlights(db, wanted),
  };
}

function withGuesses(
  db: ReadDb,
  articleId: number,
  rows: readonly HighlightRow[],
): LostHighlight[] {
  const text = textOf(db, articleId);
  const place = anchorPlacer(text);
  return rows.map((row, at) => {
    const found = at < MAX_GUESSES ? place(anchorOf(row)) : null;
    // It may have become placeable; the reader is asked all the same.
    const range = found?.kind === 'lost' ? found.guess : found;
    const guess = range && {
      start: range.start,
      end: range.end,
      text: text.slice(range.start, range.end),
    };
    return { ...toHighlight(row), guess };
  });
}
