// `npm run bench:capture [-- --every N]`: what is taken out of pages, and how fast, beside bare Readability and Defuddle on the same pages.
// Prints tables for docs/benchmarks.md. Skips with a reason where the labelled pages or their scorer are not there.
import { execFileSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { nodePorts } from '#hosts/node-ports.ts';
import { readPage } from '#library/clip/page/read-page.ts';
import { labelledPages } from '../fitting/labelled-pages.ts';
import { sharedData } from '../support/shared-data.ts';
import { extractors } from './other-extractors.ts';

const OTHERS = ['readability', 'defuddle'];
const BENCHES = ['full-text', 'segments', 'metadata'];
/** What is promised: of the pages of bare Readability, of its slowest, and with two processes for one. */
const LEAST_RATE = 0.6;
const MOST_P95 = 2.5;
const LEAST_TWO = 1.4;
const WARM_UP = 20;
/** Enough pages to time. */
const SPEED_EVERY = 4;

const { values } = parseArgs({ options: { every: { type: 'string', default: '1' } } });
const every = Number(values.every);
const folder = sharedData('extraction');
const scorer = sharedData('../tools/score-extraction.py');
if (folder === null || scorer === null) process.exit(0);

const commands: Record<string, string> = { Lectern: 'npm run -s lectern -- extract --jsonl' };
for (const name of OTHERS)
  commands[name] = `npm exec -c "node tests/bench/other-extractors.ts ${name}"`;

function score(bench: string, command: string): string {
  return execFileSync(
    'python3',
    [scorer ?? '', '--bench', bench, '--every', String(every), '--jsonl', command],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
}
const figure = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1] ?? 'none';

console.log(
  '| extractor | full-text F1 | segments F1 | title | author | date |\n| --- | ---: | ---: | ---: | ---: | ---: |',
);
for (const [name, command] of Object.entries(commands)) {
  const [fullText = '', segments = '', metadata = ''] = BENCHES.map((b) => score(b, command));
  const cells = [
    figure(fullText, /F1 ([\d.]+)/),
    figure(segments, /F1 ([\d.]+)/),
    ...['title', 'author', 'date'].map((field) =>
      figure(metadata, new RegExp(`${field} +([\\d.]+)`)),
    ),
  ];
  console.log(`| ${name} | ${cells.join(' | ')} |`);
}

const pages = labelledPages(folder).filter((_, at) => at % SPEED_EVERY === 0);
const input = ({ bytes, url }: (typeof pages)[number]) => ({
  bytes,
  kind: 'auto' as const,
  charset: null,
  url,
  name: 'page.html',
});
const timed = (run: () => unknown): number => {
  const start = performance.now();
  run();
  return performance.now() - start;
};

// In turn, so that what else the machine does weighs on both alike.
const ours: number[] = [];
const base: number[] = [];
pages.forEach((page, at) => {
  const [own, bare] = [
    timed(() => readPage(input(page))),
    timed(() => extractors.readability?.(page.bytes, page.url)),
  ];
  if (at < WARM_UP) return;
  ours.push(own);
  base.push(bare);
});
const total = (times: readonly number[]) => times.reduce((sum, time) => sum + time, 0);
const p95 = (times: readonly number[]) =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? Number.NaN;

async function withProcesses(parsers: number): Promise<number> {
  const ports = nodePorts({ parsers });
  const { signal } = new AbortController();
  const readAll = async () => {
    let next = 0;
    const work = async () => {
      for (let page = pages[next++]; page; page = pages[next++])
        await ports.parser.read(input(page), signal);
    };
    await Promise.all(Array.from({ length: parsers }, work));
  };
  // Each process has read so much before it counts that its code is compiled: two have to compile twice as much as one.
  for (let times = 0; times < parsers; times++) await readAll();
  const start = performance.now();
  await readAll();
  ports.close();
  return performance.now() - start;
}
const one = await withProcesses(1);
const two = await withProcesses(2);

const rows: [string, number, string, boolean][] = [
  [
    'pages per second',
    total(base) / total(ours),
    `at least ${LEAST_RATE}`,
    total(base) / total(ours) >= LEAST_RATE,
  ],
  [
    '95th percentile of the time of a page',
    p95(ours) / p95(base),
    `at most ${MOST_P95}`,
    p95(ours) / p95(base) <= MOST_P95,
  ],
  [
    'pages per second, two processes against one',
    one / two,
    `at least ${LEAST_TWO}`,
    one / two >= LEAST_TWO,
  ],
];
console.log(
  `\n${ours.length} pages\n\n| against bare Readability | ratio | promised |\n| --- | ---: | ---: |`,
);
for (const [name, ratio, promised] of rows)
  console.log(`| ${name} | ${ratio.toFixed(2)} | ${promised} |`);
process.exitCode = rows.every(([, , , holds]) => holds) ? 0 : 1;
