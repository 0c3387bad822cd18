// Step 12 b: an article as its reader wants it, or everything that there is to choose from. For whoever asks.
import type { PageInput, ParsedPage } from '#contract/page.ts';
import type { BlockState, PageBlock } from '#contract/types/block.ts';
import { MAX_BEGINNING_LENGTH } from '../../limits.ts';
import { BLOCK_ATTRIBUTE } from '../allow-list.ts';
import { type Block, blocksOf } from '../blocks.ts';
import { shorten } from '../shorten.ts';
import { attr, type Element, eachElement, type Parent } from '../tree.ts';
import { estimateWords } from '../word-count.ts';
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
  const texts = textsShown(shown);
  const found = new Map<number, PageBlock & { isIn: boolean }>();
  blocks.forEach(({ address, kept }, at) => {
    const number = numbers[at] as number;
    const text = texts.get(number);
    if (text === undefined) return;
    const wanted = isIn[at] ?? kept;
    const one = found.get(number);
    if (!one) {
      const [state, words] = [stateOf(kept, wanted), estimateWords(text)];
      found.set(number, { number, addresses: [address], state, words, text, isIn: wanted });
      return;
    }
    one.addresses.push(address);
    one.isIn ||= wanted;
    one.state = stateOf(kept, one.isIn);
  });
  return [...found.values()].map(({ number, addresses, state, words, text }) => ({
    number,
    addresses,
    state,
    words,
    text: shorten(text, MAX_BEGINNING_LENGTH),
  }));
}

/** What is left of each block to be seen: of a field for what a reader writes, nothing. */
function textsShown(shown: Parent): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  eachElement(shown, (any) => {
    const number = attr(any, BLOCK_ATTRIBUTE);
    const text = number === null ? '' : inLines(any);
    if (text !== '') texts.set(Number(number), text);
  });
  return texts;
}

/** Lines and cells are parted, which in the markup need no space between them. */
const inLines = (any: Element): string =>
  blocksOf(any)
    .map(({ text }) => text)
    .join(' ');

function stateOf(kept: boolean, isIn: boolean): BlockState {
  if (kept) return isIn ? 'kept' : 'removed';
  return isIn ? 'restored' : 'left-out';
}
