// Step 7: marks what belongs to the page rather than to the text: captions, bylines, dates, a title said twice, boxes
// beside the text. The reader content keeps it, marked; body text leaves it out.
import { type Furniture, OUR_ATTRIBUTE } from './allow-list.ts';
import { type Block, blocksOf } from './blocks.ts';
import { contextOf, RULES, type Verdict } from './furniture-rules.ts';
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
      context.marked.add(block);
      if (kind === 'junk') junk.push(...block.nodes);
      else mark(block, kind);
      marked.push({ kind, rule: name, text: block.text });
    }
  }
  removeNodes(junk);
  return marked;
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
  const wrapper = element('span', { [OUR_ATTRIBUTE]: kind }, ...nodes);
  wrapper.parentNode = parent;
  parent.childNodes.splice(at, nodes.length, wrapper);
}

/** Of which a part cannot be missing without harm to the rest. */
const ROWS = new Set(['td', 'th', 'tr']);
