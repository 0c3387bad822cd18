// `npm run bench:peers [-- --articles N] [NAME…]`: what indexing, opening and asking cost here and elsewhere. By hand and on a
// quiet machine: it takes a quarter of an hour. Each engine has a process for its index and another for its answers.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from './median.ts';
import { sizeOf } from './peers/peer.ts';

const NAMES = ['Lectern', 'MiniSearch', 'FlexSearch', 'Orama', 'Recoll'];
const PROCESS = new URL('./peers/peer-process.ts', import.meta.url).pathname;

const { values, positionals } = parseArgs({
  options: { articles: { type: 'string', default: '10000' } },
  allowPositionals: true,
});

interface Measured {
  readonly name: string;
  readonly seconds: number;
  readonly megabytes: number;
  readonly openMs: number;
  readonly memory: number;
  readonly times: Readonly<Record<string, readonly number[]>>;
}

/** The last line that a process prints. */
function runPeer<T>(...args: string[]): T {
  const printed = execFileSync(process.execPath, ['--max-old-space-size=6144', PROCESS, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '') as T;
}

function isInstalled(name: string): boolean {
  if (name !== 'Recoll') return true;
  try {
    execFileSync('recollindex', ['-h'], { stdio: 'ignore' });
  } catch (error) {
    // It explains itself with an exit code of its own.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
  }
  return true;
}

function measure(name: string): Measured {
  const dir = mkdtempSync(join(tmpdir(), 'lectern-bench-peer-'));
  try {
    const { seconds } = runPeer<{ seconds: number }>('index', name, dir, values.articles);
    const megabytes = sizeOf(dir) / 2 ** 20;
    return {
      name,
      seconds,
      megabytes,
      ...runPeer<Omit<Measured, 'name' | 'seconds' | 'megabytes'>>('ask', name, dir),
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))] ??
  0;

const measured: Measured[] = [];
for (const name of positionals.length > 0 ? positionals : NAMES) {
  if (!isInstalled(name)) {
    console.log(`${name} is not installed (recollcmd) and was left out.`);
    continue;
  }
  measured.push(measure(name));
}

console.log(
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, ${values.articles} articles\n`,
);
console.log('| engine | index | on disk | open | memory |\n| --- | ---: | ---: | ---: | ---: |');
for (const { name, seconds, megabytes, openMs, memory } of measured) {
  const cells = [
    `${seconds.toFixed(1)} s`,
    `${megabytes.toFixed(0)} MB`,
    `${openMs.toFixed(0)} ms`,
    name === 'Recoll' ? 'a process per query' : `${(memory / 2 ** 20).toFixed(0)} MB`,
  ];
  console.log(`| ${name} | ${cells.join(' | ')} |`);
}
const classes = Object.keys(measured[0]?.times ?? {});
console.log(`\n| ms, median / 95th percentile | ${classes.join(' | ')} |`);
console.log(`| --- |${classes.map(() => ' ---: |').join('')}`);
for (const { name, times } of measured) {
  const cells = classes.map((one) => {
    const of = times[one] ?? [];
    return `${median(of).toFixed(2)} / ${percentile(of, 0.95).toFixed(2)}`;
  });
  console.log(`| ${name} | ${cells.join(' | ')} |`);
}
