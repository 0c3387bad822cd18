// What Lectern costs beside a bare window: until its list is there, in memory, and in processor time while nobody does
// anything. In the real Electron; Linux alone tells it of all processes.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchRow, BenchTable } from './bench-table.ts';
import { fillLibrary, openCorpus } from './big-library.ts';
import { megabytesOf, processorSecondsOf } from './desktop/process-tree.ts';
import { startApp } from './desktop/start-app.ts';
import { median } from './median.ts';

const PAIRS = Number(process.env.LECTERN_PAIRS ?? 10);
const USUAL = 500;
const MANY = 100_000;
/** After which a fresh start has done what it does once. */
const SETTLE_MS = 15_000;
const IDLE_MS = 60_000;
/** What a window with a library may take more in that time. */
const IDLE_ALLOWANCE_S = 0.3;

const lectern = resolve(process.env.LECTERN_APP_DIR ?? join(import.meta.dirname, '../..'));
const bare = join(import.meta.dirname, 'desktop/bare');

export async function run(): Promise<BenchTable> {
  const dir = await mkdtemp(join(tmpdir(), 'lectern-bench-desktop-'));
  const ours = (name: string) => [
    lectern,
    '--library',
    join(dir, name),
    '--user-data-dir',
    join(dir, `${name}-state`),
  ];
  const usual = ours('usual');
  const many = ours('many');
  const base = [bare, join(dir, 'bare-state')];
  try {
    await fillLibrary(join(dir, 'usual'), await openCorpus(), USUAL);
    await fillLibrary(join(dir, 'many'), await openCorpus(), MANY);
    const starts = await startsOf({ base, usual, many });
    const idle = await idleOf(base, usual);
    const rows: BenchRow[] = [
      row('start', 1.5, starts.usual, starts.base, 'ms'),
      row(`start, ${MANY} articles`, 1.7, starts.many, starts.base, 'ms'),
      row('memory', 2, idle.usual.memory, idle.base.memory, 'MB'),
      row(
        `processor in ${IDLE_MS / 1000} s`,
        1,
        idle.usual.processor,
        idle.base.processor.map((seconds) => seconds + IDLE_ALLOWANCE_S),
        's',
      ),
    ];
    return {
      name: `The desktop app with ${USUAL} articles`,
      baseline: `a bare Electron window with one row: from the start of the process to the list on screen; shared memory divided (PSS), after ${SETTLE_MS / 1000} s; processor time of both at the same time, the bare window's plus ${IDLE_ALLOWANCE_S} s; medians of ${PAIRS} in turn`,
      rows,
    };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** In turn, so that whatever else the machine does falls on all of them. */
async function startsOf<Name extends string>(
  apps: Record<Name, readonly string[]>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(apps) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    number[]
  >;
  for (let pair = -1; pair < PAIRS; pair++) {
    for (const name of names) {
      const app = await startApp(apps[name]);
      await app.close();
      // Once for nothing, so that all find warm caches.
      if (pair >= 0) times[name].push(app.usableAfterMs);
    }
  }
  return times;
}

interface Idle {
  /** In MB. */
  readonly memory: number[];
  /** In seconds. */
  readonly processor: number[];
}

/** Both at the same time: a clock of the system's that wakes one of them wakes the other. */
async function idleOf(base: readonly string[], usual: readonly string[]) {
  const idle: Record<'base' | 'usual', Idle> = {
    base: { memory: [], processor: [] },
    usual: { memory: [], processor: [] },
  };
  for (let pair = 0; pair < PAIRS; pair++) {
    const apps = { base: await startApp(base), usual: await startApp(usual) };
    const names = ['base', 'usual'] as const;
    await sleep(SETTLE_MS);
    const before = names.map((name) => processorSecondsOf(apps[name].pid));
    await sleep(IDLE_MS);
    for (const [at, name] of names.entries()) {
      idle[name].processor.push(processorSecondsOf(apps[name].pid) - (before[at] ?? 0));
      idle[name].memory.push(megabytesOf(apps[name].pid));
    }
    await Promise.all([apps.base.close(), apps.usual.close()]);
  }
  return idle;
}

const row = (
  name: string,
  limit: number,
  ours: readonly number[],
  base: readonly number[],
  unit: string,
): BenchRow => {
  const [our, bareOne] = [median(ours), median(base)];
  return { name, limit, ratio: our / bareOne, ours: our, base: bareOne, unit };
};
