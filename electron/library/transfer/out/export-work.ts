// What a format works with while it writes: the articles one by one, the files of the library, and where it tells how far it is.
import { LibraryError, toWire } from '#contract/errors.ts';
import type { AssetName } from '#contract/types/asset.ts';
import type { Exported } from '#contract/types/export.ts';
import type { Problem } from '#contract/types/problem.ts';
import type { AssetStore } from '../../storage/asset-store.ts';
import { type ReadDb, statement } from '../../storage/database.ts';
import { codeOf, toStorageError } from '../../storage/storage-error.ts';
import { collectionPaths, type ExportedArticle, readExported } from './exported-article.ts';
import { type ArticleFacts, findFacts } from './facts-repo.ts';

/** Articles of which the facts are read at once: a few milliseconds. */
const AT_ONCE = 100;

export interface ExportWork {
  /** One state of the library, whoever writes meanwhile. */
  readonly db: ReadDb;
  readonly title: string;
  /** How many articles were asked for. */
  readonly count: number;
  /** One after the other, with room for everybody else between. @throws LibraryError cancelled */
  articles(): AsyncGenerator<ExportedArticle>;
  /** The same without their content, which is most of the work. @throws LibraryError cancelled */
  facts(): AsyncGenerator<ArticleFacts>;
  /** Of the same, in the same order: for a list above them. */
  titles(): { readonly uid: string; readonly title: string }[];
  /** @returns null where the file is gone or damaged, which is told */
  file(name: AssetName, of: ExportedArticle | string): Promise<Buffer | null>;
  /** What of something cannot go along, and why. */
  report(name: string, problem: Problem): void;
  /** @throws LibraryError cancelled */
  pause(): Promise<void>;
  /** @returns null where it cannot be read: one article that is damaged must not keep all others here, and is told */
  attempt<T>(name: string, read: () => T): T | null;
}

interface Parts {
  readonly db: ReadDb;
  readonly assets: Pick<AssetStore, 'read'>;
  readonly ids: readonly number[];
  readonly title: string;
  readonly tell: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** @returns what a format works with, and what it came upon */
export function exportWork({ db, assets, ids, title, tell, signal }: Parts): {
  work: ExportWork;
  problems: Exported['problems'];
} {
  const paths = collectionPaths(db);
  const problems: Exported['problems'] = [];

  async function pause(): Promise<void> {
    await new Promise(setImmediate);
    if (signal.aborted) throw new LibraryError('cancelled', 'The export was cancelled.');
  }

  async function* known(): AsyncGenerator<readonly [id: number, ArticleFacts]> {
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      await pause();
      const some = ids.slice(from, from + AT_ONCE);
      const facts = factsOf(some);
      for (const id of some) {
        const one = facts.get(id);
        if (one) yield [id, one];
      }
    }
  }

  /** One by one where one of them is damaged. */
  function factsOf(some: readonly number[]): ReadonlyMap<number, ArticleFacts> {
    try {
      return findFacts(db, some, paths);
    } catch (error) {
      if (!isDamage(error)) throw error;
    }
    const found = new Map<number, ArticleFacts>();
    for (const id of some) {
      const one = work.attempt(`article ${id}`, () => findFacts(db, [id], paths).get(id));
      if (one) found.set(id, one);
    }
    return found;
  }

  const work: ExportWork = {
    db,
    title,
    count: ids.length,
    async *articles() {
      let done = 0;
      for await (const [id, facts] of known()) {
        await pause();
        tell(done++, ids.length);
        const article = work.attempt(facts.title, () => readExported(db, id, facts));
        if (article) yield article;
      }
      tell(ids.length, ids.length);
    },
    async *facts() {
      let done = 0;
      for await (const [, facts] of known()) {
        if (done % AT_ONCE === 0) tell(done, ids.length);
        done++;
        yield facts;
      }
      tell(ids.length, ids.length);
    },
    titles: () =>
      statement<{ uid: string; title: string }>(
        db,
        `SELECT uid, title FROM json_each(?) AS wanted CROSS JOIN article ON article.id = wanted.value
          ORDER BY wanted.key`,
      ).all(JSON.stringify(ids)),
    async file(name, of) {
      try {
        return await assets.read(name);
      } catch (error) {
        if (!(error instanceof LibraryError)) throw error;
        const { code, message } = toWire(error);
        work.report(typeof of === 'string' ? of : of.title, { code, message });
        return null;
      }
    },
    report: (name, problem) => void problems.push({ name, problem }),
    pause,
    attempt(name, read) {
      try {
        return read();
      } catch (error) {
        if (!isDamage(error)) throw error;
        const message = 'A part of it is damaged, and it could not be taken along.';
        work.report(name, { code: 'library_damaged', message });
        return null;
      }
    },
  };
  return { work, problems };
}

/** What SQLite says of its file, or zlib of a packed text. */
function isDamage(error: unknown): boolean {
  if (codeOf(error)?.startsWith('Z_')) return true;
  const known = toStorageError(error, 'the library');
  return known instanceof LibraryError && known.code === 'library_damaged';
}
