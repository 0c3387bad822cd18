// Where each short run of characters stands in a folded text.

/** Units in a run. Shorter ones stand everywhere; longer ones do not fit between two changes of a Chinese sentence. */
export const GRAM = 5;
const MOST_BUCKETS = 1 << 20;
/** Of a long needle, so many runs are tried for the rarest. */
const MOST_TRIED = 512;

export class GramIndex {
  readonly text: string;
  private readonly mask: number;
  /** Where the positions of each bucket begin. */
  private readonly heads: Uint32Array;
  private readonly positions: Uint32Array;

  constructor(text: string) {
    this.text = text;
    const grams = Math.max(0, text.length - GRAM + 1);
    let buckets = 1 << 10;
    while (buckets < grams && buckets < MOST_BUCKETS) buckets *= 2;
    this.mask = buckets - 1;
    this.heads = new Uint32Array(buckets + 1);
    this.positions = new Uint32Array(grams);
    const hashes = new Uint32Array(grams);
    for (let at = 0; at < grams; at++) {
      const hash = this.hash(text, at);
      hashes[at] = hash;
      (this.heads[hash + 1] as number)++;
    }
    for (let at = 0; at < buckets; at++) (this.heads[at + 1] as number) += this.heads[at] as number;
    const next = this.heads.slice(0, buckets);
    for (let at = 0; at < grams; at++) {
      const hash = hashes[at] as number;
      this.positions[next[hash] as number] = at;
      (next[hash] as number)++;
    }
  }

  private hash(text: string, at: number): number {
    let hash = 0;
    for (let k = 0; k < GRAM; k++) hash = Math.imul(hash ^ text.charCodeAt(at + k), 0x9e3779b1);
    return (hash ^ (hash >>> 15)) & this.mask;
  }

  /** At most how often the run at an offset of another text stands in this one. Quick. */
  count(needle: string, at: number): number {
    const hash = this.hash(needle, at);
    return (this.heads[hash + 1] as number) - (this.heads[hash] as number);
  }

  /** Everywhere the run at an offset of another text stands in this one, in order. */
  find(needle: string, at: number): number[] {
    const hash = this.hash(needle, at);
    const gram = needle.substr(at, GRAM);
    const found: number[] = [];
    for (let k = this.heads[hash] as number; k < (this.heads[hash + 1] as number); k++) {
      const position = this.positions[k] as number;
      if (this.text.startsWith(gram, position)) found.push(position);
    }
    return found;
  }

  /** Where a whole needle stands, the first few places. */
  occurrences(needle: string, most: number): number[] {
    if (needle.length < GRAM) return [];
    const step = Math.max(1, Math.floor(needle.length / MOST_TRIED));
    let rarest = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0; at <= needle.length - GRAM; at += step) {
      const count = this.count(needle, at);
      if (count === 0) return [];
      if (count < least) {
        least = count;
        rarest = at;
      }
    }
    const found: number[] = [];
    for (const position of this.find(needle, rarest)) {
      if (found.length >= most) break;
      if (position >= rarest && this.text.startsWith(needle, position - rarest)) {
        found.push(position - rarest);
      }
    }
    return found;
  }
}
