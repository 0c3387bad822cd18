// The process that bench/transfer.ts measures: imports one source into a new library, and prints how long that took and its own peak.
import { setTimeout as sleep } from 'node:timers/promises';
import type { FormatId, ImportRun } from '#contract/types/import.ts';
import { keepHeapLean } from '#hosts/lean-heap.ts';
import { nodePorts } from '#hosts/node-ports.ts';
import { openLibrary } from '#library/open-library.ts';

export interface Imported {
  /** Without the look through the source that comes before. */
  readonly ms: number;
  /** Of the process with the library; pages are parsed in another. */
  readonly peakBytes: number;
  readonly counts: ImportRun['counts'];
}

// As the hosts do.
keepHeapLean();

const [dir = '', path = '', format = ''] = process.argv.slice(2);
const ports = nodePorts();
const library = await openLibrary({ dir, ports });
const { signal } = new AbortController();
const ask = (name: string, input: unknown) => library.dispatch(name, input, signal);

const start = performance.now();
const source = { path };
let run = (await ask('imports.start', {
  source,
  format: format as FormatId,
  fetch: false,
})) as ImportRun;
while (run.state === 'running') {
  await sleep(100);
  run = (await ask('imports.get', { uid: run.uid })) as ImportRun;
}
const ms = performance.now() - start;
if (run.state !== 'done') throw new Error(`the import ${run.state}: ${run.problem?.message}`);
await library.close();
ports.close();
const imported: Imported = {
  ms,
  // maxRSS is in kilobytes, whatever the system counts in.
  peakBytes: process.resourceUsage().maxRSS * 1024,
  counts: run.counts,
};
process.stdout.write(JSON.stringify(imported));
