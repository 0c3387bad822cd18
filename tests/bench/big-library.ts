// A library of many articles in many languages, made in bulk: what benches of search and window stand on.
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { SafeHtml } from '#contract/types/html.ts';
import type { PackedContent, UnpackedContent } from '#library/clip/pack-content.ts';
import { indexMerge } from '#library/search/index-merge.ts';
import { indexArticles } from '#library/search/search-index.ts';
import { vocabularyBuild } from '#library/search/vocabulary-build.ts';
import { transaction, type WriteDb } from '#library/storage/database.ts';
import { openStorage, type Storage } from '#library/storage/open-storage.ts';
import { makeCorpus } from '../support/corpus.ts';
import { type GivenArticle, putWholeArticle } from '../support/insert-article.ts';
import { makePorts } from '../support/make-ports.ts';

/** What a corpus must give: this project's own, or another module of the same shape. */
export interface BenchCorpus {
  article(i: number): {
    title: string;
    author: string;
    site: string;
    lang: string;
    text: string;
    tags?: readonly string[];
  };
  /** Queries by class, each class with about `per` of them. */
  queries(per: number): Record<string, string[]>;
}

/** `LECTERN_CORPUS` names a module with `makeCorpus({ seed, mix })`. */
export async function openCorpus(): Promise<BenchCorpus> {
  const path = resolve(process.env.LECTERN_CORPUS ?? '../shared/tools/corpus.mjs');
  if (!existsSync(path)) {
    console.log(`No corpus at ${path} (LECTERN_CORPUS): measured with the project's own instead.`);
    return makeCorpus(1);
  }
  const module = await import(pathToFileURL(path).href);
  return module.makeCorpus({ seed: 1, mix: 'multi' });
}

/** One article an hour, so that dates tell them apart. */
const FIRST_SAVED = Date.UTC(2014, 0, 1);
const HOUR_MS = 3_600_000;

/** Makes a library in a folder, through the library's own inserts, and closes it when it has settled. */
export async function fillLibrary(dir: string, corpus: BenchCorpus, count: number): Promise<void> {
  const ports = makePorts();
  const storage = await openStorage(dir, ports, null);
  const packer = await startPacker();
  try {
    await insertArticles({ storage, ports, packer }, (i) => givenOf(corpus, i), count);
    settle(storage.db);
  } finally {
    await packer.terminate();
    storage.close();
  }
}

/** What stands for a parse process, which runs before an import begins. */
export async function startPacker(): Promise<Worker> {
  const packer = new Worker(new URL('./pack-worker.ts', import.meta.url));
  await pack(packer, []);
  return packer;
}

async function pack(packer: Worker, lot: readonly UnpackedContent[]): Promise<PackedContent[]> {
  packer.postMessage(lot);
  return (await once(packer, 'message'))[0];
}

const AT_ONCE = 200;

/**
 * Lots of which each is a transaction: rows first, then the index, as an import writes what it has of many articles. Texts come packed, as
 * they come from a parse process: another thread packs a lot while the one before is written.
 */
export async function insertArticles(
  {
    storage,
    ports,
    packer,
  }: { storage: Storage; ports: ReturnType<typeof makePorts>; packer: Worker },
  articleAt: (i: number) => UnpackedArticle,
  count: number,
): Promise<void> {
  const { db } = storage;
  const context = { db, newUid: () => storage.newUid(), ports };
  let next = packLot(packer, articleAt, 0, count);
  for (let from = 0; from < count; from += AT_ONCE) {
    const lot = await next;
    next = packLot(packer, articleAt, from + AT_ONCE, count);
    transaction(db, () => {
      const entries = lot.map((given) => {
        ports.clock.tick();
        return putWholeArticle(context, { ...given, indexed: 'later' });
      });
      indexArticles(db, entries);
    });
  }
  await next;
}

async function packLot(
  packer: Worker,
  articleAt: (i: number) => UnpackedArticle,
  from: number,
  count: number,
): Promise<GivenArticle[]> {
  const size = Math.max(0, Math.min(AT_ONCE, count - from));
  const lot = Array.from({ length: size }, (_, at) => articleAt(from + at));
  const packed = await pack(
    packer,
    lot.map(({ html, text }) => ({ html: html as SafeHtml, readerText: text })),
  );
  return lot.map((given, at) => ({ ...given, packed: packed[at] as PackedContent }));
}

export type UnpackedArticle = GivenArticle & Required<Pick<GivenArticle, 'html' | 'text'>>;

/** As a parse process gives it. */
export function givenOf(corpus: BenchCorpus, i: number): UnpackedArticle {
  const { title, author, site, lang, text, tags = [] } = corpus.article(i);
  const html = text.replace(/.+/g, '<p>$&</p>');
  const excerpt = text.slice(0, 200);
  return {
    title,
    author,
    site,
    lang,
    text,
    html,
    excerpt,
    tags,
    savedAt: FIRST_SAVED + i * HOUR_MS,
  };
}

/** What an open library does by itself while nothing else happens, so that nothing is done beside what is measured. */
function settle(db: WriteDb): void {
  // As where each was compared when it was clipped.
  db.exec('DELETE FROM fingerprint_pending');
  const vocabulary = vocabularyBuild(db);
  while (!vocabulary.step());
  const merge = indexMerge(db);
  // The first look only sees that everything is new.
  merge.step();
  while (merge.step());
}
