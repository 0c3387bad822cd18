// What the reader of an article says of its blocks goes above what the page reader says.
import type { BlockEdit, EditOutcome } from '#contract/types/block.ts';
import { MAX_BEGINNING_LENGTH } from '../../limits.ts';
import type { Block } from '../blocks.ts';
import { shorten } from '../shorten.ts';
import { type Element, isElement, type Node, type Parent, removeNodes } from '../tree.ts';
import { AddressBook } from './address.ts';
import type { Layout } from './lay-out.ts';

export interface Settled {
  /** For each block of the layout, whether the article is to have it. */
  readonly isIn: readonly boolean[];
  readonly edited: readonly EditOutcome[];
}

/** @param edits oldest first: of two about one block the later counts */
export function settle({ blocks }: Layout, edits: readonly BlockEdit[]): Settled {
  const book = new AddressBook(blocks.map(({ address }) => address));
  const isIn = blocks.map(({ kept }) => kept);
  const edited = edits.map(({ action, address }): EditOutcome => {
    const at = book.placeOf(address);
    const found = blocks[at];
    if (!found) return { block: -1, isNeedless: false, words: '' };
    isIn[at] = action === 'restore';
    const words = shorten(found.block.text, MAX_BEGINNING_LENGTH);
    return { block: at, isNeedless: isIn[at] === found.kept, words };
  });
  return { isIn, edited };
}

/** Lets the article hold what it is to hold. */
export function applyEdits(layout: Layout, { isIn }: Settled): void {
  const restored = layout.blocks.filter(({ kept }, at) => !kept && isIn[at]);
  if (restored.length > 0) layout.putIn(new Set(restored.map(({ block }) => block)));
  const removed = layout.blocks.filter(({ kept }, at) => kept && !isIn[at]);
  removeBlocks(removed.map(({ block }) => block));
}

/** Goes with the last of its text: a picture whose caption is taken out, a row without cells. */
const GOES_ALONG = new Set(['figure', 'li', 'dl', 'ol', 'ul', 'tr', 'table', 'blockquote']);

function removeBlocks(blocks: readonly Block[]): void {
  const gone = new Set<Node>(blocks.flatMap((block) => block.nodes));
  for (const { nodes } of blocks) {
    let up: Parent | null = nodes[0]?.parentNode ?? null;
    while (up && isElement(up) && isEmptied(up, gone)) {
      if (GOES_ALONG.has(up.tagName)) gone.add(up);
      up = up.parentNode;
    }
  }
  removeNodes(gone);
}

/** Nothing is left in it but white space and pictures. */
function isEmptied(root: Element, gone: ReadonlySet<Node>): boolean {
  const waiting: Node[] = [...root.childNodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (gone.has(node)) continue;
    if (isElement(node)) waiting.push(...node.childNodes);
    else if ('value' in node && node.value.trim() !== '') return false;
  }
  return true;
}
