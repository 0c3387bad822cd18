// The owner's door for other processes of the same person: a socket only that person may open, speaking the contract in
// lines of JSON. The command line forwards its writes through it while the app has the library open.
import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { connect as connectSocket, createServer, type Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import { type Dispatch, type Reply, type Request, serve, type Wire } from '#contract/rpc.ts';
import { decodeMessage, encodeMessage } from './json-message.ts';

/** Socket paths end at 104 bytes on macOS and at 108 on Linux; longer ones are cut without an error. */
const MAX_SOCKET_PATH_BYTES = 100;

/** As long as the longest call, a page from a slow site with its pictures, may need when the owner closes. */
const DRAIN_MS = 10_000;

/** A file of 200 MB as base64, and what stands around it. */
const MAX_LINE_BYTES = 280 * 1024 * 1024;

/**
 * Where the owner of this library is to listen; give it to `openLibrary` as its address before listening.
 * Within the library folder, unless its path is too long for a socket, or the system is Windows.
 */
export async function socketAddressFor(dir: string): Promise<string> {
  if (process.platform === 'win32') {
    return `\\\\.\\pipe\\lectern-${randomBytes(16).toString('hex')}`;
  }
  const inside = join(resolve(dir), 'owner.sock');
  if (Buffer.byteLength(inside) <= MAX_SOCKET_PATH_BYTES) return inside;
  const name = createHash('sha256').update(resolve(dir)).digest('hex').slice(0, 16);
  const folder = join(tmpdir(), `lectern-${userInfo().uid}-${name}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Refused where somebody else made it first.
  await chmod(folder, 0o700);
  return join(folder, 'owner.sock');
}

export interface LibrarySocket {
  /** No new callers; waits for the calls that are running, then hangs up. */
  close(): Promise<void>;
}

/**
 * Listens at an address for callers of a library that this process owns. Whatever an owner before left there is removed.
 * @param onBug told of every error that is no LibraryError, with the call's name
 */
export async function listenForCallers(options: {
  readonly address: string;
  readonly dispatch: Dispatch;
  readonly onBug: (name: string, error: unknown) => void;
  /** What callers are told unasked. @returns how to stop listening */
  readonly onEvent?: (listener: (event: unknown) => void) => () => void;
}): Promise<LibrarySocket> {
  const { address, onBug } = options;
  const sockets = new Set<Socket>();
  const running = new Set<Promise<unknown>>();

  const dispatch: Dispatch = async (name, input, signal) => {
    const call = options.dispatch(name, input, signal);
    running.add(call);
    try {
      return await call;
    } finally {
      running.delete(call);
    }
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    const tell = serve(dispatch, socketWire<Reply, Request>(socket), onBug);
    const stop = options.onEvent?.(tell);
    if (stop) socket.on('close', stop);
  });

  const isFile = process.platform !== 'win32';
  if (isFile) await rm(address, { force: true });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    // The file is made while `listen` runs, so nobody else can open it between its making and a chmod.
    const before = isFile ? process.umask(0o177) : 0;
    server.listen(address, () => {
      server.off('error', failed);
      done();
    });
    if (isFile) process.umask(before);
  });

  return {
    async close() {
      const closed = new Promise((done) => server.close(done));
      await Promise.race([Promise.allSettled(running), delay(DRAIN_MS)]);
      // The last replies are written in the turns right after their calls settled.
      await new Promise(setImmediate);
      for (const socket of sockets) socket.destroySoon();
      await closed;
    },
  };
}

/**
 * The caller's end of an owner's socket; give it to `connect()`.
 * @throws LibraryError library_busy where nobody answers there: the library is owned, but not by someone who can be asked
 */
export async function openOwnerWire(
  address: string,
): Promise<{ wire: Wire<Request, Reply>; close(): void }> {
  const socket = connectSocket(address);
  await new Promise<void>((done, failed) => {
    socket.once('connect', done);
    socket.once('error', (error) =>
      failed(
        new LibraryError(
          'library_busy',
          'Another program has the library open and does not answer.',
          {},
          { cause: error },
        ),
      ),
    );
  });
  return { wire: socketWire(socket), close: () => void socket.end() };
}

/** Lines of JSON over a stream. A line that is none of ours, or that never ends, hangs up. */
function socketWire<Out, In>(socket: Socket): Wire<Out, In> {
  const messageListeners: ((message: In) => void)[] = [];
  let pending: Buffer[] = [];
  let pendingBytes = 0;

  const receive = (line: Buffer) => {
    let message: unknown;
    try {
      message = decodeMessage(line.toString('utf8'));
      if (!isMessage(message)) throw new TypeError('neither request nor reply');
    } catch (error) {
      socket.destroy(error instanceof Error ? error : undefined);
      return;
    }
    for (const listener of messageListeners) listener(message as In);
  };

  socket.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      pending.push(chunk.subarray(from, end));
      const line = Buffer.concat(pending);
      pending = [];
      pendingBytes = 0;
      from = end + 1;
      receive(line);
    }
    pending.push(chunk.subarray(from));
    pendingBytes += chunk.length - from;
    if (pendingBytes > MAX_LINE_BYTES) socket.destroy(new RangeError('endless line'));
  });
  // An error is followed by `close`, which is all that a wire tells.
  socket.on('error', () => undefined);

  return {
    send: (message) => {
      if (socket.writable) socket.write(`${encodeMessage(message)}\n`);
    },
    onMessage: (listener) => void messageListeners.push(listener),
    onClose: (listener) => void socket.once('close', listener),
  };
}

const isMessage = (message: unknown) =>
  typeof message === 'object' &&
  message !== null &&
  ('id' in message || 'cancel' in message || 'event' in message);

const delay = (ms: number) => new Promise((done) => setTimeout(done, ms).unref());
