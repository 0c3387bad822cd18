// The world as the library gets it in plain Node: this machine's clock and network, parse processes by fork, and
// threads. What is costly to load is loaded when it is first needed.
import { Worker } from 'node:worker_threads';
import type { Fetcher, Logger, Ports } from '#library/ports.ts';
import { nodeLog } from './node-log.ts';
import type { ParserPool } from './parser-pool.ts';
import { entryFile } from './program-files.ts';
import { watchFolder } from './watch-folder.ts';

export interface NodePorts extends Ports {
  /** Ends the parse processes. Without it they keep this process alive until they have been idle for a while. */
  close(): void;
}

/** @param parsers how many parse processes there may be at once */
export function nodePorts({ parsers = 1 }: { readonly parsers?: number } = {}): NodePorts {
  const log = nodeLog(process.env);
  const parser = lazyParser(parsers, log);
  return {
    clock: { now: () => Date.now() },
    log,
    fetcher: lazyFetcher(),
    parser,
    originals: parser.originals,
    renderer: null,
    watchFolder,
    spawnReader: (options) => new Worker(entryFile('../library/reader-worker.ts'), options),
    spawnBackup: (options) => new Worker(entryFile('../library/backups/backup-worker.ts'), options),
    close: () => parser.close(),
  };
}

/** The HTTP client is large, and most calls need none. */
function lazyFetcher(): Fetcher {
  let loading: Promise<Fetcher> | undefined;
  return {
    async fetch(...asked) {
      loading ??= import('./fetcher.ts').then(({ createFetcher }) => createFetcher());
      return (await loading).fetch(...asked);
    },
  };
}

function lazyParser(size: number, log: Logger): ParserPool {
  let loading: Promise<ParserPool> | undefined;
  let pool: ParserPool | undefined;
  let closed = false;
  const load = async () => {
    const [{ parserPool }, { forkParser }] = await Promise.all([
      import('./parser-pool.ts'),
      import('./fork-parser.ts'),
    ]);
    pool = parserPool({ size, spawn: forkParser, log });
    if (closed) pool.close();
    return pool;
  };
  const loaded = () => {
    loading ??= load();
    return loading;
  };
  return {
    read: async (input, signal) => (await loaded()).read(input, signal),
    originals: {
      read: async (input, signal) => (await loaded()).originals.read(input, signal),
    },
    close() {
      closed = true;
      pool?.close();
    },
  };
}
