// All blocks of a page in their order: those of the article as it was found, and between them what was left out.
import type { BlockAddress } from '#contract/types/block.ts';
import { type Block, blocksOf } from '../blocks.ts';
import { heldBy, placesOf } from '../judge/match.ts';
import { oneLine } from '../one-line.ts';
import { passagesOf, putBack } from '../overlooked.ts';
import type { Parent } from '../tree.ts';
import { addressesOf } from './address.ts';

export interface LaidBlock {
  readonly block: Block;
  readonly address: BlockAddress;
  /** Whether the article has it by itself. */
  readonly kept: boolean;
}

export interface Layout {
  readonly blocks: readonly LaidBlock[];
  /** Moves blocks that were left out into the article, each to its place. */
  putIn(wanted: ReadonlySet<Block>): void;
}

/**
 * @param page blocks of the page with everything that is to be seen on it, of a tree of its own
 * @param title is shown by whoever shows the article, and so is neither kept nor left out
 */
export function layOut(page: readonly Block[], article: Parent, title: string): Layout {
  const own = blocksOf(article);
  const places = placesOf(own, page);
  const held = heldBy(own, page, places);
  const heading = oneLine(title).toLowerCase();

  const ownAt = new Map<number, number>();
  places.forEach((place, at) => {
    if (place >= 0) ownAt.set(place, at);
  });
  // What is left out follows the last block before it that the article has.
  const behind = new Map<number, Block[]>();
  let last = -1;
  page.forEach((block, at) => {
    last = ownAt.get(at) ?? last;
    if (held[at] || block.text.toLowerCase() === heading) return;
    const row = behind.get(last);
    if (row) row.push(block);
    else behind.set(last, [block]);
  });
  const blocks: { block: Block; kept: boolean }[] = [];
  const add = (block: Block, kept: boolean) => void blocks.push({ block, kept });
  for (const block of behind.get(-1) ?? []) add(block, false);
  own.forEach((block, at) => {
    add(block, true);
    for (const left of behind.get(at) ?? []) add(left, false);
  });

  const addresses = addressesOf(blocks.map(({ block }) => block.text));
  return {
    blocks: blocks.map((one, at) => ({ ...one, address: addresses[at] as BlockAddress })),
    putIn(wanted) {
      const isMissing = page.map((block) => wanted.has(block));
      putBack(article, passagesOf(own, page, { places, isMissing }));
    },
  };
}
