// `npm run fit:blocks -- FOLDER [--write]`: makes the tables by which blocks are judged, from a folder of labelled pages, and
// says how good they are on hosts that they have not seen. Without the folder it says so and ends.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SURE as FURNITURE_SURE } from '#library/clip/page/furniture.ts';
import { SURE as OVERLOOKED_SURE } from '#library/clip/page/overlooked.ts';
import { boost, type Example, type Settings, type Tree, valueIn } from './boost.ts';
import { type Figures, figuresOf } from './figures.ts';
import { type Gathered, gather, type Judged } from './gather.ts';
import { hasPages, labelledPages } from './labelled-pages.ts';
import { tableOf } from './table.ts';

const SETTINGS: Settings = {
  trees: 150,
  depth: 3,
  rate: 0.08,
  leaf: 5,
  ridge: 1,
  sample: 0.7,
  columns: 0.3,
  seed: 7,
};
const FOLDS = 5;
/** Each time other hosts are left out together. */
const ROUNDS = 3;

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [folder] = positionals;
if (folder === undefined || !hasPages(folder)) {
  console.log(
    `Nothing was fitted: ${folder === undefined ? 'no folder was named' : `${folder} holds no labelled pages`} (full-text/ and segments/, each with ground-truth.json and html/).`,
  );
  process.exit(0);
}

const gathered = labelledPages(folder).map(gather);
console.log(`${gathered.length} pages`);

interface Model {
  readonly names: readonly string[];
  readonly trees: readonly Tree[];
  readonly gain: readonly number[];
}

/** A page of which everything is known has hundreds of labels, the others a handful: long blocks count more there. */
const weightOf = ({ page }: Gathered, { text }: Judged): number =>
  page.body === null ? 1 : Math.min(3, 0.3 + text.split(' ').length / 40);

function modelOf(
  pages: readonly Gathered[],
  blocksOf: (page: Gathered) => readonly Judged[],
): Model {
  const first = pages.map(blocksOf).find((blocks) => blocks.length > 0)?.[0];
  const names = Object.keys(first?.features ?? {});
  const examples: Example[] = pages.flatMap((page) =>
    blocksOf(page).flatMap((block) =>
      block.label === null
        ? []
        : [{ row: rowOf(block, names), label: block.label, weight: weightOf(page, block) }],
    ),
  );
  return { names, ...boost(examples, SETTINGS) };
}

const rowOf = ({ features }: Judged, names: readonly string[]): number[] =>
  names.map((name) => features[name] ?? 0);

function scoreOf({ names, trees }: Model, block: Judged): number {
  const row = rowOf(block, names);
  return trees.reduce((total, tree) => total + valueIn(tree, row), 0);
}

const outside = ({ all }: Gathered): readonly Judged[] => all.filter(({ isAsked }) => isAsked);
const fitBoth = (pages: readonly Gathered[]) => ({
  furniture: modelOf(pages, ({ own }) => own),
  overlooked: modelOf(pages, outside),
});

/** The text as the page reader would put it together. */
function textBy({ own, all }: Gathered, models: ReturnType<typeof fitBoth>): string {
  const lines: { at: number; text: string }[] = [];
  let last = -1;
  for (const block of own) {
    if (block.place >= 0) last = block.place;
    const least = block.isRuledOut ? FURNITURE_SURE.ruled : FURNITURE_SURE.unruled;
    if (scoreOf(models.furniture, block) > least) lines.push({ at: last, text: block.text });
  }
  all.forEach((block, at) => {
    if (block.isAsked && block.features.isTheTitle !== 1)
      if (scoreOf(models.overlooked, block) > OVERLOOKED_SURE) lines.push({ at, text: block.text });
  });
  return lines
    .sort((one, other) => one.at - other.at)
    .map(({ text }) => text)
    .join('\n');
}

const show = (name: string, { fullText, segments }: Figures) =>
  console.log(
    `${name.padEnd(44)} full-text ${fullText.toFixed(4)}  segments ${segments.toFixed(4)}`,
  );
const plain = (is: (block: Gathered['own'][number]) => boolean) =>
  figuresOf(
    gathered.map(({ page, own }) => ({
      page,
      text: own
        .filter(is)
        .map(({ text }) => text)
        .join('\n'),
    })),
  );
show(
  'the extractor alone',
  plain(() => true),
);
show(
  'with the rules',
  plain(({ isRuledOut }) => !isRuledOut),
);
show(
  'every block that it found judged right',
  plain(({ label }) => label !== 0),
);

const hosts = [...new Set(gathered.map(({ page }) => page.host))].sort();
for (let round = 0; round < ROUNDS; round++) {
  const foldOf = (host: string) => hash(`${round} ${host}`) % FOLDS;
  const results = Array.from({ length: FOLDS }, (_, fold) => {
    const models = fitBoth(gathered.filter(({ page }) => foldOf(page.host) !== fold));
    return gathered
      .filter(({ page }) => foldOf(page.host) === fold)
      .map((one) => ({ page: one.page, text: textBy(one, models) }));
  }).flat();
  show(`on hosts left out, round ${round + 1} (${hosts.length} hosts)`, figuresOf(results));
}

const models = fitBoth(gathered);
show(
  'on the pages themselves',
  figuresOf(gathered.map((one) => ({ page: one.page, text: textBy(one, models) }))),
);
for (const [name, { names, gain }] of Object.entries(models)) {
  const total = gain.reduce((sum, own) => sum + own, 0);
  const best = names
    .map((feature, at) => ({ feature, share: (gain[at] ?? 0) / total }))
    .sort((one, other) => other.share - one.share)
    .slice(0, 20)
    .map(({ feature, share }) => `${feature} ${(100 * share).toFixed(1)} %`);
  console.log(`\n${name}: ${best.join(', ')}`);
}
if (values.write)
  for (const [name, { names, trees }] of Object.entries(models)) {
    const file = new URL(
      `../../electron/library/clip/page/judge/${name}-table.ts`,
      import.meta.url,
    );
    writeFileSync(file, tableOf(name, names, trees));
  }

/** FNV-1a: spreads hosts over the folds, the same way each time. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  return value >>> 0;
}
