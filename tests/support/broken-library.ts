// A library to be broken: clipped like any other, closed, and its pages destroyed one by one.
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { libraryContract } from '#contract/library.ts';
import { ArticleUid } from '#contract/types/ids.ts';
import { openLibrary } from '#library/open-library.ts';
import { openReaderOnly } from '#library/open-reader.ts';
import { clientOf } from './client-of.ts';
import { makeCorpus, randomOf } from './corpus.ts';
import { makePorts, textParser } from './make-ports.ts';

const PAGE_BYTES = 4096;

export const databaseOf = (dir: string) => join(dir, 'library.sqlite');
export const pagesOf = (dir: string) => statSync(databaseOf(dir)).size / PAGE_BYTES;

/** Clips until the database has so many pages, with tags, notes, highlights, stars and a collection. */
export async function clipPages(dir: string, pages: number): Promise<void> {
  const corpus = makeCorpus(6);
  const ports = makePorts({ parser: textParser });
  const library = await openLibrary({ dir, ports });
  const client = clientOf(libraryContract, library.dispatch);
  const collection = await client['collections.add']({ name: 'For winter' });
  const counter = new Database(databaseOf(dir), { readonly: true });
  const count = () => Number(counter.pragma('page_count', { simple: true }));
  for (let at = 0; count() < pages; at++) {
    const { title, text } = corpus.article(at);
    ports.clock.tick();
    const { uid } = await client['clip.fromPasted']({
      text: `${title}\n${text}`,
      tags: [`tag ${at % 7}`],
    });
    if (at % 5 === 0) await client['notes.save']({ uid, markdown: `Of ${title}` });
    if (at % 4 === 0) await client['collections.put']({ uid: collection.uid, uids: [uid] });
    if (at % 3 === 0) {
      const anchor = { quote: title, prefix: '', suffix: '', start: 0, end: title.length };
      await client['highlights.add']({ uid, colour: 'blue', anchor });
    }
    if (at % 6 === 0) await client['articles.star']({ uids: [uid], starred: true });
  }
  counter.close();
  await library.close();
}

/** Overwrites pages with zeros or with noise, by turns. */
export function destroyPages(dir: string, numbers: Iterable<number>, seed: number): void {
  const random = randomOf(seed);
  const file = openSync(databaseOf(dir), 'r+');
  for (const number of numbers) {
    const bytes = Buffer.alloc(PAGE_BYTES);
    if (random() < 0.5) for (let at = 0; at < PAGE_BYTES; at++) bytes[at] = random() * 256;
    writeSync(file, bytes, 0, PAGE_BYTES, (number - 1) * PAGE_BYTES);
  }
  closeSync(file);
}

/** Different pages, any of the file. */
export function choosePages(dir: string, count: number, seed: number): number[] {
  const random = randomOf(seed);
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(1 + Math.floor(random() * pagesOf(dir)));
  return [...chosen];
}

/** Title and text of every article, by uid. */
export async function readTexts(dir: string): Promise<Map<string, string>> {
  const reader = await openReaderOnly({ dir });
  const client = clientOf(libraryContract, reader.dispatch);
  const texts = new Map<string, string>();
  try {
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<(typeof client)['articles.list']>> = await client[
        'articles.list'
      ]({ limit: 500, ...(after === null ? {} : { after }) });
      for (const { uid, title } of page.articles) {
        const text = await client['articles.content']({ uid: ArticleUid.parse(uid) }).then(
          (content) => content.text,
          () => null,
        );
        if (text !== null) texts.set(uid, `${title}\n${text}`);
      }
      after = page.next;
    } while (after !== null);
  } finally {
    reader.close();
  }
  return texts;
}
