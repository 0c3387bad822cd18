// What every parse process does: hands calls on to a thread with a limited heap, and outlives that thread.
// The process is there because a heap limit does not always hold: then it is the process that ends, with nothing in it.
import type { Worker, WorkerOptions } from 'node:worker_threads';
import { LibraryError, toWire } from '#contract/errors.ts';
import type { Reply, Request, Wire } from '#contract/rpc.ts';
import { PARSE_HEAP_MB } from '#library/clip/limits.ts';

const WORKER_OPTIONS: WorkerOptions = {
  name: 'page',
  resourceLimits: { maxOldGenerationSizeMb: PARSE_HEAP_MB },
};

/**
 * @param wire to whoever has pages read
 * @param spawn starts the page thread: sources and bundles find it in different ways
 */
export function relayPages(
  wire: Wire<Reply, Request>,
  spawn: (options: WorkerOptions) => Worker,
): void {
  const waiting = new Set<number>();
  let worker: Worker | null = null;

  const failAll = (error: unknown) => {
    for (const id of waiting) wire.send({ id, ok: false, error: toWire(error) });
    waiting.clear();
  };

  function start(): Worker {
    const mine = spawn(WORKER_OPTIONS);
    mine.on('message', (reply: Reply) => {
      if ('id' in reply) waiting.delete(reply.id);
      wire.send(reply);
    });
    // Stays for good: a heap error that arrives while a thread is ending would otherwise end the process.
    mine.on('error', (error) => {
      if (worker === mine) worker = null;
      if (isHeapOverrun(error)) return failAll(tooLarge());
      wire.send({ event: { bug: error instanceof Error ? error.stack : String(error) } });
      failAll(error);
    });
    mine.on('exit', () => {
      if (worker !== mine) return;
      worker = null;
      failAll(new Error('The page thread ended by itself.'));
    });
    return mine;
  }

  wire.onMessage((request) => {
    if ('id' in request) waiting.add(request.id);
    worker ??= start();
    worker.postMessage(request);
  });
  // Before the first page comes: whoever sends it waits until the thread says that its modules are loaded.
  worker = start();
}

const isHeapOverrun = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

const tooLarge = (): LibraryError =>
  new LibraryError(
    'too_large',
    `Reading the page took more than ${PARSE_HEAP_MB} MB of memory, so it was given up.`,
  );
