// How commands come to the library: reading opens it beside whoever has it; writing owns it, or asks its owner.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import type { LibraryContract } from '#contract/library.ts';
import { connect } from '#contract/rpc.ts';
import { type LibraryClient, localClient } from '../local-client.ts';

/** An owner that has just started does not listen yet, and one that is going does not listen any more. */
const PATIENCE_MS = 3000;
/** For an owner that names no address: it may not have written it yet. */
const SHORT_PATIENCE_MS = 500;
const PAUSE_MS = 100;

/**
 * Reads, whoever else has the library open. Never makes one.
 * @throws LibraryError not_found where there is no library, and whatever `work` throws
 */
export async function readLibrary<T>(
  dir: string,
  work: (client: LibraryClient) => Promise<T>,
): Promise<T> {
  const { openReaderOnly } = await import('#library/open-reader.ts');
  const library = await openReaderOnly({ dir }).catch(withWayOut);
  try {
    return await work(localClient(library.dispatch));
  } finally {
    library.close();
  }
}

/** What is damaged so that it cannot be opened is not lost yet. */
function withWayOut(error: unknown): never {
  if (!(error instanceof LibraryError) || error.code !== 'library_damaged') throw error;
  throw new LibraryError(
    error.code,
    `${error.message} “lectern restore” brings back a backup, “lectern salvage” reads what can be read into a new library.`,
  );
}

/**
 * Writes: as the owner where nobody has the library open, else through the owner's socket.
 * @param create make the library where there is none
 * @param orRead what is asked for can be had of a library that nobody may write to as well
 * @throws LibraryError not_found where there is none and none is to be made; library_busy where its owner does not answer
 */
export async function writeLibrary<T>(
  dir: string,
  { create, orRead = false }: { readonly create: boolean; readonly orRead?: boolean },
  work: (client: LibraryClient, onEvent: Access['onEvent']) => Promise<T>,
): Promise<T> {
  if (!create && !existsSync(join(dir, 'library.sqlite'))) {
    throw new LibraryError('not_found', `There is no library in “${dir}”.`);
  }
  const begun = performance.now();
  for (;;) {
    const access = await openForWriting(dir, performance.now() - begun, orRead);
    if (access) {
      try {
        return await work(access.client, access.onEvent);
      } finally {
        await access.close();
      }
    }
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
}

interface Access {
  readonly client: LibraryClient;
  /** What the library says unasked. @returns how to stop listening */
  onEvent(this: void, listener: (event: unknown) => void): () => void;
  close(): void | Promise<void>;
}

/** Null where the owner does not answer, as long as that is worth waiting for. */
async function openForWriting(
  dir: string,
  waitedMs: number,
  orRead: boolean,
): Promise<Access | null> {
  const { ownLibrary } = await import('../owned-library.ts');
  let busy: LibraryError;
  try {
    const library = await ownLibrary(dir);
    return {
      client: localClient(library.dispatch),
      onEvent: (listener) => library.onEvent(listener),
      close: () => library.close(),
    };
  } catch (error) {
    if (!(error instanceof LibraryError)) throw error;
    if (error.code === 'read_only' && orRead) return openAsReader(dir);
    if (error.code !== 'library_busy') withWayOut(error);
    busy = error;
  }
  const { address } = busy.details;
  if (typeof address === 'string') {
    const throughOwner = await openThroughOwner(address);
    if (throughOwner) return throughOwner;
  }
  if (waitedMs > (address === undefined ? SHORT_PATIENCE_MS : PATIENCE_MS)) throw busy;
  return null;
}

async function openAsReader(dir: string): Promise<Access> {
  const { openReaderOnly } = await import('#library/open-reader.ts');
  const library = await openReaderOnly({ dir });
  return {
    client: localClient(library.dispatch),
    onEvent: (listener) => library.onEvent(listener),
    close: () => library.close(),
  };
}

async function openThroughOwner(address: string): Promise<Access | null> {
  const { openOwnerWire } = await import('../library-socket.ts');
  try {
    const { wire, close } = await openOwnerWire(address);
    return { ...connect<LibraryContract>(wire), close };
  } catch (error) {
    if (error instanceof LibraryError && error.code === 'library_busy') return null;
    throw error;
  }
}
