// How much work a query is, told from the vocabulary before any of it is done: SQLite cannot be interrupted here.
import type { NearTerm, QueryNode, TextTerm } from './query-tree.ts';
import type { Vocabulary } from './vocabulary.ts';

export type Lookup = TextTerm | NearTerm;

export interface Lookups {
  readonly wanted: readonly Lookup[];
  readonly excluded: readonly Lookup[];
}

export interface QueryCost {
  /** Places that bm25 counts before the first article is ranked, in articles; a twentieth of a microsecond each. */
  readonly counted: number;
  /** Articles that match at most: those of the rarest word. */
  readonly matching: number;
}

/** The words of a phrase are compared place by place, in every article that holds them all: so much for each. */
const IN_PHRASE = 15;
/** Of words that stand near each other fewer places are compared. */
const IN_NEAR = 6;
/** Each further word that a term stands for is looked at in every article that is ranked. */
const ALTERNATIVE = 5;
const RANKED = 2000;
/** The index puts together what a beginning stands for each time, before it finds the first article. */
const BEGINNING = 6;

export function costOf({ wanted, excluded }: Lookups, words: Vocabulary): QueryCost {
  const costs = [...wanted, ...excluded].map((one) => costOfOne(one, words));
  return {
    counted: costs.reduce((sum, { counted }) => sum + counted, 0),
    matching: Math.min(...costs.slice(0, wanted.length).map(({ matching }) => matching)),
  };
}

/** What the same costs where beginnings stand for all that they begin. */
export function costOfAll({ wanted, excluded }: Lookups, words: Vocabulary): QueryCost {
  const cost = costOf(
    { wanted: wanted.filter(isNoBeginning), excluded: excluded.filter(isNoBeginning) },
    words,
  );
  const begun = begunBy([...wanted, ...excluded], words);
  return {
    counted: begun.reduce((sum, count) => sum + BEGINNING * count, cost.counted),
    matching: Math.min(cost.matching, ...begunBy(wanted, words)),
  };
}

/** In how many articles the words stand that each beginning begins, one that holds several counted as often. */
export function begunBy(lookups: readonly Lookup[], words: Vocabulary): number[] {
  return lookups.filter(isBeginning).map(({ tokens }) => words.countStarting(tokens[0] ?? ''));
}

/** How many articles can match a query: of alternatives all together. */
export function matchingAtMost(node: QueryNode, words: Vocabulary): number {
  switch (node.kind) {
    case 'all':
      return Math.min(...node.of.map((one) => matchingAtMost(one, words)));
    case 'any':
      return node.of.reduce((sum, one) => sum + matchingAtMost(one, words), 0);
    case 'not':
    case 'filter':
      return Number.POSITIVE_INFINITY;
    default:
      return costOfOne(node, words).matching;
  }
}

function costOfOne(one: Lookup, words: Vocabulary): QueryCost {
  if (one.kind === 'near') {
    const each = one.of.map((term) => costOfOne(term, words));
    const matching = Math.min(...each.map(({ matching }) => matching));
    const counted = each.reduce((sum, { counted }) => sum + counted, 0);
    return { counted: counted + IN_NEAR * one.of.length * matching, matching };
  }
  const matching = articlesOf(one, words);
  const { length } = one.tokens;
  const alone = one.kind === 'part' || length === 1;
  return {
    counted:
      matching * (alone ? 1 : IN_PHRASE * length) +
      ALTERNATIVE * Math.min(matching, RANKED) * alternativesOf(one, words),
    matching,
  };
}

/** One word, of which only the beginning is known. */
type Beginning = TextTerm & { readonly kind: 'word' | 'phrase'; readonly open: true };

const isBeginning = (one: Lookup): one is Beginning =>
  (one.kind === 'word' || one.kind === 'phrase') && one.open && one.tokens.length === 1;
const isNoBeginning = (one: Lookup): boolean => !isBeginning(one);

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
