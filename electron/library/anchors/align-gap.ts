// Aligns two short stretches of folded text: which characters of one are still there in the other. Whole words and
// long runs are believed, letters that happen to be the same in two different words are not.

/** A run of units that both have. */
export interface Run {
  readonly needle: number;
  readonly text: number;
  readonly length: number;
}
export interface Stretch {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** 1 where a word can begin or end before a unit, from `bordersFrom` on. */
  readonly borders: Uint8Array;
  readonly bordersFrom: number;
}
/** What the alignment is for: the quote's ends, where text is put in more likely than within it. */
export interface Ends {
  readonly from: number;
  readonly to: number;
}

/** Costs in quarters of a unit. A run that is one whole word of two letters pays; three letters within a word do not. */
const UNIT = 4;
const OPEN_AT_BORDER = 5;
const OPEN_INSIDE = 14;
const CLOSE_INSIDE = 8;
/** What a break at an end of the quote saves: enough to decide which of two full stops is the quote's own. */
const AT_END = 3;
/** Cells of the table; more than this is cut down to the two ends. */
const MOST_CELLS = 1 << 20;

/** How each cell was reached. */
const CONTINUED = 1;
const OPENED = 2;
const CLOSED = 4;
const LEFT = 8;
let cells = new Uint8Array(0);

/**
 * @param attached whether a run goes on beyond the beginning and the end: such runs cost nothing to open or close
 */
export function alignGap(
  needle: Stretch,
  text: Stretch,
  attached: { readonly before: boolean; readonly after: boolean },
  ends: Ends,
): Run[] {
  const rows = needle.to - needle.from;
  const columns = text.to - text.from;
  if (rows <= 0 || columns <= 0) return [];
  if ((rows + 1) * (columns + 1) <= MOST_CELLS) return fill(needle, text, attached, ends);
  const high = Math.min(rows >> 1, 400) || 1;
  const wide = Math.min(columns >> 1, Math.floor(MOST_CELLS / (high + 1)) - 1);
  const runs: Run[] = [];
  if (attached.before) {
    const cut = [needle.from + high, text.from + wide] as const;
    runs.push(
      ...fill(
        { ...needle, to: cut[0] },
        { ...text, to: cut[1] },
        { before: true, after: false },
        ends,
      ),
    );
  }
  if (attached.after) {
    const begins = [needle.to - high, text.to - wide] as const;
    runs.push(
      ...fill(
        { ...needle, from: begins[0] },
        { ...text, from: begins[1] },
        { before: false, after: true },
        ends,
      ),
    );
  }
  return runs;
}

function fill(
  needle: Stretch,
  text: Stretch,
  attached: { readonly before: boolean; readonly after: boolean },
  ends: Ends,
): Run[] {
  const rows = needle.to - needle.from;
  const columns = text.to - text.from;
  const width = columns + 1;
  const size = (rows + 1) * width;
  if (cells.length < size) cells = new Uint8Array(Math.max(size, 1 << 16));
  const table = cells;
  table.fill(0, 0, size);
  const isBorder = (i: number, j: number) =>
    needle.borders[needle.from + i - needle.bordersFrom] === 1 &&
    text.borders[text.from + j - text.bordersFrom] === 1;

  const NEVER = -1e9;
  // Scores of cells that end in a run, and of the best that ends outside of one, for the row above and this one.
  let runAbove = new Float64Array(width).fill(NEVER);
  let restAbove = new Float64Array(width);
  let run = new Float64Array(width);
  let rest = new Float64Array(width);
  if (attached.before) runAbove[0] = 0;
  for (let i = 1; i <= rows; i++) {
    run[0] = NEVER;
    rest[0] = 0;
    const at = needle.from + i;
    const unit = needle.text.charCodeAt(at - 1);
    const opens = at - 1 === ends.from || at - 1 === ends.to ? AT_END : 0;
    const closes = at === ends.from || at === ends.to ? AT_END : 0;
    for (let j = 1; j <= columns; j++) {
      const cell = i * width + j;
      let how = 0;
      let inRun = NEVER;
      if (unit === text.text.charCodeAt(text.from + j - 1)) {
        const goOn = runAbove[j - 1] as number;
        const open =
          (restAbove[j - 1] as number) -
          (isBorder(i - 1, j - 1) ? OPEN_AT_BORDER : OPEN_INSIDE) +
          opens;
        inRun = UNIT + Math.max(goOn, open);
        // Of two full stops, the one before what was put in is the old one.
        how |= goOn > open ? CONTINUED : OPENED;
      }
      const closed = inRun === NEVER ? NEVER : inRun - (isBorder(i, j) ? 0 : CLOSE_INSIDE) + closes;
      const up = restAbove[j] as number;
      const left = rest[j - 1] as number;
      let outside = up;
      if (left > outside) {
        outside = left;
        how |= LEFT;
      }
      if (closed > outside) {
        outside = closed;
        how = (how & ~LEFT) | CLOSED;
      }
      run[j] = inRun;
      rest[j] = outside;
      table[cell] = how;
    }
    [runAbove, run] = [run, runAbove];
    [restAbove, rest] = [rest, restAbove];
  }
  const endsInRun =
    attached.after && (runAbove[columns] as number) >= (restAbove[columns] as number);
  return trace(needle, text, table, endsInRun);
}

function trace(needle: Stretch, text: Stretch, table: Uint8Array, endsInRun: boolean): Run[] {
  const width = text.to - text.from + 1;
  const runs: Run[] = [];
  let i = needle.to - needle.from;
  let j = width - 1;
  let inside = endsInRun;
  let length = 0;
  const end = () => {
    if (length > 0) runs.push({ needle: needle.from + i, text: text.from + j, length });
    length = 0;
  };
  while (i > 0 && j > 0) {
    const how = table[i * width + j] as number;
    if (!inside) {
      if ((how & CLOSED) !== 0) inside = true;
      else if ((how & LEFT) !== 0) j--;
      else i--;
      continue;
    }
    i--;
    j--;
    length++;
    if ((how & OPENED) !== 0) {
      end();
      inside = false;
    }
  }
  end();
  return runs.reverse();
}
