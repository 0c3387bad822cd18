// Stands in for a reader thread: answers with its number, hangs on articles.content, dies on articles.list.
import { env } from 'node:process';
import { parentPort } from 'node:worker_threads';
import type { Reply, Request } from '#contract/rpc.ts';

parentPort?.on('message', (request: Request) => {
  if ('cancel' in request || request.name === 'articles.content') return;
  if (request.name === 'articles.list') throw new Error('this thread is odd');
  const reply: Reply = { id: request.id, ok: true, value: env.NUMBER };
  parentPort?.postMessage(JSON.stringify(reply));
});
