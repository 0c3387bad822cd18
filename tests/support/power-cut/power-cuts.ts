// Cuts the power at many moments of one recorded run, and looks what is left of what was said to be kept.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { libraryContract } from '#contract/library.ts';
import { openLibrary } from '#library/open-library.ts';
import { clientOf } from '../client-of.ts';
import { randomOf } from '../corpus.ts';
import { findLost, type Kept } from '../kept-changes.ts';
import { makePorts } from '../make-ports.ts';
import { Disk, type Loss } from './disk.ts';
import { type Op, readRecording } from './recording.ts';

export interface PowerCutReport {
  /** Looked for, over all moments. */
  readonly told: number;
  readonly lost: number;
  /** Moments at which something was lost. */
  readonly losing: number;
  /** What the check finds, and libraries that do not open. */
  readonly problems: readonly string[];
}

/** @returns why there can be none, in a few words; empty where there can */
export function whyNoPowerCut(): string {
  if (process.platform !== 'linux') return 'needs Linux';
  try {
    execFileSync('cc', ['--version'], { stdio: 'pipe' });
    return '';
  } catch {
    return 'needs a C compiler';
  }
}

/**
 * @param folder an empty one
 * @param times how long the run is, in rounds of work
 */
export async function powerCuts(
  folder: string,
  {
    moments,
    times,
    synchronous = 'FULL',
    seed = 1,
  }: {
    moments: number;
    times: number;
    synchronous?: 'FULL' | 'NORMAL';
    seed?: number;
  },
): Promise<PowerCutReport> {
  const ops = await record(folder, times, synchronous);
  const random = randomOf(seed);
  const cuts = Array.from({ length: moments }, () => Math.floor(random() * ops.length));
  cuts.sort((a, b) => a - b);
  const disk = new Disk();
  const told: Kept[] = [];
  const report = { told: 0, lost: 0, losing: 0, problems: [] as string[] };
  let at = 0;
  for (const cut of cuts) {
    for (; at <= cut; at++) {
      const op = ops[at] as Op;
      if (op.path !== toldFile(folder)) disk.apply(op);
      else if (op.kind === 'write') told.push(JSON.parse(op.bytes.toString('utf8')));
    }
    const loss = (['dropped', 'some', 'torn'] satisfies Loss[])[Math.floor(random() * 3)];
    const found = join(folder, 'found');
    layOut(disk.cut(loss ?? 'dropped', random), join(folder, 'recorded'), found);
    const { lost, problems } = await look(found, told);
    report.told += told.length;
    report.lost += lost.length;
    if (lost.length > 0) report.losing++;
    report.problems.push(
      ...problems.map((problem) => `${cut} of ${ops.length}, ${loss}: ${problem}`),
    );
    rmSync(found, { recursive: true, force: true });
  }
  return report;
}

const toldFile = (folder: string) => join(folder, 'recorded', 'told');

async function record(folder: string, times: number, synchronous: string): Promise<Op[]> {
  const recorder = join(folder, 'recorder.so');
  execFileSync('cc', [
    '-shared',
    '-fPIC',
    '-O2',
    '-o',
    recorder,
    join(import.meta.dirname, 'recorder.c'),
    '-ldl',
  ]);
  const recorded = join(folder, 'recorded');
  mkdirSync(recorded);
  const log = join(folder, 'log');
  const child = spawn(
    process.execPath,
    [
      join(import.meta.dirname, 'recorded-process.ts'),
      join(recorded, 'library'),
      toldFile(folder),
      String(times),
      synchronous,
    ],
    {
      env: { ...process.env, LD_PRELOAD: recorder, RECORD_DIR: recorded, RECORD_LOG: log },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The recorded process ended with ${code}`);
  return readRecording(log);
}

function layOut(files: ReadonlyMap<string, Buffer>, from: string, to: string): void {
  mkdirSync(join(to, 'library'), { recursive: true });
  for (const [path, bytes] of files) {
    const target = join(to, relative(from, path));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}

async function look(
  found: string,
  told: readonly Kept[],
): Promise<{ lost: string[]; problems: string[] }> {
  try {
    const library = await openLibrary({ dir: join(found, 'library'), ports: makePorts() });
    const client = clientOf(libraryContract, library.dispatch);
    try {
      const lost = await findLost(client, told);
      const { problems } = await client['library.check']({});
      return { lost, problems: problems.map(({ message }) => message) };
    } finally {
      await library.close();
    }
  } catch (error) {
    return { lost: [], problems: [String(error)] };
  }
}
