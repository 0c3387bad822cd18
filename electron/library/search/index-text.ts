// What FTS5 is given of a text. Its tokenizer passes over punctuation and takes the case away by itself: what is ASCII goes in as it is, and
// only what stands around other characters is folded before. A text in English takes a quarter of the time so, others no longer than before.
import { normalise } from './normalise.ts';

/** All but ASCII and the dashes, quotation marks and dots of print, which end tokens there and here. */
const foreign = /[^\0-\x7f\u2010-\u2027]/g;
const isForeign = (unit: number): boolean => unit > 0x7f && (unit < 0x2010 || unit > 0x2027);
/** Foreign characters this near to each other are folded in one go, with what stands between: beginning anew costs as much. */
const NEAR = 256;
/** A stretch as long as this is no English, and neither is what follows: all of it is folded. */
const MOST_LOOKED_AT = 2 * NEAR;

/** A text of the same tokens as its index form, in the same order. Linear in its length, whatever the text is. */
export function indexText(text: string): string {
  let out = '';
  let from = 0;
  for (;;) {
    foreign.lastIndex = from;
    if (!foreign.test(text)) break;
    // From space to space: across one, nothing that folding does to a character depends on another.
    const first = foreign.lastIndex - 1;
    const start = text.lastIndexOf(' ', first) + 1;
    const space = text.indexOf(' ', lastNear(text, first));
    const end = space < 0 ? text.length : space;
    out += text.slice(from, start) + normalise(text.slice(start, end));
    from = end;
  }
  return from === 0 ? text : out + text.slice(from);
}

/** Where the last of the foreign characters stands that are near to each other; the end of the text where they go on and on. */
function lastNear(text: string, first: number): number {
  const most = first + MOST_LOOKED_AT;
  let last = first;
  for (let at = first + 1; at < text.length && at - last <= NEAR; at++) {
    if (at > most) return text.length;
    if (isForeign(text.charCodeAt(at))) last = at;
  }
  return last;
}
