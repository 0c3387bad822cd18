// The front door for who only reads: beside an owner, without one, and from media that nobody can write.
import { resolve } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import { libraryContract } from '#contract/library.ts';
import { type Dispatch, dispatcher } from '#contract/rpc.ts';
import { machineTime } from './local-time.ts';
import { libraryQueries, queryContract } from './queries.ts';
import { openForReading } from './storage/open-for-reading.ts';
import { toStorageError } from './storage/storage-error.ts';

export interface LibraryReader {
  /** Answers the contract's queries, in this thread. @throws LibraryError read_only for a command */
  readonly dispatch: Dispatch;
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
  const queries = dispatcher(
    queryContract,
    libraryQueries({
      db: opened.db,
      dir: folder,
      readOnly: true,
      time: machineTime,
      // Nobody here may write: the answer says so.
      tellIndexDamage: () => {},
    }),
  );
  return {
    async dispatch(name, input, signal) {
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
    close: () => opened.close(),
  };
}
