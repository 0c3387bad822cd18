// The members of a group while it is read: each once, and groups within groups of the same kind opened up.
import { keyOf, type QueryNode } from './query-tree.ts';

export class Siblings {
  readonly #byKey = new Map<string, QueryNode>();
  readonly #kind: 'all' | 'any';

  constructor(kind: 'all' | 'any') {
    this.#kind = kind;
  }

  get size(): number {
    return this.#byKey.size;
  }

  has(node: QueryNode): boolean {
    return this.#byKey.has(keyOf(node));
  }

  add(node: QueryNode): void {
    if (node.kind === this.#kind) for (const one of node.of) this.add(one);
    else this.#byKey.set(keyOf(node), node);
  }

  /** All as one node; null where there are none. */
  joined(): QueryNode | null {
    const of = this.nodes();
    return of.length > 1 ? { kind: this.#kind, of } : (of[0] ?? null);
  }

  nodes(): QueryNode[] {
    return [...this.#byKey.values()];
  }
}
