// A library of many articles in many languages, made in bulk: what benches of search and window stand on.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SafeHtml } from '#contract/types/html.ts';
import { packContent } from '#library/clip/snapshot-repo.ts';
import { indexMerge } from '#library/search/index-merge.ts';
import { indexArticles } from '#library/search/search-index.ts';
import { vocabularyBuild } from '#library/search/vocabulary-build.ts';
import { transaction, type WriteDb } from '#library/storage/database.ts';
import { openStorage, type Storage } from '#library/storage/open-storage.ts';
import { makeCorpus } from '../support/corpus.ts';
import { type GivenArticle, insertWholeArticle } from '../support/insert-article.ts';
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
  try {
    await insertArticles({ storage, ports }, corpus, count);
    settle(storage.db);
  } finally {
    storage.close();
  }
}

const AT_ONCE = 200;

/**
 * Lots of which each is a transaction: rows first, then the index, as an import writes what it has of many articles. Texts are
 * packed by other threads, as clips have them packed; here while the lot before is written.
 */
export async function insertArticles(
  { storage, ports }: { storage: Storage; ports: ReturnType<typeof makePorts> },
  corpus: BenchCorpus,
  count: number,
): Promise<void> {
  const { db } = storage;
  const context = { db, newUid: () => storage.newUid(), ports };
  let next = packLot(corpus, 0, count);
  for (let from = 0; from < count; from += AT_ONCE) {
    const lot = await next;
    next = packLot(corpus, from + AT_ONCE, count);
    transaction(db, () => {
      const entries = lot.map((given) => {
        ports.clock.tick();
        return insertWholeArticle(context, { ...given, indexed: 'later' });
      });
      indexArticles(db, entries);
    });
  }
}

function packLot(corpus: BenchCorpus, from: number, count: number): Promise<GivenArticle[]> {
  const size = Math.max(0, Math.min(AT_ONCE, count - from));
  return Promise.all(
    Array.from({ length: size }, async (_, at) => {
      const { title, author, site, lang, text, tags = [] } = corpus.article(from + at);
      const html = text.replace(/.+/g, '<p>$&</p>') as SafeHtml;
      const packed = await packContent({ html, readerText: text });
      const excerpt = text.slice(0, 200);
      const savedAt = FIRST_SAVED + (from + at) * HOUR_MS;
      return { title, author, site, lang, text, html, packed, excerpt, tags, savedAt };
    }),
  );
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
