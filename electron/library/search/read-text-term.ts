// Makes a term of a word or phrase as it was typed, with its stars.
import { isAlone, isOfRun } from './fold-table.ts';
import { lookupTokens } from './lookup-tokens.ts';
import { tokensOf } from './normalise.ts';
import type { QueryHints } from './query-hints.ts';
import { quotedShort } from './query-hints.ts';
import type { TextScope, TextTerm } from './query-tree.ts';

/** A longer phrase is looked up by its beginning. */
export const MAX_PHRASE_TOKENS = 32;
/** Fewer letters stand inside nearly every word. */
const PART_LETTERS = 2;

/** @returns null where there is nothing in it that could be looked up */
export function readTextTerm(
  kind: 'word' | 'phrase',
  typed: string,
  scope: TextScope | null,
  hints: QueryHints,
): TextTerm | null {
  if (kind === 'phrase') return termOf(kind, typed, false, scope, hints);
  const { start, end } = withoutStars(typed);
  const text = typed.slice(start, end);
  const starred = end < typed.length;
  if (start > 0) {
    const tokens = tokensOf(text);
    const [token = ''] = tokens;
    // Chinese, Japanese and Thai are found inside anything as it is.
    if (tokens.length === 1 && !isAlone(token) && !isOfRun(token)) {
      if ([...token].length >= PART_LETTERS)
        return { kind: 'part', text, tokens, open: starred, scope };
      hints.add(
        `${quotedShort(typed)} needs two letters at least; a word was searched for instead.`,
      );
    }
  }
  const term = termOf(kind, text, starred, scope, hints);
  if (term && term.tokens.length > 1 && /[\p{L}\p{N}][*＊]+[\p{L}\p{N}]/u.test(text)) {
    hints.add(
      `A star stands before or behind a word: ${quotedShort(text)} was searched for as “${term.tokens.join(' ').slice(0, 60)}”.`,
    );
  }
  return term;
}

function termOf(
  kind: TextTerm['kind'],
  text: string,
  starred: boolean,
  scope: TextScope | null,
  hints: QueryHints,
): TextTerm | null {
  const { tokens, open } = lookupTokens(text, starred);
  if (tokens.length === 0) return null;
  if (tokens.length <= MAX_PHRASE_TOKENS) return { kind, text, tokens, open, scope };
  hints.add(`A phrase was searched for by its first ${MAX_PHRASE_TOKENS} words.`);
  return { kind, text, tokens: tokens.slice(0, MAX_PHRASE_TOKENS), open: false, scope };
}

const isStar = (char: string | undefined): boolean => char === '*' || char === '＊';

function withoutStars(word: string): { start: number; end: number } {
  let end = word.length;
  while (end > 0 && isStar(word[end - 1])) end--;
  let start = 0;
  while (start < end && isStar(word[start])) start++;
  return { start, end };
}
