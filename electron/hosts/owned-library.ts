// Opens a library as its owner in plain Node, with everything that belongs to that: ports, and the socket for others.
import { type Library, openLibrary } from '#library/open-library.ts';
import { type LibrarySocket, listenForCallers, socketAddressFor } from './library-socket.ts';
import { nodePorts } from './node-ports.ts';

export interface OwnedLibrary extends Omit<Library, 'close'> {
  /** Waits for what others asked for through the socket, then closes the library. */
  close(): Promise<void>;
}

/**
 * @param open how, where reading alone is better than nothing
 * @throws LibraryError as openLibrary does: library_busy, library_too_new, library_damaged, read_only, …
 */
export async function ownLibrary(dir: string, open = openLibrary): Promise<OwnedLibrary> {
  const ports = nodePorts();
  try {
    const address = await socketAddressFor(dir);
    const library = await open({ dir, ports, address });
    const { dispatch, isNew } = library;
    const onBug = (name: string, error: unknown) => ports.log.error(name, error);
    let socket: LibrarySocket | null = null;
    try {
      socket = await listenForCallers({
        address,
        dispatch,
        onBug,
        onEvent: (listener) => library.onEvent(listener),
      });
    } catch (error) {
      // Some file systems hold no sockets. The library works; only other processes cannot write meanwhile.
      ports.log.error('no socket for other processes', error);
    }
    return {
      dispatch,
      isNew,
      onEvent: (listener) => library.onEvent(listener),
      async close() {
        try {
          await socket?.close();
          await library.close();
        } finally {
          ports.close();
        }
      },
    };
  } catch (error) {
    ports.close();
    throw error;
  }
}
