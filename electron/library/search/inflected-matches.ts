// Where the words of a query are found in few articles, those with other forms of them follow.
import type { ReadDb } from '../storage/database.ts';
import type { CompiledQuery } from './compile-query.ts';
import { inflectedTree } from './inflected-query.ts';
import { inflectionsOf } from './inflections.ts';
import type { Match, Matches } from './matches.ts';
import type { ParsedQuery } from './parse-query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A page of them. More is enough to choose from, and its order needs no company. */
const FEW = 20;

export interface Answered {
  readonly query: CompiledQuery;
  readonly matches: Matches;
}

/**
 * @param answered what was found as it was typed
 * @param answer finds what another tree of the same query asks for
 * @returns the same where it is enough or the words have no other forms
 */
export function withInflected(
  { db, words }: { readonly db: ReadDb; readonly words: Vocabulary },
  parsed: ParsedQuery,
  answered: Answered,
  answer: (parsed: ParsedQuery) => Answered,
): Answered {
  const { query, matches } = answered;
  if (query.match === null || query.sort !== 'relevance' || matches.total >= FEW) return answered;
  const root = inflectedTree(parsed.root, inflectionsOf(db, words));
  if (!root) return answered;
  const wider = answer({ ...parsed, root });
  return { query: wider.query, matches: { ...wider.matches, best: below(matches, wider.matches) } };
}

/** What was typed comes first, whatever the other forms score. */
function below({ best }: Matches, wider: Matches): Match[] {
  const ids = new Set(best.map(({ id }) => id));
  const least = best.at(-1)?.score ?? Number.POSITIVE_INFINITY;
  const others = wider.best.filter(({ id }) => !ids.has(id));
  return [...best, ...others.map(({ id, score }) => ({ id, score: Math.min(score, least) }))];
}
