// The library inside Electron: a utilityProcess that opens one library and serves its contract on every port it is given.
// The desktop shell forks it, ends it and starts it again; electron-ports.ts says what the two say to each other.
import type { MessagePortMain } from 'electron';
import { LibraryError, toWire } from '#contract/errors.ts';
import { serve } from '#contract/rpc.ts';
import { openAsPermitted } from '#library/open-as-permitted.ts';
import type { Library } from '#library/open-library.ts';
import createBackup from '../library/backups/backup-worker.ts?nodeWorker';
import createReader from '../library/reader-worker.ts?nodeWorker';
import {
  clientWire,
  type FromLibraryProcess,
  serverWire,
  type ToLibraryProcess,
} from './electron-ports.ts';
import { createFetcher } from './fetcher.ts';
import { type LibrarySocket, listenForCallers, socketAddressFor } from './library-socket.ts';
import { pageRenderer } from './page-renderer.ts';
import { parserPool } from './parser-pool.ts';
import { processLog } from './process-log.ts';
import { watchFolder } from './watch-folder.ts';
import { welcomeFirst } from './welcome.ts';

/** How long windows may take to go before the library closes: their last calls are on the way until then. */
const WINDOWS_GONE_MS = 1000;

const tell = (message: FromLibraryProcess) => process.parentPort.postMessage(message);

const log = processLog();
const onBug = (name: string, error: unknown) => log.error(`${name}: bug`, error);

interface Asked {
  give(port: MessagePortMain): void;
  refuse(reason: string): void;
}
const asked = new Map<number, Asked>();
let lastParser = 0;
const askedToRender = new Map<number, Asked>();
let lastRendering = 0;

const renderer = pageRenderer({
  onBug,
  open: () =>
    new Promise((resolve, reject) => {
      const number = ++lastRendering;
      askedToRender.set(number, {
        give: (port) => resolve({ wire: serverWire(port), close: () => port.close() }),
        refuse: (reason) => reject(new Error(`no window: ${reason}`)),
      });
      tell({ kind: 'render', rendering: number });
    }),
});

const parser = parserPool({
  log,
  spawn: () =>
    new Promise((resolve, reject) => {
      const number = ++lastParser;
      asked.set(number, {
        give: (port) =>
          resolve({
            wire: clientWire(port),
            kill: () => tell({ kind: 'kill-parser', parser: number }),
          }),
        refuse: (reason) => reject(new Error(`no parse process: ${reason}`)),
      });
      tell({ kind: 'spawn-parser', parser: number });
    }),
});

const windows = new Set<MessagePortMain>();
let socket: LibrarySocket | null = null;

async function open(dir: string, mustExist: boolean): Promise<Library | null> {
  try {
    const address = await socketAddressFor(dir);
    const opened = await openAsPermitted({
      dir,
      address,
      mustExist,
      onLost,
      ports: {
        clock: { now: Date.now },
        log,
        fetcher: createFetcher(),
        parser,
        originals: parser.originals,
        renderer,
        watchFolder,
        spawnReader: createReader,
        spawnBackup: createBackup,
      },
    });
    const { dispatch, isNew } = opened;
    const library = isNew ? { ...opened, dispatch: welcomeFirst(dispatch, log) } : opened;
    // Callers come in order to write.
    if (!library.readOnly) socket = await listen(library, address);
    tell({ kind: 'ready' });
    return library;
  } catch (error) {
    if (!(error instanceof LibraryError)) log.error('library: could not be opened', error);
    const { code, message } = toWire(error);
    tell({ kind: 'failed', problem: { code, message } });
    return null;
  }
}

/** The shell starts another, which opens what is there then, for reading at least, or says what keeps it from that. */
function onLost(): void {
  log.warn('library: its folder is not there any more, or nothing can be written to it');
  process.exit(1);
}

/** A library whose socket cannot be made is whole; only the command line cannot write while the app is open. */
async function listen(library: Library, address: string): Promise<LibrarySocket | null> {
  const { dispatch } = library;
  const onEvent = (listener: (event: unknown) => void) => library.onEvent(listener);
  try {
    return await listenForCallers({ address, dispatch, onBug, onEvent });
  } catch (error) {
    log.warn(`library: no socket for the command line: ${String(error)}`);
    return null;
  }
}

function serveOn(library: Library, port: MessagePortMain): void {
  const wire = serverWire(port);
  const send = serve(library.dispatch, wire, onBug);
  const stop = library.onEvent(send);
  windows.add(port);
  wire.onClose(() => {
    stop();
    windows.delete(port);
  });
}

async function close(library: Library | null): Promise<void> {
  const until = Date.now() + WINDOWS_GONE_MS;
  while (windows.size > 0 && Date.now() < until) await new Promise((next) => setTimeout(next, 10));
  await socket?.close();
  await library?.close();
  parser.close();
  process.exit(0);
}

const opening = open(process.argv[2] ?? '', process.argv[3] === 'must-exist');

process.parentPort.on('message', ({ data, ports: [port] }) => {
  const message = data as ToLibraryProcess;
  switch (message.kind) {
    case 'serve':
      void opening.then((library) => library && port && serveOn(library, port));
      break;
    case 'parser':
      if (port) asked.get(message.parser)?.give(port);
      asked.delete(message.parser);
      break;
    case 'no-parser':
      asked.get(message.parser)?.refuse(message.reason);
      asked.delete(message.parser);
      break;
    case 'rendering':
      if (port) askedToRender.get(message.rendering)?.give(port);
      askedToRender.delete(message.rendering);
      break;
    case 'no-rendering':
      askedToRender.get(message.rendering)?.refuse(message.reason);
      askedToRender.delete(message.rendering);
      break;
    case 'close':
      void opening.then(close);
      break;
  }
});
