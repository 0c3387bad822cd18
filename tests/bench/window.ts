// From the start of the host to a window that answers: a library of 10,000 articles against an empty one, in turn.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { type Browser, chromium } from 'playwright';
import { findChromium } from '../../scripts/chromium.mjs';
import type { BenchTable } from './bench-table.ts';
import { fillLibrary, openCorpus } from './big-library.ts';
import { median } from './median.ts';

const ARTICLES = 10_000;
const PAIRS = 10;
const host = resolve(import.meta.dirname, '../../electron/hosts/http-host.ts');

/** @returns the address, as soon as the host prints it */
async function startHost(dir: string): Promise<{ process: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [host, '--library', dir, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('http://')) return { process: child, url: line };
  }
  throw new Error('The web host ended without an address.');
}

/** Interactive: the list says how many articles there are, and a key is answered. @returns milliseconds */
async function open(browser: Browser, dir: string): Promise<number> {
  const start = performance.now();
  const { process: child, url } = await startHost(dir);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
    await page
      .getByText(/^[\d,]+ articles?$/)
      .first()
      .waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    return performance.now() - start;
  } finally {
    await context.close();
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await ended;
  }
}

export async function run(): Promise<BenchTable> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium here: the window cannot be measured.');
  const dir = await mkdtemp(join(tmpdir(), 'lectern-bench-window-'));
  const browser = await chromium.launch({ executablePath });
  const [full, empty] = [join(dir, 'full'), join(dir, 'empty')];
  const ours: number[] = [];
  const base: number[] = [];
  try {
    await fillLibrary(full, await openCorpus(), ARTICLES);
    await fillLibrary(empty, await openCorpus(), 0);
    for (let pair = -1; pair < PAIRS; pair++) {
      const [a, b] = [await open(browser, full), await open(browser, empty)];
      if (pair < 0) continue; // Once for nothing, so that both find warm caches.
      ours.push(a);
      base.push(b);
    }
  } finally {
    await browser.close();
    await rm(dir, { recursive: true, force: true });
  }
  const [our, bare] = [median(ours), median(base)];
  return {
    name: `Window interactive with ${ARTICLES} articles`,
    baseline: `the same with an empty library: from the start of the web host to the list shown and a key answered, in Chromium; median of ${PAIRS} in turn`,
    rows: [{ name: 'start', limit: 1.3, ratio: our / bare, ours: our, base: bare, unit: 'ms' }],
  };
}
