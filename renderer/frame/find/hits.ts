// Every place where the words stand, counted in the folded text.

/** @returns where each hit begins; hits do not overlap */
export function hitsOf(text: string, wanted: string): Uint32Array<ArrayBuffer> {
  let hits = new Uint32Array(256);
  let count = 0;
  if (wanted === '') return hits.subarray(0, 0);
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    if (count === hits.length) {
      const larger = new Uint32Array(count * 2);
      larger.set(hits);
      hits = larger;
    }
    hits[count++] = at;
  }
  return hits.subarray(0, count);
}
