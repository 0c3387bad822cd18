// Text as one looks for it: without case, accents, soft hyphens and the like, and the way back to where it stood.

export interface Folded {
  readonly text: string;
  /** Where a character of it begins in the text it was made from; its length leads to the end of that. */
  sourceOf(index: number): number;
}

const ASCII_RUN = /[\0-\x7f]+|[^\0-\x7f]/gu;
/** Marks that are left out when one writes in a hurry: of Latin, Greek, Cyrillic, Hebrew and Arabic letters. */
const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670]/g;
/** Cannot be seen, and stand in the middle of words. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
/** Composed of parts that are letters of their own: taken apart, "가" would be found in "각". */
const WHOLE = /[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const ALIKE: Readonly<Record<string, string>> = {
  ß: 'ss',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
};

export function fold(source: string): Folded {
  // Most texts are mostly plain: whole runs of them go through at once.
  const pieces: string[] = [];
  let map = new Uint32Array(source.length + 16);
  let length = 0;
  let at = 0;
  const known = new Map<string, string>();
  const put = (piece: string, from: number, isRun: boolean) => {
    if (length + piece.length >= map.length) {
      const larger = new Uint32Array(map.length * 2 + piece.length);
      larger.set(map);
      map = larger;
    }
    for (let index = 0; index < piece.length; index++) map[length++] = isRun ? from + index : from;
    pieces.push(piece);
  };
  for (const [run] of source.matchAll(ASCII_RUN)) {
    if (run.charCodeAt(0) < 0x80) put(run.toLowerCase().replace(/\s/g, ' '), at, true);
    else {
      let piece = known.get(run);
      if (piece === undefined) {
        piece = foldCharacter(run);
        known.set(run, piece);
      }
      put(piece, at, false);
    }
    at += run.length;
  }
  map[length] = source.length;
  return { text: pieces.join(''), sourceOf: (index) => map[index] ?? source.length };
}

function foldCharacter(character: string): string {
  if (UNSEEN.test(character)) return '';
  const lower = character.toLowerCase();
  const alike = ALIKE[lower];
  if (alike !== undefined) return alike;
  if (/\s/.test(character)) return ' ';
  return WHOLE.test(lower) ? lower.normalize('NFKC') : lower.normalize('NFKD').replace(MARKS, '');
}
