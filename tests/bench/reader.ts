// How soon an article can be read, how it scrolls, and what reading many of them costs.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { ArticleUid } from '#contract/types/ids.ts';
import { localClient } from '#hosts/local-client.ts';
import { nodePorts } from '#hosts/node-ports.ts';
import { openLibrary } from '#library/open-library.ts';
import { findChromium } from '../../scripts/chromium.mjs';
import type { BenchRow, BenchTable } from './bench-table.ts';
import { median } from './median.ts';
import { clipLongArticle, type LongArticle } from './reader/long-article.ts';
import { memoryGrowth } from './reader/memory-growth.ts';
import { openReaderWindow, type ReaderWindow } from './reader/reader-window.ts';
import { longTasksOf } from './reader/scrolling.ts';
import { openStaticPage, writeStaticPage } from './reader/static-page.ts';

const PAIRS = 9;
const MANY = 200;

const articles = {
  short: { title: 'short', words: 300 },
  usual: { title: 'usual', words: 5000, images: 30, highlights: 50 },
  book: { title: 'book', words: 200_000 },
  plain: { title: 'plain', words: 20_000 },
  marked: { title: 'marked', words: 20_000, highlights: 1000 },
} as const satisfies Record<string, LongArticle>;
type Name = keyof typeof articles;

async function fill(
  dir: string,
): Promise<{ byName: Record<Name, ArticleUid>; many: ArticleUid[] }> {
  const ports = nodePorts();
  const library = await openLibrary({ dir: join(dir, 'library'), ports });
  try {
    const client = localClient(library.dispatch);
    const clip = (article: LongArticle) => clipLongArticle(client, join(dir, 'pages'), article);
    const byName = {} as Record<Name, ArticleUid>;
    for (const [name, article] of Object.entries(articles)) {
      byName[name as Name] = await clip(article);
    }
    const many: ArticleUid[] = [];
    for (let n = 0; n < MANY; n++) {
      many.push(await clip({ title: `many-${n}`, words: 800 + n, highlights: 3 }));
    }
    return { byName, many };
  } finally {
    await library.close();
    ports.close();
  }
}

export async function run(): Promise<BenchTable> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium here: the reader cannot be measured.');
  const dir = await mkdtemp(join(tmpdir(), 'lectern-bench-reader-'));
  const browser = await chromium.launch({ executablePath });
  try {
    const { byName, many } = await fill(dir);
    const window = await openReaderWindow(browser, join(dir, 'library'));
    const bare = await (
      await browser.newContext({ viewport: { width: 900, height: 900 } })
    ).newPage();
    const files = {
      usual: await writeStaticPage(window, byName.usual, join(dir, 'static')),
      book: await writeStaticPage(window, byName.book, join(dir, 'static')),
    };
    const first = async (name: 'usual' | 'book', limit: number): Promise<BenchRow> => {
      const [ours, base] = await inTurn(
        () => openAfter(window, byName.short, byName[name]),
        () => openStaticPage(bare, files[name]),
      );
      const { words } = articles[name];
      return row(`first text of ${words.toLocaleString('en')} words`, limit, ours, base, 'ms');
    };
    const rows: BenchRow[] = [await first('usual', 2), await first('book', 3)];

    await window.open(byName.book);
    const ours = await longTasksOf(window.page, window.frame());
    await openStaticPage(bare, files.book);
    const base = await longTasksOf(bare, bare.mainFrame());
    rows.push(row('long tasks while scrolling 200,000 words', 1, ours, Math.max(base, 1), 'tasks'));

    const [withMarks, without] = await inTurn(
      () => openAfter(window, byName.short, byName.marked),
      () => openAfter(window, byName.short, byName.plain),
    );
    rows.push(row('first text with 1,000 highlights', 2, withMarks, without, 'ms'));

    await bare.context().close();
    await window.close();
    const { before, after } = await memoryGrowth(executablePath, dir, many, byName.short);
    const [from, to] = [before / 2 ** 20, after / 2 ** 20];
    rows.push(row(`memory after ${MANY} articles`, 1.2, to, from, 'MB'));
    return {
      name: 'Reader',
      baseline:
        `the same document as a file of static HTML in the same browser, from navigation to first contentful paint, median of ${PAIRS} in turn; ` +
        `for highlights the same article without them; for memory the window after the first 20`,
      rows,
    };
  } finally {
    await browser.close();
    await rm(dir, { recursive: true, force: true });
  }
}

/** From another article, as a reader comes to one. */
async function openAfter(window: ReaderWindow, from: ArticleUid, uid: ArticleUid): Promise<number> {
  await window.open(from);
  return window.open(uid);
}

/** Medians of two measurements taken in turn; once for nothing, so that both find warm caches. */
async function inTurn(
  ours: () => Promise<number>,
  base: () => Promise<number>,
): Promise<[number, number]> {
  const results: [number, number][] = [];
  for (let pair = -1; pair < PAIRS; pair++) {
    const both: [number, number] = [await ours(), await base()];
    if (pair >= 0) results.push(both);
  }
  return [median(results.map(([our]) => our)), median(results.map(([, bare]) => bare))];
}

const row = (name: string, limit: number, ours: number, base: number, unit: string): BenchRow => ({
  name,
  limit,
  ratio: ours / base,
  ours,
  base,
  unit,
});
