// A highlight's row as SQL gives it, and how it becomes what callers see.
import type { Anchor } from '#contract/types/anchor.ts';
import type { Highlight, HighlightColour, HighlightUid } from '#contract/types/highlight.ts';
import type { ArticleUid } from '#contract/types/ids.ts';

export interface HighlightRow {
  readonly id: number;
  readonly uid: HighlightUid;
  readonly article_id: number;
  readonly article_uid: ArticleUid;
  readonly colour: HighlightColour;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start_offset: number | null;
  readonly end_offset: number | null;
  readonly note: string;
  readonly created_at: number;
  readonly updated_at: number;
}

/** For statements that join `highlight` and `article`. */
export const HIGHLIGHT_COLUMNS = `
  highlight.id, highlight.uid, highlight.article_id, article.uid AS article_uid, highlight.colour,
  highlight.quote, highlight.prefix, highlight.suffix, highlight.start_offset, highlight.end_offset,
  highlight.note, highlight.created_at, highlight.updated_at`;

export function toHighlight(row: HighlightRow): Highlight {
  return {
    uid: row.uid,
    articleUid: row.article_uid,
    colour: row.colour,
    quote: row.quote,
    prefix: row.prefix,
    suffix: row.suffix,
    range: rangeOf(row),
    note: row.note,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

type Place = Pick<HighlightRow, 'start_offset' | 'end_offset'>;

export const rangeOf = ({ start_offset: start, end_offset: end }: Place): Highlight['range'] =>
  start === null || end === null ? null : { start, end };

export const anchorOf = (
  row: Pick<HighlightRow, 'quote' | 'prefix' | 'suffix'> & Place,
): Anchor => ({
  quote: row.quote,
  prefix: row.prefix,
  suffix: row.suffix,
  start: row.start_offset,
  end: row.end_offset,
});
