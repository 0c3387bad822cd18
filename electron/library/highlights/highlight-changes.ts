// Changes of highlights, made together with what undoes them.
import type { Anchor } from '#contract/types/anchor.ts';
import type { HighlightColour, HighlightUid, TextRange } from '#contract/types/highlight.ts';
import {
  deleteRow,
  findRow,
  insertRow,
  type RowChange,
  updateRow,
  wholeColumns,
} from '../journal/rows.ts';
import type { WriteDb } from '../storage/database.ts';
import type { HighlightRow } from './highlight-row.ts';

interface NewHighlight {
  readonly uid: HighlightUid;
  readonly articleId: number;
  readonly colour: HighlightColour;
  readonly anchor: Anchor;
  readonly note: string;
  readonly now: number;
}

/** @param highlight with the anchor's offsets in today's text, null where it has no place there */
export function insertHighlight(db: WriteDb, highlight: NewHighlight): RowChange {
  const { uid, articleId, colour, anchor, note, now } = highlight;
  const row = {
    article_id: articleId,
    colour,
    ...anchorColumns(anchor),
    note,
    created_at: now,
    updated_at: now,
  };
  insertRow(db, 'highlight', { uid }, row);
  return { table: 'highlight', key: { uid }, before: null, after: row };
}

export const anchorColumns = ({ quote, prefix, suffix, start, end }: Anchor) => ({
  quote,
  prefix,
  suffix,
  start_offset: start,
  end_offset: end,
});

type Columns = Partial<
  Pick<
    HighlightRow,
    'colour' | 'quote' | 'prefix' | 'suffix' | 'start_offset' | 'end_offset' | 'note'
  >
>;

/** @returns null where it is so already */
export function changeHighlight(
  db: WriteDb,
  row: HighlightRow,
  wanted: Columns,
  now: number,
): RowChange | null {
  const before: Record<string, string | number | null> = {};
  const after: Record<string, string | number | null> = {};
  for (const column of Object.keys(wanted) as (keyof Columns)[]) {
    const value = wanted[column];
    if (value === undefined || value === row[column]) continue;
    before[column] = row[column];
    after[column] = value;
  }
  if (Object.keys(after).length === 0) return null;
  const key = { uid: row.uid };
  updateRow(db, 'highlight', key, after, now);
  return { table: 'highlight', key, before, after };
}

/**
 * Gives a highlight to another article.
 * @param place in the text of that one; null where its words are not there
 */
export function moveHighlight(
  db: WriteDb,
  row: HighlightRow,
  to: { readonly articleId: number; readonly place: TextRange | null },
  now: number,
): RowChange {
  const key = { uid: row.uid };
  const before = {
    article_id: row.article_id,
    start_offset: row.start_offset,
    end_offset: row.end_offset,
  };
  const after = {
    article_id: to.articleId,
    start_offset: to.place?.start ?? null,
    end_offset: to.place?.end ?? null,
  };
  updateRow(db, 'highlight', key, after, now);
  return { table: 'highlight', key, before, after };
}

export function deleteHighlight(db: WriteDb, { uid }: HighlightRow): RowChange {
  const before = findRow(db, 'highlight', { uid }, wholeColumns('highlight'));
  deleteRow(db, 'highlight', { uid });
  return { table: 'highlight', key: { uid }, before, after: null };
}
