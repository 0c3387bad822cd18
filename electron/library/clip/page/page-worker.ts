// The thread in which foreign HTML is taken apart. Runs in the parse process alone, never beside the database.
import { parentPort } from 'node:worker_threads';
import { PARSER_READY, pageContract } from '#contract/page.ts';
import { dispatcher, type Reply, type Request, serve, type Wire } from '#contract/rpc.ts';
import { readPage } from './read-page.ts';

if (!parentPort) throw new Error('page-worker.ts is a thread entry, not a module.');
const port = parentPort;

const wire: Wire<Reply, Request> = {
  send: (message) => port.postMessage(message),
  onMessage: (listener) => void port.on('message', listener),
  onClose: (listener) => void port.on('close', listener),
};

const tell = serve(dispatcher(pageContract, { 'page.read': readPage }), wire, (_name, error) =>
  tell({ bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
);

tell(PARSER_READY);
