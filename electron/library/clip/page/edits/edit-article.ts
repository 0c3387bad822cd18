// Step 12 b: an article as its reader wants it, or everything that there is to choose from. For whoever asks.
import type { PageInput, ParsedPage } from '#contract/page.ts';
import type { BlockState, PageBlock } from '#contract/types/block.ts';
import { MAX_BEGINNING_LENGTH } from '../../limits.ts';
import { BLOCK_ATTRIBUTE } from '../allow-list.ts';
import { type Block, blocksOf } from '../blocks.ts';
import { shorten } from '../shorten.ts';
import { attr, eachElement, type Parent, rawText } from '../tree.ts';
import { applyEdits, type Settled, settle } from './apply-edits.ts';
import { type LaidBlock, layOut } from './lay-out.ts';
import { markBlocks } from './mark-blocks.ts';

/** What is told of it, once the article is what it will be. */
type Edited = (article: Parent) => Pick<ParsedPage, 'edited' | 'blocks'>;

export const isAskedToEdit = ({ edits = [], everything = false }: PageInput): boolean =>
  everything || edits.length > 0;

/** @param page everything that is to be seen on it, in a tree of its own: the article's is used up */
export function visibleBlocks(page: Parent): Block[] {
  let body = page;
  // The head is no block of its own: its title would be one with what stands around it.
  eachElement(page, (any) => {
    if (any.tagName === 'body' && body === page) body = any;
    return body === page;
  });
  return blocksOf(body);
}

export function editArticle(
  article: Parent,
  page: readonly Block[],
  title: string,
  { edits = [], everything = false }: PageInput,
): Edited {
  const layout = layOut(page, article, title);
  const settled = settle(layout, edits);
  const { edited } = settled;
  if (!everything) {
    applyEdits(layout, settled);
    return () => ({ edited: [...edited] });
  }
  const leftOut = layout.blocks.filter(({ kept }) => !kept);
  layout.putIn(new Set(leftOut.map(({ block }) => block)));
  const numbers = markBlocks(layout.blocks);
  return (shown) => ({
    edited: [...edited],
    blocks: blocksShown(layout.blocks, numbers, settled, shown),
  });
}

function blocksShown(
  blocks: readonly LaidBlock[],
  numbers: readonly number[],
  { isIn }: Settled,
  shown: Parent,
): PageBlock[] {
  const isShown = new Set<string>();
  eachElement(shown, (any) => {
    const number = attr(any, BLOCK_ATTRIBUTE);
    // Of a field nothing is left but where it stood.
    if (number !== null && rawText(any).trim() !== '') isShown.add(number);
  });
  const found = new Map<number, PageBlock & { readonly kept: boolean; isIn: boolean }>();
  blocks.forEach(({ block, address, kept }, at) => {
    const number = numbers[at] as number;
    if (!isShown.has(`${number}`)) return;
    const one = found.get(number);
    if (!one) {
      const { words, text } = block;
      const wanted = isIn[at] ?? kept;
      const state = stateOf(kept, wanted);
      found.set(number, { number, addresses: [address], state, words, text, kept, isIn: wanted });
      return;
    }
    one.addresses.push(address);
    one.words += block.words;
    one.isIn ||= isIn[at] ?? kept;
    one.state = stateOf(kept, one.isIn);
    if (one.text.length < MAX_BEGINNING_LENGTH) one.text += ` ${block.text}`;
  });
  return [...found.values()].map(({ number, addresses, state, words, text }) => ({
    number,
    addresses,
    state,
    words,
    text: shorten(text, MAX_BEGINNING_LENGTH),
  }));
}

function stateOf(kept: boolean, isIn: boolean): BlockState {
  if (kept) return isIn ? 'kept' : 'removed';
  return isIn ? 'restored' : 'left-out';
}
