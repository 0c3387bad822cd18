// What a browser's pages hold, as the system counts it: shared parts by their share.
import { readdirSync, readFileSync } from 'node:fs';

/** @returns bytes held by all processes of pages below a process; NaN on systems without /proc */
export function memoryOfPages(browserPid: number): number {
  const renderers = descendants(browserPid).filter((pid) =>
    read(`/proc/${pid}/cmdline`).includes('--type=renderer'),
  );
  const sizes = renderers.map((pid) => {
    const pss = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1];
    return Number(pss ?? 0) * 1024;
  });
  return sizes.length > 0 ? sizes.reduce((sum, size) => sum + size) : Number.NaN;
}

function descendants(pid: number): number[] {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${name}/status`))?.[1] ?? 0);
    parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
  }
  const found: number[] = [];
  for (let waiting = [pid], next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const children = parents.get(next) ?? [];
    found.push(...children);
    waiting.push(...children);
  }
  return found;
}

/** A process may end while it is looked at. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
