// Trees as the table that the page reader reads (judge/forest.ts): only the features that are asked for.
import type { Tree } from './boost.ts';

const ABOUT: Readonly<Record<string, string>> = {
  furniture: 'Tells text from furniture among the blocks of an article.',
  overlooked: 'Tells text among the blocks of a page that the extractor has left behind.',
};

export function tableOf(name: string, names: readonly string[], trees: readonly Tree[]): string {
  const asked = new Set(trees.flatMap((tree) => tree.map(({ feature }) => feature)));
  const used = names.flatMap((_, feature) => (asked.has(feature) ? [feature] : []));
  const place = new Map(used.map((feature, at) => [feature, at]));
  const written = (tree: Tree, node = 0): string => {
    const { feature, cut, low, high } = tree[node] ?? { feature: -1, cut: 0, low: 0, high: 0 };
    if (feature < 0) return `=${Number(cut.toPrecision(3))}`;
    return `${place.get(feature)}<${cut} ${written(tree, low)} ${written(tree, high)}`;
  };
  return [
    `// ${ABOUT[name]} Made by \`npm run fit:blocks\` from labelled pages: numbers only, never edited by hand.`,
    "import type { Table } from './forest.ts';",
    '',
    `export const ${name.toUpperCase()}: Table = {`,
    '  features: `',
    ...wrapped(used.map((feature) => names[feature] ?? '')),
    '`,',
    '  trees: `',
    ...trees.map((tree) => written(tree)),
    '`,',
    '};',
    '',
  ].join('\n');
}

function wrapped(words: readonly string[]): string[] {
  const lines = [''];
  for (const word of words) {
    const last = lines.at(-1) ?? '';
    if (last.length + word.length > 98) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}
