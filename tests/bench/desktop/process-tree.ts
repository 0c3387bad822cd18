// What a process and all that it started take, as Linux counts it.
import { readdirSync, readFileSync } from 'node:fs';

/** @returns the process and all below it */
function treeOf(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = readOr(`/proc/${name}/stat`);
    // The name in brackets may hold anything; what follows the last bracket is numbers.
    const parent = /\) \S (\d+)/.exec(stat.slice(stat.lastIndexOf(')')));
    if (parent) parents.set(Number(name), Number(parent[1]));
  }
  const isBelow = (pid: number): boolean =>
    pid === root || (parents.has(pid) && isBelow(parents.get(pid) ?? 0));
  return [...parents.keys()].filter(isBelow);
}

/** Memory that would be free without them: what several share is divided among them. */
export const megabytesOf = (root: number): number =>
  sum(treeOf(root), (pid) =>
    Number(/^Pss:\s+(\d+)/m.exec(readOr(`/proc/${pid}/smaps_rollup`))?.[1]),
  ) / 1024;

const TICKS_PER_SECOND = 100;

/** Processor time so far, in all threads. */
export const processorSecondsOf = (root: number): number =>
  sum(treeOf(root), (pid) => {
    const stat = readOr(`/proc/${pid}/stat`);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11]) + Number(fields[12]);
  }) / TICKS_PER_SECOND;

const sum = (pids: readonly number[], of: (pid: number) => number) =>
  pids.reduce((total, pid) => total + (of(pid) || 0), 0);

/** A process may have ended meanwhile. */
function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
