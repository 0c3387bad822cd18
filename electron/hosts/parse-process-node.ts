// The parse process outside Electron: forked by the command line, the web host and the tests.
import { Worker } from 'node:worker_threads';
import type { Reply, Request, Wire } from '#contract/rpc.ts';
import { relayPages } from './parse-relay.ts';
import { pageWorkerData, tablesInPackage } from './pdf-tables.ts';
import { builtPdfTables, entryFile } from './program-files.ts';

const ipc: Wire<Reply, Request> = {
  // A caller that is gone closes the channel; what is sent then has nobody to go to.
  send: (message) => void (process.connected && process.send?.(message)),
  onMessage: (listener) => void process.on('message', (message) => listener(message as Request)),
  onClose: (listener) => void process.on('disconnect', listener),
};

// The page thread may be busy for ever: without its caller this process has no reason to go on.
ipc.onClose(() => process.exit(0));

relayPages(
  ipc,
  (options) =>
    new Worker(entryFile('./node-page-worker.ts'), {
      ...options,
      workerData: pageWorkerData(builtPdfTables ?? tablesInPackage()),
    }),
);
