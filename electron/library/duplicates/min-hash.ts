// MinHash: the smallest values that many hash functions give to the runs of a text. The share in which two texts agree is
// about the share of runs they have in common; four together are a band, and texts that are alike share a band.

/** Two texts of similarity 0.6 share one of 20 bands with a probability of 0.94, of 0.7 with 0.996, of 0.2 with 0.03. */
const BANDS = 20;
const ROWS = 4;
const FUNCTIONS = BANDS * ROWS;

export interface Fingerprint {
  /** A byte of each minimum: enough to tell how alike two texts are about, before they are read. */
  readonly sketch: Uint8Array;
  /** Unsigned, 32 bits; none where there is no text. */
  readonly bands: readonly number[];
}

/** Never to be changed without making all stored fingerprints anew, in a migration. */
const { factors, summands } = hashFunctions();

export function fingerprintOf(shingles: Uint32Array): Fingerprint {
  if (shingles.length === 0) return { sketch: new Uint8Array(), bands: [] };
  const minima = new Uint32Array(FUNCTIONS).fill(0xffffffff);
  for (let k = 0; k < FUNCTIONS; k++) {
    const factor = factors[k] as number;
    const summand = summands[k] as number;
    let least = 0xffffffff;
    for (let at = 0; at < shingles.length; at++) {
      const value = (Math.imul(shingles[at] as number, factor) + summand) >>> 0;
      if (value < least) least = value;
    }
    minima[k] = least;
  }
  const sketch = Uint8Array.from(minima, (least) => mixed(least) >>> 24);
  const bands = Array.from({ length: BANDS }, (_, band) => {
    let hash = band + 1;
    for (let row = 0; row < ROWS; row++) {
      hash = mixed(hash ^ (minima[band * ROWS + row] as number));
    }
    return hash >>> 0;
  });
  return { sketch, bands };
}

/** About how alike the texts of two sketches are, 0..1; give or take 0.05. */
export function estimate(one: Uint8Array, other: Uint8Array): number {
  if (one.length !== other.length || one.length === 0) return 0;
  let agreeing = 0;
  for (let k = 0; k < one.length; k++) if (one[k] === other[k]) agreeing++;
  return agreeing / one.length;
}

function mixed(value: number): number {
  const product = Math.imul(value ^ (value >>> 15), 0x9e3779b1);
  return product ^ (product >>> 13);
}

function hashFunctions(): { factors: Uint32Array; summands: Uint32Array } {
  let state = 0x4c656374;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    return mixed(mixed(state)) >>> 0;
  };
  return {
    // Odd, so that no two runs get the same value.
    factors: Uint32Array.from({ length: FUNCTIONS }, () => next() | 1),
    summands: Uint32Array.from({ length: FUNCTIONS }, next),
  };
}
