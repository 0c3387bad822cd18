// A reader thread: answers every query of the contract on a read-only connection of its own.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { type Dispatch, dispatcher, serve } from '#contract/rpc.ts';
import { machineTime } from './local-time.ts';
import { answeringWire } from './port-wire.ts';
import { libraryQueries, queryContract } from './queries.ts';
import { type IndexDamage, type ReaderBug, ReaderData } from './reader-messages.ts';
import { openReader } from './storage/database.ts';
import { DATABASE_FILE } from './storage/library-files.ts';
import { toStorageError } from './storage/storage-error.ts';

if (!parentPort) throw new Error('reader-worker.ts runs in a worker thread only');
const { dir } = ReaderData.parse(workerData);

// Opened by the first query: the thread is started while the library itself is being opened, and may have to be brought up to date
// before anybody reads it.
let dispatch: Dispatch | null = null;
const open = () =>
  dispatcher(
    queryContract,
    libraryQueries({
      db: openReader(join(dir, DATABASE_FILE)),
      dir,
      readOnly: false,
      time: machineTime,
      tellIndexDamage: () => tell({ damaged: 'index' } satisfies IndexDamage),
    }),
  );

const tell = serve(
  async (name, input, signal) => {
    try {
      dispatch ??= open();
      return await dispatch(name, input, signal);
    } catch (error) {
      throw toStorageError(error, 'the library');
    }
  },
  answeringWire(parentPort),
  (call, error) => tell({ call, stack: stackOf(error) } satisfies ReaderBug),
);

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
