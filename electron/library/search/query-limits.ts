// How much of a query is used. More than anyone types; it bounds the work of a pasted page.
import { isOfRun } from './fold-table.ts';
import type { QueryHints } from './query-hints.ts';
import { isTextTerm, type Leaf } from './query-tree.ts';

export const MAX_TERMS = 32;
/** Brackets and chains of OR. */
const MAX_GROUPS = 64;
/** Brackets within brackets. */
export const MAX_DEPTH = 12;
/** Each short one stands for hundreds of words, which takes tens of milliseconds; a single letter counts twice. */
const SHORT_BEGINNINGS = 2;
const SHORT_BEGINNING_LETTERS = 3;
/** For each, all words of the library are looked through. */
const PARTS = 2;

/** What is left to be used in one query. */
export class QueryBudget {
  #terms = MAX_TERMS;
  #beginnings = SHORT_BEGINNINGS;
  #parts = PARTS;
  #groups = MAX_GROUPS;
  readonly #hints: QueryHints;

  constructor(hints: QueryHints) {
    this.#hints = hints;
  }

  /** Whether a term may be used; `spent` once none may be any more. */
  takes(leaf: Leaf): boolean | 'spent' {
    const members = leaf.kind === 'near' ? leaf.of : [leaf];
    const cost = members.reduce((sum, one) => sum + costOfBeginning(one), 0);
    if (cost > this.#beginnings) {
      this.#hints.add('Not every beginning of a word was used: give more of its letters.');
      return false;
    }
    if (leaf.kind === 'part' && this.#parts === 0) {
      this.#hints.add(`Only the first ${PARTS} parts of words were searched for.`);
      return false;
    }
    if (members.length > this.#terms) {
      this.#hints.add(`Only the first ${MAX_TERMS} words were searched for.`);
      return 'spent';
    }
    this.#beginnings -= cost;
    this.#terms -= members.length;
    if (leaf.kind === 'part') this.#parts--;
    return true;
  }

  takesGroup(): boolean | 'spent' {
    if (this.#groups-- > 0) return true;
    this.#hints.add(`Only the first ${MAX_GROUPS} groups of words were searched for.`);
    return 'spent';
  }
}

function costOfBeginning(leaf: Leaf): number {
  if (!isTextTerm(leaf) || leaf.kind === 'part' || !leaf.open) return 0;
  const last = leaf.tokens.at(-1) ?? '';
  // A single character of Thai is the beginning of a few dozen pairs only.
  if (isOfRun(last)) return 0;
  const letters = [...last].length;
  return letters === 1 ? 2 : letters <= SHORT_BEGINNING_LETTERS ? 1 : 0;
}
