// What a search finds, before anything is read of it.

export interface Match {
  /** Row id of the article. */
  readonly id: number;
  /** Higher is better; 0 throughout where matches are in order of saving. */
  readonly score: number;
}

export interface Matches {
  readonly best: readonly Match[];
  /** How many articles match; a lower bound where that is not exact. */
  readonly total: number;
  readonly totalIsExact: boolean;
  /** False where there were too many to rank them all. */
  readonly rankedAll: boolean;
  /** Whether the time for it was over before everything was looked at. */
  readonly isPartial: boolean;
}

/** The rank function with its weights: title, headings, body, author, site, note, highlight. The lower the better. */
export const RANK = 'bm25(search_index, 10.0, 2.0, 1.0, 4.0, 4.0, 4.0, 4.0)';

export const byScore = (a: Match, b: Match): number => b.score - a.score || b.id - a.id;
