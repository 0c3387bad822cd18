// A clip, from a saved page to a committed article that search finds, against what nobody can leave out:
// extracting the page and writing once to the disk.
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';
import { nodePorts } from '#hosts/node-ports.ts';
import { openLibrary } from '#library/open-library.ts';
import type { BenchTable } from './bench-table.ts';
import { median } from './median.ts';
import { makePage } from './pages.ts';

const ROUNDS = 40;
const WARM_UP = 10;
const PAGE_BYTES = 100_000;

/** What a clip cannot do without: the tree of a browser, and the article in it. */
function extractAlone(html: string): number {
  const { document } = parseHTML(serialize(parse(html)));
  return new Readability(document).parse()?.length ?? 0;
}

async function writeOnce(file: string): Promise<void> {
  const handle = await open(file, 'a');
  await handle.write(Buffer.alloc(4096));
  await handle.datasync();
  await handle.close();
}

export async function run(): Promise<BenchTable> {
  const dir = await mkdtemp(join(tmpdir(), 'lectern-bench-clip-'));
  const ports = nodePorts();
  const library = await openLibrary({ dir: join(dir, 'library'), ports });
  const { signal } = new AbortController();
  const ours: number[] = [];
  const base: number[] = [];
  try {
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      const html = makePage(round, PAGE_BYTES);
      const path = join(dir, `page-${round}.html`);
      await writeFile(path, html);

      let start = performance.now();
      await library.dispatch('clip.fromPath', { path }, signal);
      const clip = performance.now() - start;

      start = performance.now();
      extractAlone(html);
      await writeOnce(join(dir, 'written-once'));
      const alone = performance.now() - start;
      if (round < WARM_UP) continue;
      ours.push(clip);
      base.push(alone);
    }
    const found = (await library.dispatch(
      'search.run',
      { text: `"Report ${ROUNDS}"` },
      signal,
    )) as {
      total: number;
    };
    if (found.total !== 1)
      throw new Error('The last clip but a few is not found: nothing was measured.');
  } finally {
    await library.close();
    ports.close();
    await rm(dir, { recursive: true, force: true });
  }
  return {
    name: 'Clip of a saved page of 100 kB, committed and findable',
    baseline: `parse5, linkedom and Readability on the same page in this process, plus one write with fdatasync; median of ${ROUNDS} pairs`,
    rows: [
      {
        name: 'clip',
        limit: 3,
        ratio: median(ours) / median(base),
        ours: median(ours),
        base: median(base),
        unit: 'ms',
      },
    ],
  };
}
