// How much memory the process with the library needs while it takes in texts, and while pages are parsed for it.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BenchRow, BenchTable } from './bench-table.ts';

export type MemoryTask = 'texts' | 'pages';

/** The peak of a process of its own, so that nothing else counts in. */
const peakOf = (task: MemoryTask) =>
  new Promise<number>((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL('memory-process.ts', import.meta.url)), task],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk;
    });
    child.on('exit', (code) => {
      const bytes = Number(output);
      if (code === 0 && bytes > 0) resolve(bytes / 2 ** 20);
      else reject(new Error(`the measured process ended with ${code}`));
    });
  });

export async function run(): Promise<BenchTable> {
  const rows: BenchRow[] = [];
  const limits = { texts: 250, pages: 400 } as const;
  const names = { texts: '8,000 texts of 30 kB', pages: '300 pages of 300 kB' } as const;
  for (const task of ['texts', 'pages'] as const) {
    const peak = await peakOf(task);
    const base = limits[task];
    rows.push({ name: names[task], limit: 1, ratio: peak / base, ours: peak, base, unit: 'MB' });
  }
  return {
    name: 'Peak memory of the library process',
    baseline: 'the limit set for it: 250 MB while taking in texts, 400 MB while parsing pages',
    rows,
  };
}
