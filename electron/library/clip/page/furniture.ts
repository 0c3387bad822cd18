// Step 12: marks what belongs to the page rather than to the text: captions, bylines, dates, a title said twice, boxes
// beside the text. The reader content keeps it, marked; body text leaves it out.
import { type Furniture, OUR_ATTRIBUTE } from './allow-list.ts';
import { type Block, blocksOf } from './blocks.ts';
import { type BlockContext, contextOf, type Verdict } from './furniture-rules.ts';
import { featuresOf, type Known } from './judge/features.ts';
import { readForest } from './judge/forest.ts';
import { FURNITURE } from './judge/furniture-table.ts';
import { type Ruling, rulingsOn, tellRulings } from './judge/rulings.ts';
import {
  eachElement,
  element,
  type Node,
  type Parent,
  removeAttr,
  removeNodes,
  setAttr,
} from './tree.ts';

export interface Marked {
  readonly kind: Verdict;
  /** Name of the rule that decided. */
  readonly rule: string;
  readonly text: string;
}

/**
 * @param known what the metadata say: text that repeats it at the head is no text
 * @returns what was marked, and why
 */
export function markFurniture(article: Parent, known: Known): Marked[] {
  // A page cannot mark anything itself.
  eachElement(article, (any) => removeAttr(any, OUR_ATTRIBUTE));
  const blocks = blocksOf(article);
  const context = contextOf(blocks, known);
  const marked: Marked[] = [];
  const junk: Node[] = [];
  for (const [block, { kind, rule }] of judged(blocks, context, known)) {
    context.marked.set(block, kind);
    if (kind === 'junk') for (const node of block.nodes) junk.push(node);
    else mark(block, kind);
    marked.push({ kind, rule, text: block.text });
  }
  for (const block of headingsOfNothing(blocks, context)) {
    mark(block, 'aside');
    marked.push({ kind: 'aside', rule: 'heading of nothing', text: block.text });
  }
  removeNodes(junk);
  return marked;
}

const forest = readForest(FURNITURE);
/** How sure the model has to be that a block is text: more so against a rule, less where no rule minds. */
export const SURE = { ruled: 1.5, unruled: -1 };
/** A model that takes away a good part of an article has met a page unlike all that it knows: the rules decide, then. */
const MOST = 0.6;
/** The model has learned from articles: lists of links are left to the rules as well. */
const MOSTLY_LINKS = 0.5;
/** What a page says by its structure, or its reader sees twice, is not up to a model. */
const CERTAIN = new Set(['inside a caption element', 'the title again', 'a player']);

/** The rules propose, and say what it is; the model, which hears them, decides whether it is furniture at all. */
function judged(
  blocks: readonly Block[],
  context: BlockContext,
  known: Known,
): ReadonlyMap<Block, Ruling> {
  const rulings = rulingsOn(blocks, context);
  if (context.linked > MOSTLY_LINKS) return rulings;
  const features = featuresOf(
    blocks,
    blocks.map(() => true),
    known,
  );
  const found = new Map<Block, Ruling>();
  let words = 0;
  blocks.forEach((block, at) => {
    const ruling = rulings.get(block);
    if (!ruling || !CERTAIN.has(ruling.rule)) {
      const heard: Record<string, number> = features(at);
      tellRulings(heard, block, at, context, ruling);
      if (forest.score(heard) > (ruling ? SURE.ruled : SURE.unruled)) return;
    }
    found.set(block, ruling ?? { kind: 'aside', rule: 'the model' });
    words += block.words;
  });
  return words > context.words * MOST ? rulings : found;
}

const ASIDE: ReadonlySet<string> = new Set(['aside', 'junk']);

/** Headings under which nothing is left but what was marked: “You may also like”. */
function headingsOfNothing(blocks: readonly Block[], { marked }: BlockContext): Block[] {
  const found: Block[] = [];
  let waiting: Block | null = null;
  let empty = true;
  for (const block of [...blocks, null]) {
    const isHeading = block === null || /^h[1-6]$/.test(block.tags[0] ?? '');
    if (!isHeading) empty &&= ASIDE.has(marked.get(block) ?? 'text');
    else {
      const last = blocks.at(-1) === waiting;
      if (waiting && empty && !last && !marked.has(waiting)) found.push(waiting);
      waiting = block;
      empty = true;
    }
  }
  return found;
}

function mark({ container, nodes }: Block, kind: Furniture): void {
  const [first] = nodes;
  const parent = first?.parentNode;
  if (!first || !parent) return;
  if (container && container.childNodes.length === nodes.length && !ROWS.has(container.tagName)) {
    setAttr(container, OUR_ATTRIBUTE, kind);
    return;
  }
  // Bare text beside blocks gets an element of its own.
  const at = parent.childNodes.indexOf(first);
  const wrapper = element('span', { [OUR_ATTRIBUTE]: kind }, nodes);
  wrapper.parentNode = parent;
  parent.childNodes.splice(at, nodes.length, wrapper);
}

/** Of which a part cannot be missing without harm to the rest. */
const ROWS = new Set(['td', 'th', 'tr']);
