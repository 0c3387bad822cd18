// Connections to the library's database: how they are opened, cached statements, transactions.
import Database from 'better-sqlite3';
import { registerRowDigest } from './row-digest.ts';

declare const reads: unique symbol;
declare const writes: unique symbol;

/** A connection that may be read from. Functions that only read ask for this one. */
export type ReadDb = Database.Database & { readonly [reads]: true };
/** The owner's one connection that writes; a thread has it to itself, so nothing awaits inside a transaction. */
export type WriteDb = ReadDb & { readonly [writes]: true };
export type Statement<Row = unknown> = Database.Statement<unknown[], Row>;

/** How long a statement waits for another connection's lock. */
const BUSY_TIMEOUT_MS = 5000;
// More cache gained nothing measurable at 100,000 articles, and every connection pays for its own.
const WRITER_CACHE_KIB = 16 * 1024;
const READER_CACHE_KIB = 16 * 1024;
/** What a bulk import leaves of the write-ahead log once it is checkpointed. */
const JOURNAL_SIZE_LIMIT = 64 * 1024 * 1024;

/**
 * Opens the connection that writes; the file is made where there is none.
 * @throws SqliteError (see storage-error.ts)
 */
export function openWriter(file: string): WriteDb {
  const db = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    harden(db, WRITER_CACHE_KIB);
    db.pragma('journal_mode = WAL');
    // Said on every connection: the driver is compiled to fall back to NORMAL in WAL mode, which loses
    // acknowledged clips at a power cut.
    db.pragma('synchronous = FULL');
    db.pragma('wal_autocheckpoint = 1000');
    db.pragma(`journal_size_limit = ${JOURNAL_SIZE_LIMIT}`);
    return db as WriteDb;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Opens a connection that cannot write.
 * @throws SqliteError (see storage-error.ts)
 */
export function openReader(file: string): ReadDb {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  try {
    harden(db, READER_CACHE_KIB);
    db.pragma('query_only = ON');
    return db as ReadDb;
  } catch (error) {
    db.close();
    throw error;
  }
}

function harden(db: Database.Database, cacheKib: number): void {
  db.pragma('foreign_keys = ON');
  // A library may come from elsewhere: its schema must not call functions with side effects.
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('temp_store = MEMORY');
  db.pragma(`cache_size = ${-cacheKib}`);
  registerRowDigest(db);
}

const prepared = new WeakMap<ReadDb, Map<string, Database.Statement<unknown[], unknown>>>();

/** The prepared statement of this text, made once per connection. Values are bound with `?`. */
export function statement<Row = unknown>(db: ReadDb, sql: string): Statement<Row> {
  let ofDb = prepared.get(db);
  if (!ofDb) {
    ofDb = new Map();
    prepared.set(db, ofDb);
  }
  let found = ofDb.get(sql);
  if (!found) {
    found = db.prepare<unknown[], unknown>(sql);
    ofDb.set(sql, found);
  }
  return found as Statement<Row>;
}

/**
 * Another number after each commit of another connection, also of another process. Within a transaction it is that of what the
 * transaction sees.
 * @returns null for a connection that writes: of its own changes this says nothing
 */
export function dataVersion(db: ReadDb): number | null {
  if (!db.readonly) return null;
  return statement<number>(db, 'PRAGMA data_version').pluck().get() ?? null;
}

/**
 * Runs synchronous work in one transaction, which is rolled back when the work throws. Within another one it is a
 * savepoint. It takes the write lock at once (BEGIN IMMEDIATE): a read that turns into a write could not wait for it.
 */
export function transaction<T>(db: WriteDb, work: () => T): T {
  let run = running.get(db);
  if (!run) {
    run = db.transaction((given: () => unknown) => given());
    running.set(db, run);
  }
  return run.immediate(work) as T;
}

/** One per connection: the driver takes longer to make one than to begin and end a transaction. */
const running = new WeakMap<WriteDb, Database.Transaction<(work: () => unknown) => unknown>>();

/**
 * Runs work that writes little and often without waiting for the disk: what it writes outlives the end of this program, but
 * perhaps not a power cut. Not within a transaction.
 */
export function withoutSync<T>(db: WriteDb, work: () => T): T {
  db.pragma('synchronous = NORMAL');
  try {
    return work();
  } finally {
    db.pragma('synchronous = FULL');
  }
}
