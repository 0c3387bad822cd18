// Step 12: marks what belongs to the page rather than to the text: captions, bylines, dates, a title said twice, boxes
// beside the text. The reader content keeps it, marked; body text leaves it out.
import { type Furniture, OUR_ATTRIBUTE } from './allow-list.ts';
import { type Block, blocksOf } from './blocks.ts';
import { type BlockContext, contextOf, RULES, type Verdict } from './furniture-rules.ts';
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
export function markFurniture(
  article: Parent,
  known: { readonly title: string; readonly author: string | null },
): Marked[] {
  // A page cannot mark anything itself.
  eachElement(article, (any) => removeAttr(any, OUR_ATTRIBUTE));
  const blocks = blocksOf(article);
  const context = contextOf(blocks, known);
  const marked: Marked[] = [];
  const junk: Node[] = [];
  for (const { name, judge, share } of RULES) {
    const found = blocks.flatMap((block, at) => {
      const kind = context.marked.has(block) ? null : judge(block, at, context);
      return kind ? [{ block, kind }] : [];
    });
    // A rule that would take away a good part of a page has met a page that it was not made for.
    const words = found.reduce((total, { block }) => total + block.words, 0);
    if (words > context.words * share) continue;
    for (const { block, kind } of found) {
      context.marked.set(block, kind);
      if (kind === 'junk') for (const node of block.nodes) junk.push(node);
      else mark(block, kind);
      marked.push({ kind, rule: name, text: block.text });
    }
  }
  for (const block of headingsOfNothing(blocks, context)) {
    mark(block, 'aside');
    marked.push({ kind: 'aside', rule: 'heading of nothing', text: block.text });
  }
  removeNodes(junk);
  return marked;
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
