// The front door for who only reads: beside an owner, without one, and from media that nobody can write.
import { resolve } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import type { LibraryEvent } from '#contract/events.ts';
import { libraryContract } from '#contract/library.ts';
import { type Dispatch, dispatcher } from '#contract/rpc.ts';
import { machineTime } from './local-time.ts';
import { libraryQueries, queryContract } from './queries.ts';
import { openForReading } from './storage/open-for-reading.ts';
import { toStorageError } from './storage/storage-error.ts';

export interface LibraryReader {
  /** Answers the contract's queries, in this thread, and exports. @throws LibraryError read_only for any other command */
  readonly dispatch: Dispatch;
  /** How far an export is. @returns how to stop listening */
  onEvent(listener: (event: LibraryEvent) => void): () => void;
  close(): void;
}

/**
 * Opens a library without the right to write; takes no lock and asks no owner.
 * @throws LibraryError not_found where there is no library, library_too_new, library_damaged, unsupported_type, conflict
 * where it must be brought up to date first, by opening it for writing
 */
export async function openReaderOnly({ dir }: { dir: string }): Promise<LibraryReader> {
  const folder = resolve(dir);
  const opened = await openForReading(folder);
  const answers = libraryQueries({
    db: opened.db,
    dir: folder,
    readOnly: true,
    time: machineTime,
    // Nobody here may write: the answer says so.
    tellIndexDamage: () => {},
  });
  const queries = dispatcher(queryContract, answers);
  const listeners = new Set<(event: LibraryEvent) => void>();
  const emit = (event: LibraryEvent) => {
    for (const listener of listeners) listener(event);
  };

  /** Its writers are loaded when somebody asks for one. */
  async function exporting(): Promise<Dispatch> {
    const { readOnlyExport } = await import('./transfer/out/read-only-export.ts');
    return readOnlyExport({ db: opened.db, dir: folder, queries: answers, emit });
  }

  return {
    async dispatch(name, input, signal) {
      if (name === 'exports.run') return (await exporting())(name, input, signal);
      if (Object.hasOwn(libraryContract, name) && !Object.hasOwn(queryContract, name)) {
        throw new LibraryError(
          'read_only',
          `The library in “${folder}” is open for reading only. Nothing was changed.`,
        );
      }
      try {
        return await queries(name, input, signal);
      } catch (error) {
        throw toStorageError(error, `the library in “${folder}”`);
      }
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => opened.close(),
  };
}
