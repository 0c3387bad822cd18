// Thai and Lao words that look the same and are typed in several ways: keyboards, old systems and texts taken out of PDF put
// vowel and tone in either order, write sara am in one character or in two, and แ as two เ.

const NIKHAHIT = /[\u0e4d\u0ecd]/;
const AA = /[\u0e32\u0eb2]/;
/** What stands above everything else: tones, and the sign of a letter that is not spoken. */
const TONE = /[\u0e48-\u0e4c\u0ec8-\u0ecc]/;
const ANY = /[\u0e31-\u0e3a\u0e40-\u0e4e\u0eb1-\u0ebc\u0ec0-\u0ece]/;

/** Signs of Thai; the same one of Lao stands `LAO` further on. */
const THAI_AA = 0x0e32;
const THAI_AM = 0x0e33;
const THAI_E = 0x0e40;
const LAO = 0x80;

/**
 * Where a vowel ends that begins in the signs of a letter and goes on behind them.
 * @param start where the letter stands
 * @param end where its signs end
 * @returns the same end where no vowel goes on; the signs of what follows belong to it
 */
export function vowelEnd(text: string, start: number, end: number): number {
  // By number: this is asked behind every letter, and patterns took most of the time of folding Thai.
  const next = text.charCodeAt(end);
  switch (next & ~LAO) {
    case THAI_AM:
      return end + 1;
    case THAI_AA:
      return NIKHAHIT.test(text.slice(start, end)) ? end + 1 : end;
    case THAI_E:
      return end - start === 1 && text.charCodeAt(start) === next ? end + 1 : end;
    default:
      return end;
  }
}

/** A letter with its signs, taken apart: the signs in the one order in which they are indexed. */
export function inOneOrder(cluster: string): string {
  if (cluster.length < 2 || !ANY.test(cluster)) return cluster;
  const isAm = NIKHAHIT.test(cluster);
  const placed = [...cluster].map((char) => ({ char, place: placeOf(char, isAm) }));
  const ordered = placed.sort((a, b) => a.place - b.place).map(({ char }) => char);
  return ordered.join('').replace('เเ', 'แ').replace('ເເ', 'ແ');
}

function placeOf(char: string, isAm: boolean): number {
  if (TONE.test(char)) return 1;
  if (NIKHAHIT.test(char)) return 2;
  return isAm && AA.test(char) ? 3 : 0;
}
