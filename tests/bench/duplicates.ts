// Whether an article is in the library already under another address: its text looked for among 100,000, against reading the page
// that it comes from. And how many changed copies of pages are found, and what is found beside.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { SafeHtml } from '#contract/types/html.ts';
import { ArticleUid } from '#contract/types/ids.ts';
import { insertArticle } from '#library/articles/article-repo.ts';
import { insertAsset } from '#library/clip/asset-repo.ts';
import { readPage } from '#library/clip/page/read-page.ts';
import { insertReaderContent, insertSnapshot } from '#library/clip/snapshot-repo.ts';
import { fingerprintOf } from '#library/duplicates/min-hash.ts';
import { findNear, putFingerprint } from '#library/duplicates/put-fingerprint.ts';
import { shinglesOf } from '#library/duplicates/shingles.ts';
import { assetNameOf } from '#library/storage/asset-store.ts';
import { transaction } from '#library/storage/database.ts';
import { openStorage, type Storage } from '#library/storage/open-storage.ts';
import { makeCorpus } from '../support/corpus.ts';
import { makePorts } from '../support/make-ports.ts';
import { diceOf } from '../support/mutate/dice.ts';
import { kinds } from '../support/mutate/kinds.ts';
import { MarkedPage } from '../support/mutate/marked-page.ts';
import { sourcePages } from '../support/mutate/pages.ts';
import type { BenchRow, BenchTable } from './bench-table.ts';
import { median } from './median.ts';

const ARTICLES = 100_000;
const LOOKUPS = 200;
const PAGES = 200;
const SITES = 40;

const corpus = makeCorpus(11);
/** What every article of a site holds beside its own text: about a sixth of it. */
const furniture = Array.from({ length: SITES }, (_, site) =>
  corpus.article(1_000_000 + site).text.slice(0, 600),
);
const textOf = (at: number): string => `${corpus.article(at).text}\n\n${furniture[at % SITES]}`;

function filler({ db, newUid }: Storage) {
  const name = assetNameOf(new TextEncoder().encode('duplicates'), 'bin');
  insertAsset(db, { name, byteSize: 10, width: null, height: null, createdAt: 1 });
  return (readerText: string): number => {
    const id = insertArticle(db, {
      uid: ArticleUid.parse(newUid()),
      sourceUrl: null,
      canonicalUrl: null,
      urlKey: null,
      site: null,
      title: 'An article',
      author: null,
      siteName: null,
      publishedAt: null,
      lang: null,
      dir: null,
      excerpt: '',
      wordCount: 1,
      leadImage: null,
      warning: null,
      savedAt: 1,
    });
    const snapshotId = insertSnapshot(db, {
      uid: newUid(),
      articleId: id,
      assetName: name,
      kind: 'html',
      fileName: null,
      url: null,
      charset: 'UTF-8',
      capturedAt: 1,
    });
    const versions = { extractorVersion: 1, normaliserVersion: 1 };
    insertReaderContent(db, {
      articleId: id,
      snapshotId,
      ...versions,
      html: '' as SafeHtml,
      readerText,
    });
    putFingerprint(db, id, readerText);
    return id;
  };
}

function lookUp({ db }: Storage, text: string): number[] {
  const shingles = shinglesOf(text);
  const fingerprint = fingerprintOf(shingles);
  return findNear(db, { articleId: null, shingles, fingerprint }).map(({ articleId }) => articleId);
}

function pageOf(text: string, at: number): Uint8Array<ArrayBuffer> {
  const paragraphs = text.replace(/.+/g, '<p>$&</p>');
  const teasers = `<li><a href="/story">${corpus.article(at + 7).title}</a></li>`.repeat(30);
  return new TextEncoder().encode(
    `<!doctype html><title>Report ${at}</title><nav><ul>${teasers}</ul></nav><article><h1>Report</h1>${paragraphs}</article><aside><ul>${teasers}</ul></aside>`,
  );
}

const timed = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

function measureTime(storage: Storage): BenchRow[] {
  const ours: number[] = [];
  const base: number[] = [];
  for (let round = 0; round < LOOKUPS; round++) {
    // One of two is there already, give or take a line.
    const at = round % 2 === 0 ? round * 400 : ARTICLES + round;
    const text = `${textOf(at)}\n\nUpdated today.`;
    const bytes = pageOf(text, at);
    const input = { bytes, kind: 'auto', charset: null, url: null, name: 'page.html' } as const;
    base.push(timed(() => readPage(input)));
    ours.push(timed(() => lookUp(storage, text)));
  }
  const row = (name: string, ourTime: number, baseTime: number): BenchRow => ({
    name,
    limit: 1,
    ratio: ourTime / baseTime,
    ours: ourTime,
    base: baseTime,
    unit: 'ms',
  });
  const p95 = (times: number[]) =>
    times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
  return [
    row(`text compared with ${ARTICLES} articles`, median(ours), median(base)),
    row('95th percentile', p95(ours), p95(base)),
  ];
}

function measureFinding(storage: Storage, add: (text: string) => number): BenchRow[] {
  const pages = sourcePages(5, PAGES).map(({ html }) => ({
    html,
    text: new MarkedPage(html).text,
  }));
  const ids = transaction(storage.db, () => pages.map(({ text }) => add(text)));
  // Pages that are copies of others already: what they are alike with is no mistake.
  const alike = new Map(pages.map(({ text }, at) => [ids[at], new Set(lookUp(storage, text))]));
  const foreign = pages.map(({ text }) => text.slice(0, 300));
  let wrong = 0;
  let told = 0;
  const rows = Object.entries(kinds).map(([name, change], kind): BenchRow => {
    let missed = 0;
    pages.forEach(({ html }, at) => {
      const page = new MarkedPage(html);
      change(page, { dice: diceOf(kind * 10_000 + at), highlights: [], foreign });
      const found = lookUp(storage, page.places().text);
      if (!found.includes(ids[at] as number)) missed++;
      told += found.length;
      wrong += found.filter((id) => !alike.get(ids[at])?.has(id)).length;
    });
    return share(`copies not found: ${name}`, missed, pages.length);
  });
  return [...rows, share('found, but another article', wrong, told)];
}

const share = (name: string, ours: number, base: number): BenchRow => ({
  name,
  limit: null,
  ratio: ours / base,
  ours,
  base,
  unit: 'texts',
});

export async function run(): Promise<BenchTable> {
  const dir = mkdtempSync(join(tmpdir(), 'lectern-bench-duplicates-'));
  try {
    const storage = await openStorage(dir, makePorts(), null);
    try {
      const add = filler(storage);
      for (let from = 0; from < ARTICLES; from += 1000) {
        transaction(storage.db, () => {
          for (let at = from; at < from + 1000; at++) add(textOf(at));
        });
      }
      return {
        name: 'Duplicates: a text looked for, and changed copies of pages found',
        baseline: `reading the page, in this process, in turn; ${LOOKUPS} pages, one of two there already. Below: of ${PAGES} pages, changed`,
        rows: [...measureTime(storage), ...measureFinding(storage, add)],
      };
    } finally {
      storage.close();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
