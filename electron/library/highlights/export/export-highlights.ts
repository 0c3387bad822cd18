// Highlights as a text to take along: all that a filter finds, or a selection.
import type {
  HighlightEntry,
  HighlightFilter,
  HighlightFormat,
  HighlightUid,
} from '#contract/types/highlight.ts';
import type { ReadDb } from '../../storage/database.ts';
import { findEntries } from '../entry-repo.ts';
import { findByUids } from '../highlight-repo.ts';
import { findPage } from '../list-repo.ts';
import { toCsv } from './to-csv.ts';
import { toJson } from './to-json.ts';
import { toMarkdown } from './to-markdown.ts';
import { toQuotes } from './to-quotes.ts';

const writers: Readonly<Record<HighlightFormat, (entries: readonly HighlightEntry[]) => string>> = {
  markdown: toMarkdown,
  quote: toQuotes,
  json: toJson,
  csv: toCsv,
};

/** By article, the last saved first; a selection in the order in which it was made, whatever is in the trash. */
export function exportHighlights(
  db: ReadDb,
  wanted: {
    readonly uids?: readonly HighlightUid[] | undefined;
    readonly filter: HighlightFilter;
    readonly format: HighlightFormat;
  },
): { text: string; count: number } {
  const ids = wanted.uids
    ? findByUids(db, [...new Set(wanted.uids)]).map(({ id }) => id)
    : findPage(db, { filter: wanted.filter, sort: 'article', limit: Number.POSITIVE_INFINITY }).ids;
  const entries = findEntries(db, ids);
  return { text: writers[wanted.format](entries), count: entries.length };
}
