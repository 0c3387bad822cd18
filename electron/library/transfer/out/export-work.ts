// What a format works with while it writes: the articles one by one, the files of the library, and where it tells how far it is.
import { LibraryError, toWire } from '#contract/errors.ts';
import type { AssetName } from '#contract/types/asset.ts';
import type { Exported } from '#contract/types/export.ts';
import type { AssetStore } from '../../storage/asset-store.ts';
import type { ReadDb } from '../../storage/database.ts';
import { collectionPaths, type ExportedArticle, readExported } from './exported-article.ts';

export interface ExportWork {
  /** One state of the library, whoever writes meanwhile. */
  readonly db: ReadDb;
  readonly title: string;
  /** How many articles were asked for. */
  readonly count: number;
  /** One after the other, with room for everybody else between. @throws LibraryError cancelled */
  articles(): AsyncGenerator<ExportedArticle>;
  /** @returns null where the file is gone or damaged, which is told */
  file(name: AssetName, of: ExportedArticle | string): Promise<Buffer | null>;
  /** @throws LibraryError cancelled */
  pause(): Promise<void>;
}

interface Parts {
  readonly db: ReadDb;
  readonly assets: AssetStore;
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

  const work: ExportWork = {
    db,
    title,
    count: ids.length,
    async *articles() {
      for (const [at, id] of ids.entries()) {
        await pause();
        tell(at, ids.length);
        const article = readExported(db, id, paths);
        if (article) yield article;
      }
      tell(ids.length, ids.length);
    },
    async file(name, of) {
      try {
        return await assets.read(name);
      } catch (error) {
        if (!(error instanceof LibraryError)) throw error;
        const { code, message } = toWire(error);
        problems.push({ name: typeof of === 'string' ? of : of.title, problem: { code, message } });
        return null;
      }
    },
    pause,
  };
  return { work, problems };
}
