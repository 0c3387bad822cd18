// The words of a query as they are looked for in the text of a hit, to mark them: exactly, in folded text, and
// quickly, in text as it stands.
import { isAlone, isOfRun, Kind, kindOf, unitFold } from './fold-table.ts';
import type { TextTerm } from './query-tree.ts';

export interface Needle {
  /** The tokens as they stand in folded text. */
  readonly folded: string;
  /** Whether the last token may go on. */
  readonly open: boolean;
  /** What stands in lower-cased text in most cases, in a row. */
  readonly pieces: readonly Piece[];
}

interface Piece {
  /** Lower case: as folded and, where that differs, as typed. */
  readonly spellings: readonly string[];
  /** Whether it may stand anywhere, since its script writes no spaces. */
  readonly loose: boolean;
}

/** Where a needle stands, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function needleOf({ text, tokens, open }: TextTerm): Needle {
  const folded = piecesOf(tokens);
  const typed = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const pieces = folded.map(({ text: piece, loose }, at) => {
    const asTyped = typed.length === folded.length ? typed[at] : undefined;
    return { spellings: [...new Set(asTyped === undefined ? [piece] : [asTyped, piece])], loose };
  });
  return { folded: tokens.join(' '), open, pieces };
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

/** Lower case, every unit in its place: İ alone would become two. */
export function lowerCased(text: string): string {
  return (text.includes('İ') ? text.replaceAll('İ', 'i') : text).toLowerCase();
}

/**
 * Where a needle stands in text as it is, up to `limit` times. Finds what is spelled as typed or as folded, which is
 * nearly everything, at the speed of indexOf.
 * @param lower from `lowerCased`
 */
export function findQuickly(lower: string, needle: Needle, limit: number): Span[] {
  const [first, ...rest] = needle.pieces;
  if (!first) return [];
  const spans: Span[] = [];
  for (const spelling of first.spellings) {
    let at = lower.indexOf(spelling);
    for (; at >= 0 && spans.length < limit; at = lower.indexOf(spelling, at + spelling.length)) {
      if (!first.loose && !isBorder(lower, at - 1)) continue;
      const end = endOfPieces(lower, at + spelling.length, first, rest, needle.open);
      if (end >= 0) spans.push({ start: at, end });
    }
  }
  return spans;
}

/** Where the rest ends when it follows at `at`; -1 where it does not. */
function endOfPieces(
  lower: string,
  at: number,
  before: Piece,
  rest: readonly Piece[],
  open: boolean,
): number {
  let end = at;
  let previous = before;
  for (const piece of rest) {
    let next = end;
    while (next < lower.length && isSeparator(lower, next)) next++;
    if (next === end && !previous.loose && !piece.loose) return -1;
    const spelling = piece.spellings.find((one) => lower.startsWith(one, next));
    if (spelling === undefined) return -1;
    end = next + spelling.length;
    previous = piece;
  }
  return previous.loose || open || isBorder(lower, end) ? end : -1;
}

/** Every place where a needle stands in folded text. */
export function findFolded(folded: string, { folded: wanted, open }: Needle): Span[] {
  const spans: Span[] = [];
  let at = folded.indexOf(wanted);
  while (at >= 0) {
    const end = at + wanted.length;
    const begins = at === 0 || folded[at - 1] === ' ';
    const ends = open || end === folded.length || folded[end] === ' ';
    if (begins && ends) spans.push({ start: at, end });
    at = folded.indexOf(wanted, begins && ends ? end : at + 1);
  }
  return spans;
}

/** Whether a token ends beside this unit, or the text does. */
function isBorder(text: string, at: number): boolean {
  if (at < 0 || at >= text.length || isSeparator(text, at)) return true;
  const kind = kindOf(text, at);
  return kind === Kind.alone || kind === Kind.run || kind === Kind.runMark;
}

function isSeparator(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return kindOf(text, at) === Kind.one && unitFold[unit] === 32;
}
