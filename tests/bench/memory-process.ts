// The process that bench/memory.ts measures: takes in texts or pages, and prints its peak in bytes.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepHeapLean } from '#hosts/lean-heap.ts';
import { nodePorts } from '#hosts/node-ports.ts';
import { openLibrary } from '#library/open-library.ts';
import type { MemoryTask } from './memory.ts';
import { makePage } from './pages.ts';

// As the hosts do.
keepHeapLean();

const task = process.argv[2] as MemoryTask;
const dir = await mkdtemp(join(tmpdir(), 'lectern-bench-memory-'));
const ports = nodePorts();
const library = await openLibrary({ dir, ports });
const { signal } = new AbortController();
const encoder = new TextEncoder();
const [count, size, name] = task === 'texts' ? [8000, 30_000, 'a.txt'] : [300, 300_000, 'a.html'];
for (let n = 0; n < count; n++) {
  const page = makePage(n, size);
  const content = task === 'texts' ? page.replace(/<[^>]*>/g, ' ') : page;
  await library.dispatch('clip.fromFile', { name, bytes: encoder.encode(content) }, signal);
}
await library.close();
ports.close();
await rm(dir, { recursive: true, force: true });
// maxRSS is in kilobytes, whatever the system counts in.
process.stdout.write(String(process.resourceUsage().maxRSS * 1024));
