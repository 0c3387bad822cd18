// Answers every query of the contract on a connection of its own that only reads: in a reader thread, or beside the owner's own work.
import { join } from 'node:path';
import { firstCalls } from '#contract/first.ts';
import { type Dispatch, dispatcher } from '#contract/rpc.ts';
import { isFirst } from './call-kinds.ts';
import type { ReadContext } from './context.ts';
import { firstQueries } from './first-queries.ts';
import { machineTime } from './local-time.ts';
import { openReader } from './storage/database.ts';
import { DATABASE_FILE } from './storage/library-files.ts';
import { toStorageError } from './storage/storage-error.ts';

export interface QueryAnswers {
  /** @throws LibraryError */
  readonly dispatch: Dispatch;
  /** Reads the code of all that is not asked at once. */
  prepare(): Promise<void>;
  close(): void;
}

/**
 * The connection is opened by the first query: until then the library may have to be brought up to date.
 * @param dir the library's folder, absolute
 * @param tellIndexDamage called when a search could not read the index
 */
export function queryAnswers(dir: string, tellIndexDamage: () => void): QueryAnswers {
  let opened: ReturnType<typeof open> | null = null;
  let others: Promise<Dispatch> | null = null;

  function open() {
    const db = openReader(join(dir, DATABASE_FILE));
    const context = { db, dir, readOnly: false, time: machineTime, tellIndexDamage };
    return { context, answerFirst: dispatcher(firstCalls, firstQueries(context)) };
  }
  async function openOthers(context: ReadContext): Promise<Dispatch> {
    const { libraryQueries, queryContract } = await import('./queries.ts');
    return dispatcher(queryContract, libraryQueries(context));
  }
  function answering(name: string): Dispatch | Promise<Dispatch> {
    opened ??= open();
    if (isFirst(name)) return opened.answerFirst;
    others ??= openOthers(opened.context);
    return others;
  }

  return {
    async dispatch(name, input, signal) {
      try {
        return await (await answering(name))(name, input, signal);
      } catch (error) {
        throw toStorageError(error, 'the library');
      }
    },
    async prepare() {
      await import('./queries.ts');
    },
    close() {
      opened?.context.db.close();
      opened = null;
      others = null;
    },
  };
}
