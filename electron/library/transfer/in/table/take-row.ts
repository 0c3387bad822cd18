// One row of a table in text (RFC 4180, and what programs make of it): any delimiter, quoted line breaks, every line end.
// A quote within a cell stands for itself, and so does what follows a closing quote.

/** More cells than any table has; what comes after them in a row is dropped. */
const MAX_CELLS = 4096;

const QUOTE = 34;
const LF = 10;
const CR = 13;

interface TakenRow {
  readonly cells: string[];
  /** Where the next row begins. */
  readonly next: number;
  /** A line end follows: nothing of the row can be missing. */
  readonly isEnded: boolean;
}

/**
 * @param isAll nothing comes after this text
 * @returns null where the row does not end within the text: more is needed, or a quote was never closed
 */
export function takeRow(
  text: string,
  start: number,
  delimiter: string,
  isAll: boolean,
): TakenRow | null {
  const between = delimiter.charCodeAt(0);
  const cells: string[] = [];
  let at = start;
  for (;;) {
    let cell = '';
    if (text.charCodeAt(at) === QUOTE) {
      const quoted = takeQuoted(text, at + 1, isAll);
      if (quoted === null) return null;
      cell = quoted.cell;
      at = quoted.next;
    }
    const from = at;
    let code = text.charCodeAt(at);
    while (at < text.length && code !== between && code !== LF && code !== CR) {
      code = text.charCodeAt(++at);
    }
    if (at > from) cell += text.slice(from, at);
    if (at >= text.length && !isAll) return null;
    if (cells.length < MAX_CELLS) cells.push(cell);
    if (at >= text.length) return { cells, next: at, isEnded: false };
    if (code === between) {
      at++;
      continue;
    }
    if (code === LF) return { cells, next: at + 1, isEnded: true };
    // Whether a line feed follows is not known yet.
    if (at + 1 >= text.length && !isAll) return null;
    const next = text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
    return { cells, next, isEnded: true };
  }
}

function takeQuoted(
  text: string,
  start: number,
  isAll: boolean,
): { cell: string; next: number } | null {
  const parts: string[] = [];
  for (let from = start; ; ) {
    const quote = text.indexOf('"', from);
    if (quote < 0 || (quote + 1 >= text.length && !isAll)) return null;
    if (text.charCodeAt(quote + 1) !== QUOTE) {
      parts.push(text.slice(from, quote));
      return { cell: parts.join(''), next: quote + 1 };
    }
    parts.push(text.slice(from, quote + 1));
    from = quote + 2;
  }
}
