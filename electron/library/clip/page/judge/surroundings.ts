// What stands in the elements around blocks, counted once for a whole page.
import { type Block, isBlock } from '../blocks.ts';
import { attr, type Element, isElement, type Parent, parentOf } from '../tree.ts';

export interface Share {
  words: number;
  linkWords: number;
  blocks: number;
  /** Words in blocks that look like running text. */
  prose: number;
  /** Words in blocks that the article holds. */
  held: number;
}

export const isRunning = ({ words, linkWords, tags }: Block): boolean =>
  words >= 18 && linkWords < words * 0.4 && !/^h\d$/.test(tags[0] ?? '');

export const NOTHING: Readonly<Share> = { words: 0, linkWords: 0, blocks: 0, prose: 0, held: 0 };

/** @param held whether the article holds a block */
export function sharesOf(blocks: readonly Block[], held: readonly boolean[]): Map<Parent, Share> {
  const shares = new Map<Parent, Share>();
  blocks.forEach((block, at) => {
    const prose = isRunning(block) ? block.words : 0;
    for (let up: Parent | null = block.container; up; up = parentOf(up)) {
      let share = shares.get(up);
      if (!share) {
        share = { ...NOTHING };
        shares.set(up, share);
      }
      share.words += block.words;
      share.linkWords += block.linkWords;
      share.blocks++;
      share.prose += prose;
      if (held[at]) share.held += block.words;
    }
  });
  return shares;
}

/** Elements of the same kind beside an element, itself included: rows of teasers, paragraphs of a text. */
export class Kin {
  readonly #known = new Map<Parent, ReadonlyMap<string, number>>();

  of(element: Element | null): number {
    const parent = element?.parentNode;
    if (!element || !parent) return 0;
    let counts = this.#known.get(parent);
    if (!counts) {
      const made = new Map<string, number>();
      for (const node of parent.childNodes)
        if (isElement(node)) made.set(kindOf(node), (made.get(kindOf(node)) ?? 0) + 1);
      counts = made;
      this.#known.set(parent, made);
    }
    return counts.get(kindOf(element)) ?? 0;
  }
}

const kindOf = (element: Element): string => {
  const { tagName } = element;
  return isBlock(element) ? `${tagName} ${attr(element, 'class') ?? ''}` : tagName;
};
