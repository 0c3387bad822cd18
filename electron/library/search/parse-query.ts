// Reads what a person typed as a query: one grammar, by recursive descent. Any text is a query; what means nothing is
// left out, and said in a hint.
//
//   all     = any { ["AND"] any }          any   = operand { "OR" operand }
//   operand = { "NOT" } ["-"] primary      group = "(" all ")"
//   primary = group | name ":" (group | value) | "near:" [number] group | value
//   value   = word | quoted
import type { QueryPart, SearchSort } from '#contract/types/search.ts';
import { isName } from './fields/field-table.ts';
import { QueryCursor } from './query-cursor.ts';
import { QueryHints } from './query-hints.ts';
import { MAX_DEPTH, QueryBudget } from './query-limits.ts';
import { PartList } from './query-parts.ts';
import type { All, QueryNode } from './query-tree.ts';
import { readNear, readValue, type TypedValue, type Value } from './read-value.ts';
import { Siblings } from './siblings.ts';

export interface ParsedQuery {
  readonly root: All;
  /** Null where none was asked for. */
  readonly sort: SearchSort | null;
  /** What was not understood or left out, and what was searched instead, as sentences. */
  readonly hints: readonly string[];
  readonly parts: readonly QueryPart[];
}

/** Linear in the length of the text. */
export function parseQuery(text: string): ParsedQuery {
  const parser = new QueryParser(text, true);
  const parsed = parser.parse();
  if (parsed.root.of.length > 0 || !parser.sawOperator) return parsed;
  // Nothing but operators: somebody looks for these words.
  return new QueryParser(text, false).parse();
}

class QueryParser {
  sawOperator = false;
  readonly #cursor: QueryCursor;
  readonly #hints = new QueryHints();
  readonly #budget = new QueryBudget(this.#hints);
  readonly #parts: PartList;
  readonly #knowsOperators: boolean;
  #sort: SearchSort | null = null;
  #isSpent = false;
  /** Brackets that are too deep to be groups, and still open. */
  #ignoredBrackets = 0;

  constructor(text: string, knowsOperators: boolean) {
    this.#cursor = new QueryCursor(text);
    this.#parts = new PartList(text);
    this.#knowsOperators = knowsOperators;
  }

  parse(): ParsedQuery {
    const of = this.#all(null, 0).nodes();
    const { all: parts } = this.#parts;
    return { root: { kind: 'all', of }, sort: this.#sort, hints: this.#hints.all, parts };
  }

  /** @param scope name of the field in whose group this is */
  #all(scope: string | null, depth: number): Siblings {
    const all = new Siblings('all');
    let any = new Siblings('any');
    let joiner: 'OR' | 'AND' | null = null;
    while (!this.#isSpent && !this.#cursor.atEnd()) {
      const closed = depth > 0 ? this.#takeClosing() : null;
      if (closed === 'group') break;
      if (closed === 'ignored') continue;
      const operator = this.#takeJoiner();
      if (operator) {
        if (joiner || any.size === 0) this.#leftOut(joiner ?? operator);
        joiner = any.size === 0 ? null : operator;
        continue;
      }
      const node = this.#operand(scope, depth);
      if (!node) continue;
      if (joiner !== 'OR') {
        this.#addJoined(all, any);
        any = new Siblings('any');
      }
      if (this.#isToBeUsed(node, joiner === 'OR' ? any : all)) any.add(node);
      joiner = null;
    }
    if (joiner) this.#leftOut(joiner);
    this.#addJoined(all, any);
    return all;
  }

  #addJoined(all: Siblings, any: Siblings): void {
    const joined = any.joined();
    if (joined && (any.size === 1 || this.#takesGroup())) all.add(joined);
  }

  /** What stands beside itself costs nothing, and the members of a group were counted when it was read. */
  #isToBeUsed(node: QueryNode, siblings: Siblings): boolean {
    const leaf = node.kind === 'not' ? node.of : node;
    if (leaf.kind === 'all' || leaf.kind === 'any' || leaf.kind === 'not') return true;
    return siblings.has(node) || this.#isTaken(this.#budget.takes(leaf));
  }

  #takesGroup(): boolean {
    return this.#isTaken(this.#budget.takesGroup());
  }

  #isTaken(taken: boolean | 'spent'): boolean {
    if (taken === 'spent') this.#isSpent = true;
    return taken === true;
  }

  #operand(scope: string | null, depth: number): QueryNode | null {
    this.#parts.begin(this.#cursor.at);
    let negative = false;
    while (this.#knowsOperators && this.#takeNot()) {
      negative = !negative;
      if (this.#cursor.atEnd()) {
        this.#leftOut('NOT');
        return null;
      }
    }
    if (this.#cursor.takeMinus()) negative = !negative;
    this.#parts.sign(negative);
    const node = this.#primary(scope, depth);
    if (!node || !negative) return node;
    return node.kind === 'not' ? node.of : { kind: 'not', of: node };
  }

  #primary(scope: string | null, depth: number): QueryNode | null {
    const cursor = this.#cursor;
    if (cursor.takeOpening()) return this.#group(scope, depth);
    const name = cursor.takeName(isName);
    if (name === 'near') return this.#near(depth);
    if (name !== null && cursor.takeOpening()) return this.#group(name, depth);
    const quoted = cursor.takeQuoted();
    return this.#value(
      name ?? scope,
      quoted === null
        ? { kind: 'word', typed: cursor.takeWord(depth > 0) }
        : { kind: 'phrase', typed: quoted },
    );
  }

  /** Its opening bracket was taken. */
  #group(scope: string | null, depth: number): QueryNode | null {
    this.#parts.add('operator', this.#cursor.at);
    if (depth === MAX_DEPTH) {
      this.#ignoredBrackets++;
      this.#hints.add('There are too many brackets within brackets; the innermost were left out.');
      return null;
    }
    const group = this.#all(scope, depth + 1).joined();
    return group && this.#takesGroup() ? group : null;
  }

  #takeClosing(): 'group' | 'ignored' | null {
    const from = this.#cursor.at;
    if (!this.#cursor.takeClosing()) return null;
    this.#parts.begin(from);
    this.#parts.add('operator', this.#cursor.at);
    if (this.#ignoredBrackets === 0) return 'group';
    this.#ignoredBrackets--;
    return 'ignored';
  }

  #takeJoiner(): 'OR' | 'AND' | null {
    if (!this.#knowsOperators) return null;
    const from = this.#cursor.at;
    const operator = this.#cursor.takeOperator();
    if (operator === null || operator === 'NOT') {
      this.#cursor.at = from;
      return null;
    }
    this.sawOperator = true;
    this.#parts.begin(from);
    this.#parts.add('operator', this.#cursor.at);
    return operator;
  }

  #takeNot(): boolean {
    const from = this.#cursor.at;
    if (this.#cursor.takeOperator() !== 'NOT') {
      this.#cursor.at = from;
      return false;
    }
    this.sawOperator = true;
    return true;
  }

  #leftOut(operator: string): void {
    this.#hints.add(
      operator === 'NOT'
        ? '“NOT” stands before what is to be left out; nothing follows here, so it was not used.'
        : `“${operator}” stands between two words; one is missing here, so it was not used.`,
    );
  }

  #value(name: string | null, value: TypedValue): QueryNode | null {
    return this.#accept(name, value.typed, readValue(name, value, this.#hints));
  }

  #near(depth: number): QueryNode | null {
    const distance = this.#cursor.takeNumberBeforeBracket();
    if (this.#cursor.takeOpening()) {
      return this.#accept(null, '', readNear(this.#cursor, distance, this.#hints));
    }
    return this.#value('near', { kind: 'word', typed: this.#cursor.takeWord(depth > 0) });
  }

  /** Notes what a value is, and hands its node on. */
  #accept(name: string | null, typed: string, value: Value): QueryNode | null {
    if (value.is === 'nothing') return null;
    const kind = value.is === 'sort' ? 'filter' : value.is;
    this.#parts.add(kind, this.#cursor.at, name === null ? undefined : { name, typed });
    if (value.is === 'sort') this.#sort = value.sort;
    return 'node' in value ? value.node : null;
  }
}
