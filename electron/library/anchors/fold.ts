// Text as it is compared: without white space, soft hyphens and zero-width characters, in one case, with one form of
// ligatures, quotation marks and dashes, and with double-escaped entities read. Every unit knows where it came from.
import { entityAt } from './entity.ts';
import { foldCluster, foldedUnit, kindOfUnit, UnitKind } from './fold-unit.ts';

export interface Folded {
  readonly original: string;
  readonly text: string;
  /** Where the character that a unit was made from begins and ends in the original. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Marks beyond this on one character carry no meaning, and sorting them would take quadratic time. */
const MOST_MARKS = 32;
/** What one step can write at most: the longest compatibility form (18 units) of each mark. */
const ROOM = 1024;

/** Stands for the beginning and the end of a text: to be the last words of an article is context, too. */
const BEGINNING = '\u0001\u0002\u0003\u0004\u0005\u0006';
/** Units of each. */
export const EDGE = BEGINNING.length;
const END = '\u0010\u0011\u0012\u0013\u0014\u0015';

/** @param edges whether the text is known to begin and to end there */
export function fold(
  text: string,
  edges: { readonly start: boolean; readonly end: boolean },
): Folded {
  let units = new Uint16Array(text.length + ROOM);
  let starts = new Uint32Array(units.length);
  let ends = new Uint32Array(units.length);
  let length = 0;

  const put = (folded: string, from: number, to: number) => {
    for (let k = 0; k < folded.length; k++) {
      units[length] = folded.charCodeAt(k);
      starts[length] = from;
      ends[length++] = to;
    }
  };
  if (edges.start) put(BEGINNING, 0, 0);
  for (let at = 0; at < text.length; ) {
    if (length + ROOM > units.length) {
      units = grown(units, new Uint16Array(units.length * 2));
      starts = grown(starts, new Uint32Array(starts.length * 2));
      ends = grown(ends, new Uint32Array(ends.length * 2));
    }
    const unit = text.charCodeAt(at);
    const kind = kindOfUnit(unit);
    const next = at + 1 < text.length ? kindOfUnit(text.charCodeAt(at + 1)) : UnitKind.drop;
    if (kind === UnitKind.drop) at++;
    else if (unit === AMPERSAND) {
      const { meant, width } = entityAt(text, at);
      put(foldMeant(meant), at, at + width);
      at += width;
    } else if (kind === UnitKind.one && next !== UnitKind.mark) {
      // Two apostrophes for a quotation mark, two hyphens for a dash.
      const doubled = DOUBLED.has(unit) && text.charCodeAt(at - 1) === unit;
      if (doubled) ends[length - 1] = at + 1;
      else {
        units[length] = foldedUnit[unit] as number;
        starts[length] = at;
        ends[length++] = at + 1;
      }
      at++;
    } else {
      const end = clusterEnd(text, at);
      put(foldCluster(text.slice(at, end)), at, end);
      at = end;
    }
  }
  if (edges.end) put(END, text.length, text.length);
  return {
    original: text,
    text: Buffer.from(units.buffer, 0, length * 2).toString('utf16le'),
    starts: starts.slice(0, length),
    ends: ends.slice(0, length),
  };
}

const AMPERSAND = 38;
const DOUBLED = new Set(["'", '`', '-'].map((char) => char.charCodeAt(0)));

function grown<T extends Uint16Array | Uint32Array>(old: T, wider: T): T {
  wider.set(old);
  return wider;
}

/** Where a character that begins at `at` ends, its marks included. */
function clusterEnd(text: string, at: number): number {
  let end = at + ((text.codePointAt(at) as number) > 0xffff ? 2 : 1);
  const last = end + MOST_MARKS;
  while (end < text.length && end < last && kindOfUnit(text.charCodeAt(end)) === UnitKind.mark)
    end++;
  return end;
}

const foldMeant = (meant: string): string =>
  meant === '' || kindOfUnit(meant.charCodeAt(0)) === UnitKind.drop ? '' : foldCluster(meant);
