// `npm run bench [-- NAME…]`: measures what Lectern promises about speed and memory, as ratios within one run.
// Prints a table each; the exit code says whether every limit held.
import { cpus, totalmem } from 'node:os';
import type { BenchTable } from './bench-table.ts';

const benches: Record<string, () => Promise<{ run: () => Promise<BenchTable> }>> = {
  clip: () => import('./clip.ts'),
  search: () => import('./search.ts'),
  window: () => import('./window.ts'),
  memory: () => import('./memory.ts'),
  reader: () => import('./reader.ts'),
  duplicates: () => import('./duplicates.ts'),
  keeping: () => import('./keeping.ts'),
  transfer: () => import('./transfer.ts'),
  desktop: () => import('./desktop.ts'),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(
    `No bench named ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}`,
  );
  process.exit(2);
}

function print(table: BenchTable): void {
  console.log(`\n${table.name}\n  against ${table.baseline}`);
  const width = Math.max(...table.rows.map(({ name }) => name.length));
  for (const { name, limit, ratio, ours, base, unit } of table.rows) {
    const figures = `${ours.toFixed(1)} ${unit} / ${base.toFixed(1)} ${unit}`;
    const verdict =
      limit === null ? '' : `at most ${limit}  ${ratio <= limit ? 'holds' : 'EXCEEDED'}`;
    console.log(
      `  ${name.padEnd(width)}  ${ratio.toFixed(2).padStart(6)}  ${figures.padEnd(24)} ${verdict}`,
    );
  }
}

console.log(
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
);
let held = true;
for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
  const bench = await benches[name]?.();
  if (!bench) continue;
  const table = await bench.run();
  print(table);
  held &&= table.rows.every(({ ratio, limit }) => limit === null || ratio <= limit);
}
process.exitCode = held ? 0 : 1;
