// What a bench gives back: ratios within one run, since times of different machines and days say nothing together.

export interface BenchRow {
  readonly name: string;
  /** The ratio that was promised; null where the row only informs. */
  readonly limit: number | null;
  /** `ours / base`. */
  readonly ratio: number;
  readonly ours: number;
  readonly base: number;
  /** Of `ours` and `base`. */
  readonly unit: string;
}

export interface BenchTable {
  readonly name: string;
  /** What `base` measures, in one line. */
  readonly baseline: string;
  readonly rows: readonly BenchRow[];
}
