// An article as a row of blocks: what a reader would call a paragraph, a heading, a line. What is told apart
// here by rules (furniture.ts) can be told apart by better means without touching another file.
import { oneLine } from './one-line.ts';
import {
  type Element,
  eachElement,
  isElement,
  isText,
  type Node,
  namesOf,
  type Parent,
  rawText,
} from './tree.ts';
import { estimateWords } from './word-count.ts';

export interface Block {
  /** Text in one line. */
  readonly text: string;
  /** About how many. */
  readonly words: number;
  /** Words inside links. */
  readonly linkWords: number;
  /** The element whose child this text is: `p`, `li`, `h2`, `div`, … */
  readonly container: Element | null;
  /** Tag names from the container up to the root. */
  readonly tags: readonly string[];
  /** Classes and ids from the container up to the root, lower case. */
  readonly names: readonly string[];
  /** What stands directly in the container. A container with blocks beside bare text has several such rows. */
  readonly nodes: readonly Node[];
}

const BLOCK_TAGS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td ' +
    'tfoot th thead tr ul'
  ).split(' '),
);
export const isBlock = (node: Node): node is Element =>
  isElement(node) && BLOCK_TAGS.has(node.tagName);

/** All blocks with text, in reading order. */
export function blocksOf(root: Parent): Block[] {
  const blocks: Block[] = [];
  const withBlocks = elementsWithBlocks(root);

  function visit(parent: Parent, tags: readonly string[], names: readonly string[]): void {
    let row: Node[] = [];
    const endRow = () => {
      const block = row.length > 0 ? toBlock(row, parent, tags, names) : null;
      if (block) blocks.push(block);
      row = [];
    };
    for (const [at, node] of parent.childNodes.entries()) {
      if (isElement(node) && (isBlock(node) || withBlocks.has(node))) {
        endRow();
        visit(node, nearest(node.tagName, tags), nearest(namesOf(node), names));
      } else if (isElement(node) && node.tagName === 'br' && isBreak(parent.childNodes, at)) {
        endRow();
      } else row.push(node);
    }
    endRow();
  }
  visit(root, [], []);
  return blocks;
}

/** Two in a row part paragraphs on older pages. */
function isBreak(siblings: readonly Node[], place: number): boolean {
  for (let at = place + 1; at < siblings.length; at++) {
    const next = siblings[at] as Node;
    if (isElement(next)) return next.tagName === 'br';
    if (!isText(next) || next.value.trim() !== '') return false;
  }
  return false;
}

/** Elements such as `a` and `span` that hold whole blocks, and so are no part of a line themselves. */
function elementsWithBlocks(root: Parent): Set<Parent> {
  const found = new Set<Parent>();
  eachElement(root, (element) => {
    if (!isBlock(element)) return;
    for (
      let up = element.parentNode;
      up && !found.has(up);
      up = 'parentNode' in up ? up.parentNode : null
    )
      found.add(up);
  });
  return found;
}

function toBlock(
  nodes: readonly Node[],
  parent: Parent,
  tags: readonly string[],
  names: readonly string[],
): Block | null {
  const text = oneLine(nodes.map(rawText).join(''));
  if (text === '') return null;
  let linked = '';
  for (const node of nodes) {
    if (!isElement(node)) continue;
    if (node.tagName === 'a') linked += ` ${rawText(node)}`;
    else
      eachElement(node, (inner) => {
        if (inner.tagName !== 'a') return true;
        linked += ` ${rawText(inner)}`;
        return false;
      });
  }
  const container = isElement(parent) ? parent : null;
  return {
    text,
    words: estimateWords(text),
    linkWords: estimateWords(oneLine(linked)),
    container,
    tags,
    names,
    nodes,
  };
}

/** Levels around a block that are told of; what lies farther out says nothing about it. */
const LEVELS = 12;
const nearest = (name: string, around: readonly string[]): string[] => [
  name,
  ...around.slice(0, LEVELS - 1),
];
