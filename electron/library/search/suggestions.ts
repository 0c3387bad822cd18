// What a query that finds little may have meant: words of the library a slip or two away, and longer words in which
// what was typed stands.
import type { Suggestion } from '#contract/types/search.ts';
import type { ReadContext } from '../context.ts';
import { compileQuery } from './compile-query.ts';
import { findFirst } from './first-matches.ts';
import { isAlone, isOfRun } from './fold-table.ts';
import { nearRuns } from './near-characters.ts';
import { endsWord } from './needles.ts';
import { tokensOf } from './normalise.ts';
import { parseQuery } from './parse-query.ts';
import { isTextTerm, type TextTerm, wantedLeaves } from './query-tree.ts';
import { type Vocabulary, vocabularyOf, type WordCount } from './vocabulary.ts';
import { writtenForm } from './written-form.ts';

const MAX_SUGGESTIONS = 5;
/** Words of a query that are looked at, those that fewest articles hold first. */
const MAX_WORDS = 3;
/** A word is taken for a slip where another one is so much more frequent. */
const TIMES_AS_FREQUENT = 20;
/** A shorter one stands inside of too many. */
const MIN_INSIDE = 3;
/** Fewer letters of a word that is still being typed are near to too many. */
const MIN_BEGUN = 5;

export type Asking = Pick<ReadContext, 'db' | 'time'>;

interface Wanted {
  readonly most: number;
  /** Whether words that stand inside longer ones are left out. */
  readonly onlySpelling: boolean;
}
const ALL: Wanted = { most: MAX_SUGGESTIONS, onlySpelling: false };

/** The likeliest first, each of which finds more than what was typed. */
export function findSuggestions(
  context: Asking,
  text: string,
  { most, onlySpelling }: Wanted = ALL,
): Suggestion[] {
  const words = vocabularyOf(context.db);
  const typed = wantedLeaves(parseQuery(text).root)
    .flatMap((leaf) => (leaf.kind === 'near' ? leaf.of : isTextTerm(leaf) ? [leaf] : []))
    .flatMap(wordsOf)
    .filter((term) => isWord(term, words) || isRun(term))
    .sort((a, b) => countOf(a, words) - countOf(b, words))
    .slice(0, MAX_WORDS);
  const found = finds(context, text)?.total ?? 0;
  const suggestions: Suggestion[] = [];
  for (const term of typed) {
    for (const instead of insteadOf(context, term, words)) {
      if (onlySpelling && instead.kind !== 'spelling') continue;
      const written = isRun(term) ? instead.word : writtenIn(context, instead.word);
      const next = replaced(
        text,
        term.text,
        instead.kind === 'inside' ? `*${term.text}*` : written,
      );
      const total = next === null ? 0 : (finds(context, next)?.total ?? 0);
      if (next === null || total <= found) continue;
      suggestions.push({
        text: next,
        word: term.text,
        instead: instead.kind === 'inside' ? `*${term.text}*` : written,
        kind: instead.kind,
        count: total,
      });
      if (suggestions.length === most) return suggestions;
    }
  }
  return suggestions;
}

/** Of a phrase its words, each as it was typed. */
function wordsOf(term: TextTerm): TextTerm[] {
  if (term.kind !== 'phrase') return [term];
  if (term.tokens.every(isAlone)) return [{ ...term, kind: 'word' }];
  const typed = term.text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return typed.map((text) => ({
    ...term,
    kind: 'word',
    text,
    tokens: tokensOf(text),
    open: false,
  }));
}

const isWord = ({ kind, tokens, open }: TextTerm, words: Vocabulary): boolean => {
  const [token = ''] = tokens;
  if (kind !== 'word' || tokens.length !== 1 || isAlone(token) || isOfRun(token)) return false;
  // The beginning of some word may be the beginning of the right one.
  return !open || (token.length >= MIN_BEGUN && words.countStarting(token) === 0);
};

/** A word in characters, each a token. */
const isRun = ({ kind, tokens, open }: TextTerm): boolean =>
  kind === 'word' && tokens.length > 1 && !open && tokens.every(isAlone);

const countOf = ({ tokens }: TextTerm, words: Vocabulary): number => words.count(tokens[0] ?? '');

interface Instead {
  readonly word: string;
  readonly kind: Suggestion['kind'];
}

/** The likeliest first. */
function insteadOf(context: Asking, term: TextTerm, words: Vocabulary): Instead[] {
  if (isRun(term)) {
    if ((finds(context, term.text)?.total ?? 0) > 0) return [];
    return nearRuns(context.db, term.tokens).map((word) => ({ word, kind: 'spelling' }));
  }
  const token = term.tokens[0] ?? '';
  const own = words.count(token);
  const near = words
    .near(token)
    .filter(({ count }: WordCount) => count > own * TIMES_AS_FREQUENT)
    .map(({ word }) => ({ word, kind: 'spelling' as const }));
  const isInside =
    token.length >= MIN_INSIDE && words.containing(token).some((word) => word !== token);
  return isInside ? [...near, { word: token, kind: 'inside' }] : near;
}

/** The query with a word in another's place; null where it does not stand there as it was typed. */
function replaced(text: string, word: string, instead: string): string | null {
  let at = text.indexOf(word);
  // Not within a longer one that was typed before it.
  while (at >= 0 && !(endsWord(text, at - 1) && endsWord(text, at + word.length))) {
    at = text.indexOf(word, at + 1);
  }
  return at < 0 ? null : text.slice(0, at) + instead + text.slice(at + word.length);
}

function finds({ db, time }: Asking, text: string): { total: number; best: number | null } | null {
  const parsed = parseQuery(text);
  if (parsed.root.of.length === 0) return null;
  const now = time.now();
  const words = vocabularyOf(db);
  const query = compileQuery(parsed, { words, moment: { now, timeZone: time.timeZone() } });
  const found = findFirst(db, query, words, { limit: 1, elapsed: () => time.now() - now });
  return { total: found.total, best: found.best[0]?.id ?? null };
}

/** A folded word as the library writes it: `bücher` for `bucher`. */
function writtenIn(context: Asking, word: string): string {
  const article = finds(context, word)?.best;
  const written = article == null ? null : writtenForm(context.db, article, word);
  // Typed again, it must stand for the same.
  return written !== null && tokensOf(written).join(' ') === word ? written : word;
}
