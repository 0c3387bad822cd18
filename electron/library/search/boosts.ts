// What makes one match better than another beyond how often its words stand there: that they stand together. Measured
// by bench:quality: of remembered pieces and names more are first.
import { type ReadDb, statement } from '../storage/database.ts';
import { expressionOf } from './match-expression.ts';
import { byScore, type Matches } from './matches.ts';
import { isTextTerm, type QueryNode, type TextTerm } from './query-tree.ts';

export interface Boost {
  /** Full-text expression. */
  readonly match: string;
  /** The score of a match for which it holds is so many times what it was. */
  readonly times: number;
}

/** So many of the best can change places. */
export const BOOSTED = 100;
/** Looking for words that stand together costs what finding them all does: tenths of a millisecond up to here. */
const MAX_TOTAL = 2000;
/** Words further apart have nothing to do with each other. */
const CLOSE = 10;
const TIMES = { close: 2, inARow: 1.5 };

/** @param texts what an article must hold, all of it */
export function boostsOf(texts: readonly QueryNode[]): Boost[] {
  const terms = texts.filter(isPlain);
  if (terms.length < 2) return [];
  const close = {
    match: `NEAR(${terms.map(expressionOf).join(' ')}, ${CLOSE})`,
    times: TIMES.close,
  };
  if (terms.length < texts.length) return [close];
  const tokens = terms.flatMap((term) => term.tokens);
  return [close, { match: expressionOf({ tokens, open: false }), times: TIMES.inARow }];
}

const isPlain = (node: QueryNode): node is TextTerm =>
  isTextTerm(node) && node.kind !== 'part' && !node.open && node.scope === null;

/** The best in another order. */
export function boosted(db: ReadDb, found: Matches, boosts: readonly Boost[]): Matches {
  const { best, total } = found;
  if (best.length < 2 || total > MAX_TOTAL || boosts.length === 0) return found;
  const times = new Map(best.map(({ id }) => [id, 1]));
  let isChanged = false;
  for (const boost of boosts) {
    const ids = statement<number>(db, 'SELECT rowid FROM search_index WHERE search_index MATCH ?')
      .pluck()
      .all(boost.match);
    const those = ids.filter((id) => times.has(id));
    // What does not stand together does not stand in a row.
    if (those.length === 0) break;
    isChanged = true;
    for (const id of those) times.set(id, (times.get(id) ?? 1) * boost.times);
  }
  if (!isChanged) return found;
  const scored = best.map(({ id, score }) => ({ id, score: score * (times.get(id) ?? 1) }));
  return { ...found, best: scored.sort(byScore) };
}
