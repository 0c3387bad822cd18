// The stretches of a query as they are shown: what each of them means, in the order of the text.
import type { QueryPart } from '#contract/types/search.ts';
import { quotedShort } from './query-hints.ts';

/** A pasted page has more brackets than anyone looks at. */
const MAX_PARTS = 200;
const MAX_LABEL = 60;

export class PartList {
  readonly all: QueryPart[] = [];
  readonly #text: string;
  #from = 0;
  #isNegative = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the next one begins, its sign with it. */
  begin(from: number): void {
    this.#from = from;
    this.#isNegative = false;
  }

  sign(isNegative: boolean): void {
    this.#isNegative = isNegative;
  }

  /** @param to where it ends @param field whose value it is, and that value */
  add(kind: QueryPart['kind'], to: number, field?: { name: string; typed: string }): void {
    if (this.all.length === MAX_PARTS) return;
    const label = field
      ? `${this.#isNegative ? 'not ' : ''}${field.name}: ${shortened(field.typed)}`
      : shortened(this.#text.slice(this.#from, Math.min(to, this.#from + 4 * MAX_LABEL)));
    this.all.push({ from: this.#from, to, kind, label: label.trim() });
    this.begin(to);
  }
}

const shortened = (typed: string): string =>
  quotedShort(typed.replace(/\s+/g, ' '), MAX_LABEL).slice(1, -1);
