// The thread in which foreign HTML is taken apart. Runs in the parse process alone, never beside the database.
import { parentPort, workerData } from 'node:worker_threads';
import { type PageInput, pageContract } from '#contract/page.ts';
import { PARSER_READY } from '#contract/parser-ready.ts';
import { dispatcher, type Reply, type Request, serve, type Wire } from '#contract/rpc.ts';
import { PDF_READING_MS } from '../limits.ts';
import { readOriginal } from './original/read-original.ts';
import { readAny } from './read-page.ts';

if (!parentPort) throw new Error('page-worker.ts is a thread entry, not a module.');
const port = parentPort;

/** Given to the thread when it starts, by the host that knows where its files are. */
export interface PageWorkerData {
  /** Folder with `cmaps/` and `standard_fonts/` of pdfjs, ending in a slash. */
  readonly pdfTables: string;
}
const { pdfTables } = workerData as PageWorkerData;

const wire: Wire<Reply, Request> = {
  send: (message) => port.postMessage(message),
  onMessage: (listener) => void port.on('message', listener),
  onClose: (listener) => void port.on('close', listener),
};

function read(input: PageInput) {
  const until = performance.now() + PDF_READING_MS;
  return readAny(input, { tables: pdfTables, isTimeUp: () => performance.now() > until });
}

const answers = { 'page.read': read, 'page.original': readOriginal };
const tell = serve(dispatcher(pageContract, answers), wire, (_name, error) =>
  tell({ bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
);

tell(PARSER_READY);
