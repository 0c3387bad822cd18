// Paragraphs added, removed, moved, split and joined.
import {
  type Element,
  element,
  isElement,
  isText,
  removeNodes,
  text,
} from '#library/clip/page/tree.ts';
import type { Dice } from './dice.ts';
import type { MarkedPage, TextNode } from './marked-page.ts';

const FEW = 0.12;
const SOME = 0.25;
/** Cells stay in their rows: a table that loses one is another table. */
const STAYS = new Set(['td', 'th', 'caption', 'figcaption', 'dt', 'dd']);
const movable = (page: MarkedPage): Element[] =>
  page.blocks().filter(({ tagName, parentNode }) => !STAYS.has(tagName) && parentNode);

/** @param foreign paragraphs of another page */
export function addParagraphs(page: MarkedPage, dice: Dice, foreign: readonly string[]): void {
  for (const block of dice.some(movable(page), FEW)) {
    const count = 1 + dice.below(3);
    const added = Array.from({ length: count }, () =>
      element(block.tagName === 'li' ? 'li' : 'p', {}, [text(dice.pick(foreign))]),
    );
    put(block, dice.below(2), added);
  }
}

export function removeParagraphs(page: MarkedPage, dice: Dice): void {
  removeNodes(dice.some(page.blocks(), FEW));
}

export function moveParagraphs(page: MarkedPage, dice: Dice): void {
  for (const block of dice.some(movable(page), FEW)) {
    const target = dice.pick(movable(page));
    if (target === block) continue;
    removeNodes([block]);
    put(target, dice.below(2), [block]);
  }
}

/** At a sentence where there is one, else between words. */
export function splitParagraphs(page: MarkedPage, dice: Dice): void {
  for (const block of dice.some(movable(page), SOME)) {
    const nodes = block.childNodes.filter(isText);
    const places = nodes.flatMap((node) => breaksIn(node).map((at) => ({ node, at })));
    if (places.length === 0) continue;
    const { node, at } = dice.pick(places);
    const rest = page.cut(node, at);
    const index = block.childNodes.indexOf(node);
    const second = element(block.tagName, {}, [rest, ...block.childNodes.splice(index + 1)]);
    put(block, 1, [second]);
  }
}

function breaksIn({ value }: TextNode): number[] {
  const sentences = [...value.matchAll(/[.!?]\s+|[。！？]/g)];
  const found = sentences.length > 0 ? sentences : [...value.matchAll(/\S\s+(?=\S)/g)];
  return found
    .map((match) => match.index + match[0].length)
    .filter((at) => at > 0 && at < value.length);
}

export function joinParagraphs(page: MarkedPage, dice: Dice): void {
  for (const block of dice.some(movable(page), SOME)) {
    const siblings = block.parentNode?.childNodes ?? [];
    const next = siblings.slice(siblings.indexOf(block) + 1).find(isElement);
    if (!next || next.tagName !== block.tagName || !page.blocks().includes(next)) continue;
    removeNodes([next]);
    block.childNodes.push(text(dice.chance(0.8) ? ' ' : ''), ...next.childNodes);
    for (const node of block.childNodes) node.parentNode = block;
  }
}

/** @param after 1 behind the block, 0 before it */
function put(block: Element, after: number, added: readonly Element[]): void {
  const parent = block.parentNode;
  if (!parent) throw new Error('a block that is nowhere');
  parent.childNodes.splice(parent.childNodes.indexOf(block) + after, 0, ...added);
  for (const one of added) one.parentNode = parent;
}
