// Lectern's own search, asked through the front door of a library: the first answer, the exact one where the contract
// has it, and what comes of a suggestion.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { libraryContract } from '#contract/library.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { SearchPage } from '#contract/types/search.ts';
import { type Library, openLibrary } from '#library/open-library.ts';
import { reindexArticle } from '#library/search/reindex-article.ts';
import { vocabularyBuild } from '#library/search/vocabulary-build.ts';
import { transaction } from '#library/storage/database.ts';
import { openStorage } from '#library/storage/open-storage.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makePorts } from '../../support/make-ports.ts';
import type { Engine } from './engine.ts';

export interface GivenDocument {
  readonly id: number;
  readonly lang: string | null;
  readonly title: string;
  readonly author: string | null;
  readonly site: string;
  readonly savedAt: number;
  readonly blocks: readonly { readonly heading: string | null; readonly text: string }[];
  readonly highlights: readonly string[];
  readonly note: string | null;
}

/** So few hits make the window ask for suggestions. */
const FEW = 2;

export class Lectern {
  readonly #library: Library;
  readonly #dir: string;
  readonly #ids: ReadonlyMap<ArticleUid, number>;

  private constructor(library: Library, dir: string, ids: ReadonlyMap<ArticleUid, number>) {
    this.#library = library;
    this.#dir = dir;
    this.#ids = ids;
  }

  static async open(documents: readonly GivenDocument[]): Promise<Lectern> {
    const dir = mkdtempSync(join(tmpdir(), 'lectern-bench-quality-'));
    const uids = await fill(dir, documents);
    const library = await openLibrary({ dir, ports: makePorts() });
    const ids = new Map(documents.map(({ id }, at) => [uids[at] as ArticleUid, id]));
    const opened = new Lectern(library, dir, ids);
    for (const [at, document] of documents.entries()) {
      await opened.#mark(uids[at] as ArticleUid, document);
    }
    return opened;
  }

  engines(): Engine[] {
    const asked = (name: string, search: Engine['search']): Engine => ({
      name,
      search,
      close() {},
    });
    const engines = [
      asked('Lectern, first answer', (text, limit) => this.#find('search.run', text, limit)),
    ];
    if (Object.hasOwn(libraryContract, 'search.exact')) {
      engines.push(
        asked('Lectern, exact', (text, limit) => this.#find('search.exact', text, limit)),
      );
    }
    if (Object.hasOwn(libraryContract, 'search.suggest')) {
      engines.push(
        asked('Lectern, first answer and suggestion', (text, limit) =>
          this.#findWithHelp(text, limit),
        ),
      );
    }
    return engines;
  }

  async close(): Promise<void> {
    await this.#library.close();
    rmSync(this.#dir, { recursive: true, force: true });
  }

  async #call<T>(name: string, input: unknown): Promise<T> {
    return (await this.#library.dispatch(name, input, new AbortController().signal)) as T;
  }

  async #mark(uid: ArticleUid, { highlights, note }: GivenDocument): Promise<void> {
    for (const quote of highlights) {
      const anchor = { quote, prefix: '', suffix: '', start: null, end: null };
      await this.#call('highlights.add', { uid, colour: 'yellow', anchor });
    }
    if (note !== null) await this.#call('notes.save', { uid, markdown: note });
  }

  async #find(call: 'search.run' | 'search.exact', text: string, limit: number): Promise<number[]> {
    const { hits, instead } = await this.#call<SearchPage>(call, { text, limit });
    // As the window shows it.
    const shown = hits.length === 0 && instead ? instead.hits : hits;
    return shown.map(({ article }) => this.#ids.get(article.uid) ?? 0);
  }

  /** As a person does: looks at the few hits there are, then takes the first suggestion. */
  async #findWithHelp(text: string, limit: number): Promise<number[]> {
    const found = await this.#find('search.run', text, limit);
    if (found.length > FEW) return found;
    const { suggestions } = await this.#call<{ suggestions: readonly { text: string }[] }>(
      'search.suggest',
      { text },
    );
    const [first] = suggestions;
    if (!first) return found;
    const instead = await this.#find('search.run', first.text, limit);
    return [...new Set([...found, ...instead])].slice(0, limit);
  }
}

async function fill(dir: string, documents: readonly GivenDocument[]): Promise<ArticleUid[]> {
  const ports = makePorts();
  const storage = await openStorage(dir, ports, null);
  try {
    const context = { db: storage.db, newUid: () => storage.newUid(), ports };
    const uids = transaction(storage.db, () =>
      documents.map(({ blocks, title, author, site, lang, savedAt }) => {
        const parts = blocks.flatMap(({ heading, text }) => [
          ...(heading === null ? [] : [{ tag: 'h2', text: heading }]),
          { tag: 'p', text },
        ]);
        const { id, uid } = insertWholeArticle(context, {
          title,
          author,
          site,
          lang,
          savedAt,
          text: parts.map((part) => part.text).join('\n'),
          html: parts.map((part) => `<${part.tag}>${part.text}</${part.tag}>`).join(''),
        });
        reindexArticle(storage.db, id);
        return uid;
      }),
    );
    // As the library does by itself, some seconds after it was opened.
    const vocabulary = vocabularyBuild(storage.db);
    while (!vocabulary.step());
    return uids;
  } finally {
    storage.close();
  }
}
