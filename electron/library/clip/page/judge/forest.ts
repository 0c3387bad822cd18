// Reads a table of decision trees and asks it. How tables are made is in tests/fitting.

/** One tree a line, from the root down, low side first: `3<0.5` asks whether the third feature is at most 0.5, `=0.2` is an answer. */
export interface Table {
  /** Names, parted by spaces; the trees call them by their place. */
  readonly features: string;
  readonly trees: string;
}

export interface Forest {
  /** Above 0 for yes; how far above says how sure. */
  score(features: Readonly<Record<string, number>>): number;
}

/** Nodes of all trees: the feature (-1 for an answer), the value, and where the high side begins. */
interface Nodes {
  readonly feature: number[];
  readonly value: number[];
  readonly high: number[];
}

export function readForest(table: Table): Forest {
  const names = table.features.trim().split(/\s+/);
  const nodes: Nodes = { feature: [], value: [], high: [] };
  const roots: number[] = [];
  for (const line of table.trees.trim().split('\n')) {
    roots.push(nodes.feature.length);
    readTree(line.trim().split(' '), nodes);
  }
  const row = new Float64Array(names.length);
  return {
    score(features) {
      for (const [at, name] of names.entries()) row[at] = features[name] ?? 0;
      let score = 0;
      for (const root of roots) score += answer(nodes, root, row);
      return score;
    },
  };
}

function readTree(words: readonly string[], { feature, value, high }: Nodes): void {
  /** Nodes whose low side has been begun. */
  const open: { node: number; isLow: boolean }[] = [];
  for (const word of words) {
    const node = feature.length;
    const parent = open.at(-1);
    if (parent && !parent.isLow) high[parent.node] = node;
    const cut = word.indexOf('<');
    feature.push(cut < 0 ? -1 : Number(word.slice(0, cut)));
    value.push(Number(word.slice(cut < 0 ? 1 : cut + 1)));
    high.push(-1);
    if (cut >= 0) {
      open.push({ node, isLow: true });
      continue;
    }
    // An answer ends the low side above it, or every high side that it is the last of.
    while (open.at(-1)?.isLow === false) open.pop();
    const next = open.at(-1);
    if (next) next.isLow = false;
  }
}

function answer({ feature, value, high }: Nodes, root: number, row: Float64Array): number {
  let node = root;
  for (let asked = feature[node] ?? -1; asked >= 0; asked = feature[node] ?? -1)
    node = (row[asked] ?? 0) <= (value[node] ?? 0) ? node + 1 : (high[node] ?? node + 1);
  return value[node] ?? 0;
}
