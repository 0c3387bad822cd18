// In and out: how much memory the process with the library needs for large sources, how quickly rows without text come in against the
// same inserts made bare, and how quickly articles go out.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FormatId } from '#contract/types/import.ts';
import type { BenchRow, BenchTable } from './bench-table.ts';
import { median } from './median.ts';
import { insertBare } from './transfer/bare-inserts.ts';
import { exportRates } from './transfer/export-rates.ts';
import type { Imported } from './transfer/import-process.ts';
import { pocketZip, writeEnex } from './transfer/large-sources.ts';

const MB = 2 ** 20;
const MEMORY_MB = 400;
const ENEX_BYTES = 2 * 2 ** 30;
const ROWS = 100_000;
const ROUNDS = 3;
/** Half the rate, that is. */
const LIMIT = 2;

export async function run(): Promise<BenchTable> {
  const work = mkdtempSync(join(tmpdir(), 'lectern-bench-transfer-'));
  try {
    const zip = join(work, 'pocket.zip');
    writeFileSync(zip, pocketZip(ROWS));
    const rates: { ours: number[]; base: number[] } = { ours: [], base: [] };
    let peak = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const [dir, bare] = [join(work, `library ${round}`), join(work, `bare ${round}`)];
      const imported = await importing(dir, zip, 'pocket-csv', ROWS);
      rates.ours.push(imported.ms);
      rates.base.push(await insertBare(dir, bare));
      peak = Math.max(peak, imported.peakBytes);
      for (const done of [dir, bare]) rmSync(done, { recursive: true });
    }
    const [ours, base] = [median(rates.ours), median(rates.base)];
    const rows = [
      memoryRow('memory: a zip of 100,000 rows', peak),
      {
        name: 'time: 100,000 rows without text',
        limit: LIMIT,
        ratio: ours / base,
        ours,
        base,
        unit: 'ms',
      },
    ];
    const { path, notes } = writeEnex(work, ENEX_BYTES);
    const enex = await importing(join(work, 'library'), path, 'evernote-enex', notes);
    rows.push(
      memoryRow(`memory: an ENEX of 2 GB, ${notes.toLocaleString('en')} notes`, enex.peakBytes),
    );
    rows.push(...(await exportRates(work)));
    return {
      name: 'In and out',
      baseline: `${MEMORY_MB} MB at the peak of the process with the library; the same rows of every table they are in (journal, report, digests and search index too) inserted bare; the texts read with one statement`,
      rows,
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function memoryRow(name: string, peakBytes: number): BenchRow {
  const ours = peakBytes / MB;
  return { name, limit: 1, ratio: ours / MEMORY_MB, ours, base: MEMORY_MB, unit: 'MB' };
}

/** In a process of its own, so that nothing else counts in. @param rows that have to come in, or nothing was measured */
function importing(dir: string, path: string, format: FormatId, rows: number): Promise<Imported> {
  const entry = fileURLToPath(new URL('transfer/import-process.ts', import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry, dir, path, format], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk;
    });
    child.on('exit', (code) => {
      if (code !== 0) return reject(new Error(`the measured process ended with ${code}`));
      const imported = JSON.parse(output) as Imported;
      if (imported.counts.imported === rows) return resolve(imported);
      reject(new Error(`${JSON.stringify(imported.counts)} in place of ${rows} articles`));
    });
  });
}
