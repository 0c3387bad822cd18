// The tokens by which a piece of a query is looked up. They are those of the index, but for the end of a run of
// Thai, Lao, Khmer or Burmese: in the index it closes the run, in a query the run may go on.
import { isAlone, isOfRun } from './fold-table.ts';
import { tokensOf } from './normalise.ts';

export interface LookupTokens {
  readonly tokens: string[];
  /** Whether the last token is only the beginning of one. */
  readonly open: boolean;
}

/** @param asPrefix whether what is looked up was marked as the beginning of a word */
export function lookupTokens(text: string, asPrefix: boolean): LookupTokens {
  const tokens = tokensOf(text);
  const last = tokens.at(-1);
  if (last === undefined || isAlone(last)) return { tokens, open: false };
  if (!isOfRun(last)) return { tokens, open: asPrefix };
  // The last token of a run is its last character. Alone in its run, it begins a pair or closes a run.
  const before = tokens.at(-2);
  if (before === undefined || !isPair(before)) return { tokens, open: true };
  tokens.pop();
  return { tokens, open: false };
}

const isPair = (token: string): boolean => isOfRun(token) && [...token].length === 2;
