// A page thread that does on demand what foreign pages do by accident: a text that begins with a word in capitals is an
// order. Everything else it reads as the real one does.
import { parentPort } from 'node:worker_threads';
import { PARSER_READY } from '#contract/parser-ready.ts';
import type { Reply, Request } from '#contract/rpc.ts';
import { readPage } from '#library/clip/page/read-page.ts';

const orders: Readonly<Record<string, () => void>> = {
  LOOP: () => {
    for (;;) Math.random();
  },
  HEAP: () => {
    const kept: string[][] = [];
    for (;;) kept.push(Array.from({ length: 1000 }, (_, at) => `${at}${Math.random()}`));
  },
  // What the engine does when a heap limit does not hold.
  ABORT: () => void process.kill(process.pid, 'SIGABRT'),
  EXIT: () => process.exit(3),
  THROW: () => {
    setImmediate(() => {
      throw new Error('out of the blue');
    });
  },
};

parentPort?.on('message', (request: Request) => {
  if ('cancel' in request) return;
  const input = request.input as Parameters<typeof readPage>[0];
  const order = orders[/^[A-Z]+/.exec(new TextDecoder().decode(input.bytes))?.[0] ?? ''];
  if (order) return order();
  const reply: Reply = { id: request.id, ok: true, value: readPage(input) };
  parentPort?.postMessage(reply);
});
parentPort?.postMessage({ event: PARSER_READY });
