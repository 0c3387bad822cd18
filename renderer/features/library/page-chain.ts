// How the pages of a list hang together: each says where the next one begins.

export interface Chain {
  /** `starts[n]` is what to hand in as `after` for page n. */
  readonly starts: readonly (string | undefined)[];
  /** No page follows the last of these. */
  readonly ended: boolean;
}

export const firstChain: Chain = { starts: [undefined], ended: false };

/**
 * Page `number` has been read and names its next one.
 * Where that start has moved, the later ones stay as they are until their own page says otherwise: they are off by a row
 * or two at most, and asking for all of them again would load the whole list for one change.
 * @returns the same object where nothing changed
 */
export function linked(chain: Chain, number: number, next: string | null): Chain {
  if (next === null) {
    const known = chain.ended && chain.starts.length === number + 1;
    return known ? chain : { starts: chain.starts.slice(0, number + 1), ended: true };
  }
  if (chain.starts[number + 1] === next) return chain;
  const starts = [...chain.starts];
  starts[number + 1] = next;
  return { starts, ended: chain.ended && starts.length > number + 2 };
}
