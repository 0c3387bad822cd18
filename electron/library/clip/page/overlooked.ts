// Step 10: passages of the text that the extractor has left behind: a standfirst, a list between paragraphs, the part
// after a box. Found by a model among the blocks that the article has not, and put back in their places.
import { type Block, blocksOf, isBlock } from './blocks.ts';
import { type Features, featuresOf, type Known } from './judge/features.ts';
import { readForest } from './judge/forest.ts';
import { heldBy, placesOf } from './judge/match.ts';
import { OVERLOOKED } from './judge/overlooked-table.ts';
import {
  type Element,
  element,
  isElement,
  isText,
  type Node,
  type Parent,
  parentOf,
  removeNodes,
} from './tree.ts';

/** How sure the model has to be: what is put back by mistake is text of another article. */
export const SURE = 0.5;
const forest = readForest(OVERLOOKED);

interface Passage {
  /** In the tree of the page. */
  readonly nodes: readonly Node[];
  /** The nearest blocks that the article has, as nodes of the article. */
  readonly before: Node | null;
  readonly after: Node | null;
}

/** To be looked for before anything is taken out of the article. */
export function findOverlooked(page: Parent, article: Parent, known: Known): Passage[] {
  const blocks = blocksOf(page);
  const own = blocksOf(article);
  const places = placesOf(own, blocks);
  const held = heldBy(own, blocks, places);
  if (!held.includes(true) || !held.includes(false)) return [];
  const features = featuresOf(blocks, held, known);
  const isMissing = blocks.map(
    (block, at) => held[at] === false && canBeText(block) && isOfTheText(features(at)),
  );
  if (!isMissing.includes(true)) return [];

  return passagesOf(own, blocks, { places, isMissing });
}

/**
 * Passages to be put into an article, by what is missing of the blocks of its page.
 * @param own the blocks of the article
 */
export function passagesOf(
  own: readonly Block[],
  blocks: readonly Block[],
  {
    places,
    isMissing,
  }: { readonly places: readonly number[]; readonly isMissing: readonly boolean[] },
): Passage[] {
  const nodeAt = new Map<number, Node>();
  places.forEach((place, at) => {
    const node = own[at]?.nodes[0];
    if (place >= 0 && node) nodeAt.set(place, node);
  });
  const wholes = wholesOf(blocks, isMissing);
  const passages: Passage[] = [];
  const taken = new Set<Node>();
  for (let at = 0; at < blocks.length; at++) {
    if (!isMissing[at]) continue;
    const nodes: Node[] = [];
    const start = at;
    // What stands between two blocks of the article is one passage, also where something of it stays out.
    for (; at < blocks.length && !nodeAt.has(at); at++) {
      if (!isMissing[at]) continue;
      for (const node of wholeAround(blocks[at] as Block, wholes))
        if (!taken.has(node)) {
          taken.add(node);
          nodes.push(node);
        }
    }
    passages.push({
      nodes,
      before: nearest(nodeAt, start, -1, blocks.length),
      after: nearest(nodeAt, at, 1, blocks.length),
    });
  }
  return passages;
}

/** Menus and teasers are most of what stands around an article: nobody has to be asked about them. */
export const canBeText = ({ words, linkWords, tags }: Block): boolean =>
  !tags.includes('nav') && (words >= 12 || linkWords < words * 0.8);

/** A title is shown by whoever shows the article. */
const isOfTheText = (features: Features): boolean =>
  features.isTheTitle !== 1 && forest.score(features) > SURE;

function nearest(
  nodes: ReadonlyMap<number, Node>,
  from: number,
  step: 1 | -1,
  end: number,
): Node | null {
  for (let at = from; at >= 0 && at < end; at += step) {
    const node = nodes.get(at);
    if (node) return node;
  }
  return null;
}

/** Elements of which every block is missing: they come back as they are, as a list or a table. */
function wholesOf(blocks: readonly Block[], isMissing: readonly boolean[]): Set<Parent> {
  const whole = new Set<Parent>();
  const broken = new Set<Parent>();
  blocks.forEach((block, at) => {
    const set = isMissing[at] ? whole : broken;
    for (let up: Parent | null = block.container; up && !set.has(up); up = parentOf(up))
      set.add(up);
  });
  for (const parent of broken) whole.delete(parent);
  return whole;
}

function wholeAround(block: Block, wholes: ReadonlySet<Parent>): readonly Node[] {
  let whole: Element | null = null;
  for (let up: Parent | null = block.container; up && wholes.has(up); up = parentOf(up))
    if (isElement(up)) whole = up;
  return whole ? [whole] : block.nodes;
}

/** Moves passages from the page into the article. */
export function putBack(article: Parent, passages: readonly Passage[]): void {
  for (const { nodes, before, after } of passages) {
    removeNodes(nodes);
    const row = asBlocks(nodes);
    const place = placeAfter(before, after) ??
      placeBefore(after, article) ?? { parent: article, at: article.childNodes.length };
    for (const node of row) node.parentNode = place.parent;
    place.parent.childNodes.splice(place.at, 0, ...row);
  }
}

interface Place {
  readonly parent: Parent;
  readonly at: number;
}

/** Right after a node, outside of everything that does not also hold what comes next. */
function placeAfter(node: Node | null, next: Node | null): Place | null {
  const around = new Set<Parent>();
  for (let up = next?.parentNode ?? null; up; up = parentOf(up)) around.add(up);
  let inner: Node | null = node;
  while (inner?.parentNode) {
    const parent: Parent = inner.parentNode;
    const isLast = parent.childNodes.slice(parent.childNodes.indexOf(inner) + 1).every(isBlank);
    const isInside = next ? around.has(parent) : !isLast || parentOf(parent) === null;
    if (isInside && holdsBlocks(parent))
      return { parent, at: parent.childNodes.indexOf(inner) + 1 };
    if (!isElement(parent)) return { parent, at: parent.childNodes.indexOf(inner) + 1 };
    inner = parent;
  }
  return null;
}

/** Before everything that begins with a node. */
function placeBefore(node: Node | null, article: Parent): Place | null {
  let inner: Node | null = node;
  while (inner?.parentNode) {
    const parent: Parent = inner.parentNode;
    const at = parent.childNodes.indexOf(inner);
    const isFirst = parent.childNodes.slice(0, at).every(isBlank);
    if (parent === article || (!isFirst && holdsBlocks(parent))) return { parent, at };
    inner = isElement(parent) ? parent : null;
  }
  return null;
}

const isBlank = (node: Node): boolean =>
  (isText(node) && node.value.trim() === '') || node.nodeName === '#comment';

const BOXES = /^(?:div|section|article|main|blockquote|body|center|details)$/;
const holdsBlocks = (parent: Parent): boolean => !isElement(parent) || BOXES.test(parent.tagName);

/** Rows and items that have lost what was around them. */
const ORPHAN = /^(?:d[dt]|t[dhr]|tbody|thead|tfoot|caption|figcaption|legend|summary|body)$/;

function asBlocks(nodes: readonly Node[]): Node[] {
  const row: Node[] = [];
  /** The last of the row, where it was made here. */
  let loose: Element | null = null;
  const gather = (tag: 'p' | 'ul', node: Node) => {
    if (loose?.tagName === tag && row.at(-1) === loose) {
      node.parentNode = loose;
      loose.childNodes.push(node);
    } else {
      loose = element(tag, {}, [node]);
      row.push(loose);
    }
  };
  for (const node of nodes) {
    // Bare text and what is formatted in it are one paragraph.
    if (!isElement(node) || !isBlock(node)) gather('p', node);
    else if (node.tagName === 'li') gather('ul', node);
    else if (ORPHAN.test(node.tagName)) {
      row.push(element(node.childNodes.some(isBlock) ? 'div' : 'p', {}, node.childNodes));
    } else row.push(node);
  }
  return row;
}
