// What the highlights page is asked to show, as its controls hold it and as the library takes it.
import type { HighlightColour, HighlightFilter } from '#contract/types/highlight.ts';
import type { ArticleUid } from '#contract/types/ids.ts';

export interface PageFilter {
  readonly text: string;
  readonly colours: ReadonlySet<HighlightColour>;
  /** Empty for any. */
  readonly tag: string;
  readonly article: { readonly uid: ArticleUid; readonly title: string } | null;
  /** Days as a date field writes them, `2026-11-25`; empty for none. Both are included. */
  readonly from: string;
  readonly to: string;
}

export const NO_FILTER: PageFilter = {
  text: '',
  colours: new Set(),
  tag: '',
  article: null,
  from: '',
  to: '',
};

/** Days are those of the person's own clock. */
export function asLibraryFilter(filter: PageFilter): HighlightFilter {
  const { text, colours, tag, article, from, to } = filter;
  const since = dayStart(from, 0);
  const until = dayStart(to, 1);
  return {
    ...(text.trim() && { text: text.trim() }),
    ...(colours.size > 0 && { colours: [...colours] }),
    ...(tag && { tag: tag as NonNullable<HighlightFilter['tag']> }),
    ...(article && { article: article.uid }),
    ...(since !== null && { since }),
    ...(until !== null && { until }),
  };
}

export const isFiltered = (filter: PageFilter): boolean =>
  Object.keys(asLibraryFilter(filter)).length > 0;

function dayStart(day: string, later: number): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return null;
  const [, year, month, date] = match.map(Number);
  const time = new Date(year ?? 0, (month ?? 1) - 1, (date ?? 1) + later).getTime();
  return Number.isNaN(time) ? null : time;
}
