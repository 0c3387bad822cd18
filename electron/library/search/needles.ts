// The words of a query as they are looked for in the text of a hit, to mark them: exactly, in folded text, and
// quickly, in text as it is.
import { isAlone, isOfRun, Kind, kindOf, unitFold } from './fold-table.ts';
import type { TextScope, TextTerm } from './query-tree.ts';

export interface Needle {
  /** Where it is looked for; null for everywhere. */
  readonly scope: TextScope | null;
  /** Whether it may stand inside a word. */
  readonly inside: boolean;
  /** The tokens as they stand in folded text. */
  readonly folded: string;
  /** Whether the last token may go on. */
  readonly open: boolean;
  /** What stands in a row in most texts; empty where that is too long for a pattern. */
  readonly pieces: readonly Piece[];
}

interface Piece {
  /** As typed and as folded. */
  readonly spellings: readonly string[];
  /** Of these, in any case. The first one is searched for, the others must follow. */
  readonly pattern: RegExp;
  /** Whether it may stand anywhere, since its script writes no spaces. */
  readonly loose: boolean;
}

/** Where a needle stands, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A pattern of a hundred thousand letters does not compile. */
const MAX_PATTERN = 1000;

export function needleOf({ kind, text, tokens, open, scope }: TextTerm): Needle {
  const needle = { scope, inside: kind === 'part', folded: tokens.join(' '), open };
  if (text.length > MAX_PATTERN) return { ...needle, pieces: [] };
  const folded = piecesOf(tokens);
  const typed = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const pieces = folded.map(({ text: piece, loose }, at) => {
    const asTyped = typed.length === folded.length ? typed[at] : undefined;
    const spellings = asTyped === undefined || asTyped === piece ? [piece] : [asTyped, piece];
    // Letters, digits and marks only: nothing in it means anything to a pattern.
    return { spellings, pattern: new RegExp(spellings.join('|'), at === 0 ? 'giu' : 'iuy'), loose };
  });
  return { ...needle, pieces };
}

/** Single characters and pairs of characters put together again to the run they came from. */
function piecesOf(tokens: readonly string[]): { text: string; loose: boolean }[] {
  const pieces: { text: string; loose: boolean; goesOn: boolean }[] = [];
  for (const token of tokens) {
    const last = pieces.at(-1);
    if (isAlone(token)) {
      if (last?.loose && isAlone(last.text)) last.text += token;
      else pieces.push({ text: token, loose: true, goesOn: false });
    } else if (isOfRun(token)) {
      const [first = '', second] = token;
      if (last?.goesOn && last.text.endsWith(first)) last.text += second ?? '';
      else pieces.push({ text: token, loose: true, goesOn: true });
      // The last character of a run stands alone and ends it.
      const run = pieces.at(-1);
      if (run) run.goesOn = second !== undefined;
    } else {
      pieces.push({ text: token, loose: false, goesOn: false });
    }
  }
  return pieces;
}

/**
 * Where a needle stands in text as it is, up to `limit` times: what is spelled as typed or as folded, which is nearly
 * everything. A pattern is ten times quicker here than folding, and quicker than lower-casing, too.
 */
export function findQuickly(text: string, needle: Needle, limit: number): Span[] {
  const [first, ...rest] = needle.pieces;
  if (!first) return [];
  const spans: Span[] = [];
  first.pattern.lastIndex = 0;
  for (let found = first.pattern.exec(text); found; found = first.pattern.exec(text)) {
    const start = found.index;
    if (!first.loose && !needle.inside && !endsWord(text, start - 1)) continue;
    const end = endOfPieces(text, start + found[0].length, first, rest, needle.open);
    if (end < 0) continue;
    spans.push({ start, end });
    if (spans.length === limit) break;
  }
  return spans;
}

/** Where the rest ends when it follows at `at`; -1 where it does not. */
function endOfPieces(
  text: string,
  at: number,
  first: Piece,
  rest: readonly Piece[],
  open: boolean,
): number {
  let end = at;
  let before = first;
  for (const piece of rest) {
    let next = end;
    while (next < text.length && isSeparator(text, next)) next++;
    if (next === end && !before.loose && !piece.loose) return -1;
    piece.pattern.lastIndex = next;
    if (!piece.pattern.test(text)) return -1;
    end = piece.pattern.lastIndex;
    before = piece;
  }
  return before.loose || open || endsWord(text, end) ? end : -1;
}

/** Every place where a needle stands in folded text. */
export function findFolded(folded: string, { folded: wanted, open, inside }: Needle): Span[] {
  const spans: Span[] = [];
  let at = folded.indexOf(wanted);
  while (at >= 0) {
    const end = at + wanted.length;
    const begins = inside || at === 0 || folded[at - 1] === ' ';
    const ends = open || end === folded.length || folded[end] === ' ';
    if (begins && ends) spans.push({ start: at, end });
    at = folded.indexOf(wanted, begins && ends ? end : at + 1);
  }
  return spans;
}

/** Whether a token ends beside this unit, or the text does. */
export function endsWord(text: string, at: number): boolean {
  if (at < 0 || at >= text.length || isSeparator(text, at)) return true;
  const kind = kindOf(text, at);
  return kind === Kind.alone || kind === Kind.run || kind === Kind.runMark;
}

function isSeparator(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return kindOf(text, at) === Kind.one && unitFold[unit] === 32;
}
