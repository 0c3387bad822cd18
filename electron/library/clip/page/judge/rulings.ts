// What the rules say of a block, as features: the model has the last word, but it hears them.

import { furnitureKinds } from '../allow-list.ts';
import type { Block } from '../blocks.ts';
import { type BlockContext, RULES, type Verdict } from '../furniture-rules.ts';

/** What the rules say of a block, and which of them. */
export interface Ruling {
  readonly kind: Verdict;
  readonly rule: string;
}

export function rulingsOn(
  blocks: readonly Block[],
  context: BlockContext,
): ReadonlyMap<Block, Ruling> {
  const rulings = new Map<Block, Ruling>();
  for (const { name, judge, share } of RULES) {
    const found = blocks.flatMap((block, at) => {
      const kind = rulings.has(block) ? null : judge(block, at, context);
      return kind ? [{ block, kind }] : [];
    });
    // A rule that would take away a good part of a page has met a page that it was not made for.
    const words = found.reduce((total, { block }) => total + block.words, 0);
    if (words > context.words * share) continue;
    for (const { block, kind } of found) rulings.set(block, { kind, rule: name });
  }
  return rulings;
}

const KINDS: readonly Verdict[] = [...furnitureKinds, 'junk'];

/**
 * The ruling by its kind, and each rule by itself, also where it was overruled for taking too much.
 * @param found is given the numbers
 */
export function tellRulings(
  found: Record<string, number>,
  block: Block,
  at: number,
  context: BlockContext,
  ruling: Ruling | undefined,
): void {
  for (const kind of KINDS) found[`ruled-${kind}`] = ruling?.kind === kind ? 1 : 0;
  for (const { feature, judge } of RULES) found[feature] = judge(block, at, context) ? 1 : 0;
}
