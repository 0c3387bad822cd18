// A reader thread: answers every query of the contract on a read-only connection of its own.
import { parentPort, workerData } from 'node:worker_threads';
import { serve } from '#contract/rpc.ts';
import { answeringWire } from './port-wire.ts';
import { queryAnswers } from './query-answers.ts';
import { type IndexDamage, type ReaderBug, ReaderData } from './reader-messages.ts';

if (!parentPort) throw new Error('reader-worker.ts runs in a worker thread only');
const { dir } = ReaderData.parse(workerData);

const answers = queryAnswers(dir, () => tell({ damaged: 'index' } satisfies IndexDamage));

const tell = serve(answers.dispatch, answeringWire(parentPort), (call, error) =>
  tell({ call, stack: stackOf(error) } satisfies ReaderBug),
);

// Nobody waits for it now; whoever searches first would.
await answers.prepare();

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
