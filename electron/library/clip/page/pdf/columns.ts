// Step 5: in which order the runs of a page are read. Columns from top to bottom, one after the other; what stands across
// them parts the page into what comes before and what comes after.
import { bottomOf, roundTo, topOf } from './piece.ts';
import { type Run, rowsOf } from './runs.ts';

/** Runs that are read together, in rows from the top. */
export type Region = readonly Run[];

/** Lines that a column has at least: two cells of a table side by side are none. */
const FEWEST_ROWS = 4;
/** How wide the lines of a column are at least, in times of their size. */
const NARROWEST = 8;
/** How much of such a line is words; the rows of a table are gaps, mostly. */
const LEAST_FILLED = 0.6;
/** Columns are looked for on pages of text; tables and maps of thousands of runs are read in rows. */
const MOST_RUNS = 2500;
/** Newspapers have eight. */
const MOST_SPLITS = 6;

export function readingOrder(runs: readonly Run[], splits = MOST_SPLITS): Region[] {
  const gutter = runs.length > MOST_RUNS || splits === 0 ? null : findGutter(runs);
  if (gutter === null) return runs.length === 0 ? [] : [runs];
  return zonesOf(runs, gutter).flatMap(({ across, left, right }) => [
    ...(across.length > 0 ? [across] : []),
    ...readingOrder(left, splits - 1),
    ...readingOrder(right, splits - 1),
  ]);
}

/** Where a run stands to a gutter: it crosses it when it begins before, and does not end well before it. */
function sideOf({ x, right, size }: Run, gutter: number): 'left' | 'right' | 'across' {
  if (x >= gutter - 0.5) return 'right';
  return right <= gutter - size * 0.3 ? 'left' : 'across';
}

/** The place with the most lines of text on both sides of it, and few across; null where there is none. */
function findGutter(runs: readonly Run[]): number | null {
  const leftmost = Math.min(...runs.map(({ x }) => x));
  const starts = new Set(runs.map(({ x }) => roundTo(x, 2) - 1).filter((x) => x > leftmost + 20));
  let best: number | null = null;
  let most = 0;
  for (const gutter of starts) {
    const sides = { left: [] as Run[], right: [] as Run[], across: [] as Run[] };
    for (const run of runs) sides[sideOf(run, gutter)].push(run);
    const counts = [countRows(sides.left), countRows(sides.right)] as const;
    const rows = Math.min(...counts);
    const across = countRows(sides.across);
    if (rows < FEWEST_ROWS || across > Math.max(...counts) * 1.5) continue;
    const score = rows * 2 - across;
    if (best !== null && score <= most) continue;
    const columns = [columnOf(sides.left), columnOf(sides.right)] as const;
    if (columns.some(({ width, filled }) => width < NARROWEST || filled < LEAST_FILLED)) continue;
    if (areBeside(...columns)) [best, most] = [gutter, score];
  }
  return best;
}

interface Column {
  /** Of its lines, in times of their size: the one in the middle. */
  readonly width: number;
  /** The part of a line that is words, likewise. */
  readonly filled: number;
  readonly top: number;
  readonly bottom: number;
}

function columnOf(runs: readonly Run[]): Column {
  const lines = rowsOf(runs).map((row) => {
    const width = Math.max(...row.map(({ right }) => right)) - Math.min(...row.map(({ x }) => x));
    const words = row.reduce((sum, { x, right }) => sum + right - x, 0);
    return { width: width / (row[0] as Run).size, filled: words / Math.max(1, width) };
  });
  return {
    width: median(lines.map(({ width }) => width)),
    filled: median(lines.map(({ filled }) => filled)),
    top: Math.min(...runs.map(topOf)),
    bottom: Math.max(...runs.map(bottomOf)),
  };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const countRows = (runs: readonly Run[]): number =>
  new Set(runs.map(({ y, size }) => Math.round(y / Math.max(1, size * 0.6)))).size;

function areBeside(a: Column, b: Column): boolean {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared > Math.min(a.bottom - a.top, b.bottom - b.top) * 0.3;
}

interface Zone {
  readonly across: Run[];
  readonly left: Run[];
  readonly right: Run[];
}

/** From the top: what stands across, then the columns under it, and again. */
function zonesOf(runs: readonly Run[], gutter: number): Zone[] {
  const zones: Zone[] = [];
  let zone: Zone = { across: [], left: [], right: [] };
  for (const run of [...runs].sort((a, b) => a.y - b.y)) {
    const side = sideOf(run, gutter);
    const isBelowColumns = zone.left.length + zone.right.length > 0;
    if (side === 'across' && isBelowColumns) {
      zones.push(zone);
      zone = { across: [], left: [], right: [] };
    }
    // The last line of a paragraph across both columns is short, and stands in the left one.
    if (side === 'left' && !isBelowColumns && endsWide(zone.across, run)) zone.across.push(run);
    else zone[side].push(run);
  }
  return [...zones, zone].map(withoutStray);
}

function endsWide(across: readonly Run[], run: Run): boolean {
  const last = across.at(-1);
  return (
    last !== undefined &&
    Math.abs(last.size - run.size) < run.size * 0.1 &&
    last.right - last.x > (run.right - run.x) * 1.2 &&
    run.y - last.y > run.size * 0.5 &&
    run.y - last.y < run.size * 1.6
  );
}

/** A line or two on one side only belong to the lines across above them. */
function withoutStray({ across, left, right }: Zone): Zone {
  const isStray = across.length > 0 && (left.length === 0 || right.length === 0);
  if (!isStray || left.length + right.length > 2) return { across, left, right };
  return { across: [...across, ...left, ...right], left: [], right: [] };
}
