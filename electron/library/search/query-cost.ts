// How much work a query is, told from the vocabulary before any of it is done: SQLite cannot be interrupted here.
import type { TextTerm } from './query-tree.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface QueryCost {
  /** Places that bm25 counts before the first article is ranked, in articles; a twentieth of a microsecond each. */
  readonly counted: number;
  /** Articles that match at most: those of the rarest word. */
  readonly matching: number;
}

/** The words of a phrase are compared place by place, in every article that holds them all: so much for each. */
const IN_PHRASE = 15;
/** Each further word that a term stands for is looked at in every article that is ranked. */
const ALTERNATIVE = 5;
const RANKED = 2000;
/** The index puts together what a beginning stands for each time, before it finds the first article. */
const BEGINNING = 6;

export function costOf(terms: readonly TextTerm[], words: Vocabulary): QueryCost {
  let counted = 0;
  let matching = Number.POSITIVE_INFINITY;
  for (const term of terms) {
    const each = articlesOf(term, words);
    const { length } = term.tokens;
    counted += each * (term.kind === 'part' || length === 1 ? 1 : IN_PHRASE * length);
    counted += ALTERNATIVE * Math.min(each, RANKED) * alternativesOf(term, words);
    matching = Math.min(matching, each);
  }
  return { counted, matching };
}

/** What the same terms cost where beginnings stand for all that they begin. */
export function costOfAll(terms: readonly TextTerm[], words: Vocabulary): QueryCost {
  const open = terms.filter(isBeginning);
  const cost = costOf(
    terms.filter((term) => !isBeginning(term)),
    words,
  );
  const begun = open.map(({ tokens }) => words.countStarting(tokens[0] ?? ''));
  return {
    counted: cost.counted + BEGINNING * begun.reduce((sum, count) => sum + count, 0),
    matching: Math.min(cost.matching, ...begun),
  };
}

const isBeginning = ({ kind, tokens, open }: TextTerm): boolean =>
  kind !== 'part' && open && tokens.length === 1;

function alternativesOf(term: TextTerm, words: Vocabulary): number {
  const [first = ''] = term.tokens;
  if (term.kind === 'part') return words.containing(first).length;
  return isBeginning(term) ? (words.completions(first)?.length ?? 0) : 0;
}

function articlesOf(term: TextTerm, words: Vocabulary): number {
  if (term.kind === 'part') return sum(words.containing(term.tokens[0] ?? ''), words);
  const [first = ''] = term.tokens;
  if (!isBeginning(term)) return Math.min(...term.tokens.map((token) => words.count(token)));
  const completions = words.completions(first);
  return completions === null ? words.countStarting(first) : sum(completions, words);
}

const sum = (all: readonly string[], words: Vocabulary): number =>
  all.reduce((total, word) => total + words.count(word), 0);
