// The form in which text is indexed and looked up: tokens between single spaces, folded so that case, accents of
// form and ways of encoding do not matter. One loop makes it, with or without the way back to the original text,
// so that what is marked in a snippet can never differ from what was found.
import {
  ANUSVARA,
  clusterFold,
  isDotted,
  Kind,
  kindOf,
  kinds,
  learn,
  oneFold,
  pieceOf,
  runFold,
  unitFold,
} from './fold-table.ts';
import { vowelEnd } from './thai-signs.ts';

/** Grows whenever the index form of any text changes; articles indexed under an older one are indexed anew. */
export const NORMALISER_VERSION = 3;

/** Normalised text with the way back: unit `k` of `text` comes from what stands at `offsets[k]` of the original. */
export interface MappedText {
  readonly text: string;
  /** UTF-16 offsets into the original, never falling, one more than `text` has units: the last is the end. */
  readonly offsets: Uint32Array;
}

/** Index form of a text. Linear in its length, whatever the text is. */
export function normalise(text: string): string {
  return fold(text, false).text;
}

/** Index form with the offsets of the original. */
export function normaliseMapped(text: string): MappedText {
  return fold(text, true);
}

/** The tokens of a text, in order. */
export function tokensOf(text: string): string[] {
  const folded = normalise(text).trim();
  return folded === '' ? [] : folded.split(' ');
}

const SPACE = 32;
const ONE = Kind.one;
const UNKNOWN = Kind.unknown;
/** What one step may write at most: the longest decomposition (18 units) of each of a full cluster. */
const ROOM = 640;
/** Marks beyond this in one cluster carry no meaning, and sorting them would take quadratic time. */
const MAX_CLUSTER = 32;
const NO_OFFSETS = new Uint32Array(0);
/** Texts up to this length share one buffer between calls. */
const SHARED_LENGTH = 64 * 1024;
const shared = {
  source: new Uint16Array(SHARED_LENGTH),
  units: new Uint16Array(4 * SHARED_LENGTH),
  offsets: NO_OFFSETS,
};

class Writer {
  units: Uint16Array;
  offsets: Uint32Array;
  length = 0;
  readonly mapped: boolean;

  constructor(expected: number, mapped: boolean) {
    const small = expected <= SHARED_LENGTH;
    if (small && mapped && shared.offsets.length === 0) {
      shared.offsets = new Uint32Array(shared.units.length);
    }
    this.units = small ? shared.units : new Uint16Array(expected + (expected >> 2) + 2 * ROOM);
    this.offsets = !mapped
      ? NO_OFFSETS
      : small
        ? shared.offsets
        : new Uint32Array(this.units.length);
    this.mapped = mapped;
  }

  makeRoom(): void {
    const units = new Uint16Array(this.units.length * 2);
    units.set(this.units);
    this.units = units;
    if (!this.mapped) return;
    const offsets = new Uint32Array(units.length);
    offsets.set(this.offsets);
    this.offsets = offsets;
  }

  put(unit: number, from: number): void {
    if (this.mapped) this.offsets[this.length] = from;
    this.units[this.length++] = unit;
  }

  /** A space unless one stands there already, or nothing does. */
  separate(from: number): void {
    if (!this.endsToken()) this.put(SPACE, from);
  }

  endsToken(): boolean {
    return this.length === 0 || this.units[this.length - 1] === SPACE;
  }

  /** Text already folded, its spaces included. */
  putText(text: string, from: number, to: number): void {
    for (let k = 0; k < text.length; k++) {
      const unit = text.charCodeAt(k);
      if (unit === SPACE) this.separate(k === text.length - 1 ? to : from);
      else this.put(unit, from);
    }
  }

  /** A character of a folded run: no space. */
  putChar(char: string, from: number): void {
    this.put(char.charCodeAt(0), from);
    if (char.length > 1) this.put(char.charCodeAt(1), from);
  }

  finish(end: number): MappedText {
    const text = Buffer.from(this.units.buffer, 0, this.length * 2).toString('utf16le');
    if (!this.mapped) return { text, offsets: NO_OFFSETS };
    const offsets = this.offsets.slice(0, this.length + 1);
    offsets[this.length] = end;
    return { text, offsets };
  }
}

function fold(text: string, mapped: boolean): MappedText {
  const out = new Writer(text.length, mapped);
  const length = text.length;
  const source = unitsOf(text);
  // Where the last character that can carry marks begins, in the original and in the output; -1 if nothing can.
  let base = -1;
  let outBase = 0;
  let i = 0;
  while (i < length) {
    const next = copyPlain(source, i, out);
    if (next > i) {
      outBase = out.length - 1;
      base = out.endsToken() ? -1 : next - 1;
      i = next;
    }
    if (out.length + ROOM >= out.units.length) out.makeRoom();
    if (i === length) break;
    switch (kindOf(text, i)) {
      case Kind.drop:
        i += widthAt(text, i);
        break;
      case Kind.alone:
        base = i;
        outBase = out.length;
        out.separate(i);
        out.put(unitFold[text.charCodeAt(i)] as number, i++);
        out.put(SPACE, i);
        break;
      case Kind.piece: {
        const width = widthAt(text, i);
        base = i;
        outBase = out.length;
        out.putText(pieceOf(text, i, width), i, i + width);
        i += width;
        break;
      }
      case Kind.mark: {
        const end = clusterEnd(text, i);
        if (base >= 0) {
          out.length = outBase;
          const cluster = text.slice(base, Math.min(end, base + MAX_CLUSTER));
          const folded = isDotted(cluster, text.charAt(end)) ? ANUSVARA : clusterFold(cluster);
          out.putText(folded, base, end);
        }
        i = end;
        break;
      }
      case Kind.run:
      case Kind.runMark:
        i = foldRun(text, i, out);
        base = -1;
        break;
      default:
        out.separate(i);
        i += widthAt(text, i);
        base = -1;
    }
  }
  return out.finish(length);
}

/** Its numbers: asked of the string one by one, they take a third longer. */
function unitsOf(text: string): Uint16Array {
  const units = text.length <= SHARED_LENGTH ? shared.source : new Uint16Array(text.length);
  Buffer.from(units.buffer).write(text, 'utf16le');
  return units.subarray(0, text.length);
}

/**
 * The fast lane: characters that become one unit or end a token.
 * @returns where the first other one stands, or where the output is full
 */
function copyPlain(source: Uint16Array, start: number, out: Writer): number {
  const { units, offsets, mapped } = out;
  const foldOfUnit = oneFold;
  let n = out.length;
  // As much as fits, since none becomes more than one.
  const end = Math.min(source.length, start + units.length - ROOM - n);
  let last = n > 0 ? (units[n - 1] as number) : SPACE;
  let i = start;
  for (; i < end; i++) {
    const unit = source[i] as number;
    let folded = foldOfUnit[unit] as number;
    if (folded === 0) {
      if (kinds[unit] !== UNKNOWN || learn(unit) !== ONE) break;
      folded = foldOfUnit[unit] as number;
    }
    if (mapped) offsets[n] = i;
    // Written in any case, and kept unless it is a space behind a space. Reckoned, not asked: where words end no processor can foresee,
    // and each wrong guess costs as much as a word.
    units[n] = folded;
    n += (folded ^ SPACE) | (last ^ SPACE) ? 1 : 0;
    last = folded;
  }
  out.length = n;
  return i;
}

/** Where the marks that begin at `at` end. */
function clusterEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && text.charCodeAt(end) >= 0x80) {
    const kind = kindOf(text, end);
    if (kind !== Kind.mark && kind !== Kind.drop && kind !== Kind.runMark) break;
    end += widthAt(text, end);
  }
  return end;
}

function widthAt(text: string, at: number): 1 | 2 {
  return (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
}

/**
 * A run of a script that writes no spaces: each pair of neighbours is a token, and so is the last character, so that
 * a single one is found as the beginning of a token.
 * @returns where the run ends
 */
function foldRun(text: string, start: number, out: Writer): number {
  let i = start;
  let last = '';
  let lastFrom = start;
  const add = (char: string) => {
    if (out.length + ROOM >= out.units.length) out.makeRoom();
    if (last !== '') {
      out.putChar(last, lastFrom);
      out.putChar(char, i);
      out.put(SPACE, i);
    }
    last = char;
    lastFrom = i;
  };
  out.separate(start);
  while (i < text.length && isInRun(text, i)) {
    const end = characterEnd(text, i);
    const folded = runFold(text, i, Math.min(end, i + MAX_CLUSTER));
    if (folded.length === 1) add(folded);
    else for (const char of folded) add(char);
    i = end;
  }
  out.putText(last, lastFrom, lastFrom);
  out.put(SPACE, i);
  return i;
}

/** What is one letter to a reader of such a script, with all its signs. */
function characterEnd(text: string, start: number): number {
  const end = clusterEnd(text, start + widthAt(text, start));
  const ofVowel = vowelEnd(text, start, end);
  return ofVowel > end ? clusterEnd(text, ofVowel) : end;
}

function isInRun(text: string, at: number): boolean {
  if (text.charCodeAt(at) < 0x80) return false;
  const kind = kindOf(text, at);
  return kind === Kind.run || kind === Kind.runMark;
}
