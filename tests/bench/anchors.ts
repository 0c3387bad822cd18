// `npm run bench:anchors -- [--seed N] [--pages N]`: how many highlights are found again after pages have changed, by
// kind of change, against a mutator that knows where every character went. What is counted as what stands in
// tests/support/mutate/truth.ts. The exit code says whether the limits held for all together.
import { parseArgs } from 'node:util';
import { sourcePages } from '../support/mutate/pages.ts';
import { placingTable, sumOf } from '../support/mutate/placing-table.ts';

/** Of those whose words still exist, so many are placed right, in per cent; of all, so many wrong. */
const LEAST_RIGHT = 97;
const MOST_WRONG = 0.2;
const PER_PAGE = 20;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    pages: { type: 'string', default: '100' },
    /** Prints what was not placed right, as JSON, one a line. */
    misses: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const pages = sourcePages(seed, Number(values.pages));
const { rows, misses } = placingTable(pages, PER_PAGE, seed);

const percent = (part: number, whole: number): string =>
  whole === 0 ? '' : `${((100 * part) / whole).toFixed(2)} %`;
const all = sumOf(rows);

console.log(`${pages.length} pages, ${all.highlights} highlights, seed ${seed}\n`);
const head = [
  'change',
  'highlights',
  'changed inside',
  'words exist',
  'placed right',
  'in tray though they exist',
  'placed wrong',
  'gone, and in tray',
];
console.log(
  `| ${head.join(' | ')} |\n|${head.map((_, at) => (at === 0 ? ' --- |' : ' ---: |')).join('')}`,
);
for (const row of [...rows, all]) {
  const cells = [
    row.kind,
    row.highlights,
    percent(row.changedInside, row.highlights),
    row.exist,
    percent(row.right, row.exist),
    percent(row.missed, row.exist),
    percent(row.wrong, row.highlights),
    row.gone,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
if (values.misses) for (const miss of misses) console.log(JSON.stringify(miss));

const exceeds = ({ right, exist, wrong, highlights }: typeof all) =>
  100 * right < LEAST_RIGHT * exist || 100 * wrong > MOST_WRONG * highlights;
// The limits are for all kinds together; a kind that is beyond them by itself is named.
for (const row of rows) if (exceeds(row)) console.log(`beyond the limits by itself: ${row.kind}`);
if (exceeds(all)) console.log('EXCEEDED by all together');
process.exitCode = !exceeds(all) && all.highlights >= 5000 ? 0 : 1;
