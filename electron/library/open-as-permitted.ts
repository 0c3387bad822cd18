// The front door for whoever shows a library: opened for reading and writing, or, where nobody may write, for reading.
import { LibraryError } from '#contract/errors.ts';
import { logged } from './call-log.ts';
import { type Library, type OpenLibraryOptions, openLibrary } from './open-library.ts';

export interface PermittedLibrary extends Library {
  /** Whether every command but an export is refused, since the folder cannot be written. */
  readonly readOnly: boolean;
}

/**
 * As `openLibrary`, and for a library on read-only media as `openReaderOnly`.
 * @throws LibraryError as those do; read_only where there is no library that could be read
 */
export async function openAsPermitted(
  options: Omit<OpenLibraryOptions, 'runsJobs'>,
): Promise<PermittedLibrary> {
  try {
    // Whoever shows a library stays, and so goes on with what waits to be clipped.
    return { ...(await openLibrary({ ...options, runsJobs: true })), readOnly: false };
  } catch (error) {
    if (!(error instanceof LibraryError) || error.code !== 'read_only') throw error;
    const { openReaderOnly } = await import('./open-reader.ts');
    const reader = await openReaderOnly(options).catch((failure: unknown) => {
      // Where there is nothing to read, that nothing can be made there is the news.
      throw failure instanceof LibraryError && failure.code === 'not_found' ? error : failure;
    });
    return {
      dispatch: logged(reader.dispatch, options.ports.log),
      isNew: false,
      readOnly: true,
      onEvent: (listener) => reader.onEvent(listener),
      close: async () => reader.close(),
    };
  }
}
