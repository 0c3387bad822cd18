// Where blocks are found again: by a digest of their words, and of those beside them, since a page says some things more
// than once. A path through its tree would not outlive a change of its furniture.
import { createHash } from 'node:crypto';
import { BlockAddress } from '#contract/types/block.ts';

/** Of the words alone: marks, case and white space may be others the next time. */
function fingerprintOf(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{S}]+/gu, '');
  return createHash('sha256')
    .update(words || text.replace(/\s+/g, ''))
    .digest('hex')
    .slice(0, 16);
}

const NOTHING = '0'.repeat(16);

/** @param texts of all blocks of a page, in their order */
export function addressesOf(texts: readonly string[]): BlockAddress[] {
  const prints = texts.map(fingerprintOf);
  const times = new Map<string, number>();
  return prints.map((print, at) => {
    const occurrence = Math.min(times.get(print) ?? 0, 99_999);
    times.set(print, occurrence + 1);
    const beside = [prints[at - 1] ?? NOTHING, prints[at + 1] ?? NOTHING];
    return BlockAddress.parse([print, occurrence, ...beside].join('.'));
  });
}

/** Finds blocks of a page by addresses that may be those of another version of it. */
export class AddressBook {
  readonly #places = new Map<string, number[]>();
  readonly #parts: readonly (readonly string[])[];

  /** @param addresses of all blocks of the page, in their order */
  constructor(addresses: readonly BlockAddress[]) {
    this.#parts = addresses.map((address) => address.split('.'));
    this.#parts.forEach(([print = ''], at) => {
      const places = this.#places.get(print);
      if (places) places.push(at);
      else this.#places.set(print, [at]);
    });
  }

  /** @returns its place among the blocks; -1 where no block has its words */
  placeOf(address: BlockAddress): number {
    const [print = '', occurrence, before, after] = address.split('.');
    let best = -1;
    let bestScore = -1;
    for (const at of this.#places.get(print) ?? []) {
      const own = this.#parts[at] ?? [];
      // One that stands where it stood is meant, however many of them there have come to be before it.
      const score =
        (own[2] === before ? 2 : 0) + (own[3] === after ? 2 : 0) + (own[1] === occurrence ? 1 : 0);
      if (score <= bestScore) continue;
      best = at;
      bestScore = score;
    }
    return best;
  }
}
