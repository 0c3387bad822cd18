// Gradient-boosted trees for yes and no: small, repeatable, without a package. Numbers are sorted into bins once;
// each tree then mends what those before it got wrong.
import { randomOf } from '../support/corpus.ts';

export interface Example {
  /** One number per feature. */
  readonly row: readonly number[];
  readonly label: 0 | 1;
  readonly weight: number;
}

/** Of a tree: `at` a feature not above `cut` goes to `low`, else to `high`; a leaf has its value in `cut`. */
export interface Split {
  feature: number;
  cut: number;
  low: number;
  high: number;
}
export type Tree = Split[];

export interface Settings {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  /** Examples, by weight, that a leaf needs. */
  readonly leaf: number;
  readonly ridge: number;
  /** Share of examples and of features that a tree sees. */
  readonly sample: number;
  readonly columns: number;
  readonly seed: number;
}

const BINS = 32;

export function boost(
  examples: readonly Example[],
  settings: Settings,
): { trees: Tree[]; gain: number[] } {
  const width = examples[0]?.row.length ?? 0;
  const cuts = Array.from({ length: width }, (_, feature) => cutsOf(examples, feature));
  const bins = cuts.map((own, feature) => {
    const column = new Uint8Array(examples.length);
    examples.forEach(({ row }, at) => {
      column[at] = binOf(row[feature] ?? 0, own);
    });
    return column;
  });
  const gain = Array.from({ length: width }, () => 0);
  const score = new Float64Array(examples.length);
  const slope = new Float64Array(examples.length);
  const curve = new Float64Array(examples.length);
  const next = randomOf(settings.seed);
  const trees: Tree[] = [];
  for (let count = 0; count < settings.trees; count++) {
    examples.forEach(({ label, weight }, at) => {
      const chance = 1 / (1 + Math.exp(-(score[at] ?? 0)));
      slope[at] = weight * (chance - label);
      curve[at] = weight * Math.max(1e-6, chance * (1 - chance));
    });
    const seen = examples.flatMap((_, at) => (next() < settings.sample ? [at] : []));
    const columns = cuts.flatMap((own, feature) =>
      own.length > 0 && next() < settings.columns ? [feature] : [],
    );
    const tree: Tree = [];
    grow(Int32Array.from(seen), 0);
    trees.push(tree);
    examples.forEach(({ row }, at) => {
      score[at] = (score[at] ?? 0) + valueIn(tree, row);
    });

    function grow(rows: Int32Array, depth: number): number {
      const index = tree.push({ feature: -1, cut: 0, low: 0, high: 0 }) - 1;
      const node = tree[index] as Split;
      let slopes = 0;
      let curves = 0;
      for (const at of rows) {
        slopes += slope[at] ?? 0;
        curves += curve[at] ?? 0;
      }
      const best = depth < settings.depth ? bestSplit(rows, slopes, curves) : null;
      if (!best) {
        node.cut = (-slopes / (curves + settings.ridge)) * settings.rate;
        return index;
      }
      gain[best.feature] = (gain[best.feature] ?? 0) + best.gain;
      node.feature = best.feature;
      node.cut = cuts[best.feature]?.[best.bin] ?? 0;
      const column = bins[best.feature] as Uint8Array;
      node.low = grow(
        rows.filter((at) => (column[at] ?? 0) <= best.bin),
        depth + 1,
      );
      node.high = grow(
        rows.filter((at) => (column[at] ?? 0) > best.bin),
        depth + 1,
      );
      return index;
    }

    function bestSplit(rows: Int32Array, slopes: number, curves: number) {
      let best: { feature: number; bin: number; gain: number } | null = null;
      const whole = (slopes * slopes) / (curves + settings.ridge);
      const inBin = new Float64Array(3 * (BINS + 1));
      for (const feature of columns) {
        inBin.fill(0);
        const column = bins[feature] as Uint8Array;
        for (const at of rows) {
          const place = 3 * (column[at] ?? 0);
          inBin[place] = (inBin[place] ?? 0) + (slope[at] ?? 0);
          inBin[place + 1] = (inBin[place + 1] ?? 0) + (curve[at] ?? 0);
          inBin[place + 2] = (inBin[place + 2] ?? 0) + (examples[at]?.weight ?? 0);
        }
        let lowSlope = 0;
        let lowCurve = 0;
        let lowWeight = 0;
        let weight = 0;
        for (let bin = 0; bin <= BINS; bin++) weight += inBin[3 * bin + 2] ?? 0;
        const most = cuts[feature]?.length ?? 0;
        for (let bin = 0; bin < most; bin++) {
          lowSlope += inBin[3 * bin] ?? 0;
          lowCurve += inBin[3 * bin + 1] ?? 0;
          lowWeight += inBin[3 * bin + 2] ?? 0;
          if (lowWeight < settings.leaf || weight - lowWeight < settings.leaf) continue;
          const high = slopes - lowSlope;
          const own =
            (lowSlope * lowSlope) / (lowCurve + settings.ridge) +
            (high * high) / (curves - lowCurve + settings.ridge) -
            whole;
          if (own > (best?.gain ?? 1e-6)) best = { feature, bin, gain: own };
        }
      }
      return best;
    }
  }
  return { trees, gain };
}

export function valueIn(tree: Tree, row: readonly number[]): number {
  let node = tree[0] as Split;
  while (node.feature >= 0)
    node = tree[(row[node.feature] ?? 0) <= node.cut ? node.low : node.high] as Split;
  return node.cut;
}

/** Values between which a tree may split: as many below each as above the one before. */
function cutsOf(examples: readonly Example[], feature: number): number[] {
  const values = examples.map(({ row }) => row[feature] ?? 0).sort((one, other) => one - other);
  const cuts = new Set<number>();
  for (let at = 1; at < BINS; at++) {
    const place = Math.floor((at * values.length) / BINS);
    const [low = 0, high = 0] = [values[place - 1], values[place]];
    if (high > low) cuts.add(short((low + high) / 2));
    else {
      // A value that many have: cut after its last, so that it can be told from the rest.
      const after = values.findIndex((value) => value > high);
      if (after > 0) cuts.add(short((high + (values[after] ?? high)) / 2));
    }
  }
  // A rare value would fall between two of these and never be told.
  const [least = 0, most = 0] = [values[0], values.at(-1)];
  const second = values.find((value) => value > least);
  if (second !== undefined) cuts.add(short((least + second) / 2));
  const penultimate = values.findLast((value) => value < most);
  if (penultimate !== undefined) cuts.add(short((most + penultimate) / 2));
  return [...cuts].sort((one, other) => one - other).slice(0, BINS);
}

/** Three digits are enough for a cut, and a third of the bytes. */
const short = (value: number): number => Number(value.toPrecision(4));

function binOf(value: number, cuts: readonly number[]): number {
  let bin = 0;
  while (bin < cuts.length && value > (cuts[bin] ?? 0)) bin++;
  return bin;
}
