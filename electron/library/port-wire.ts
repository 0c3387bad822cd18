// Calls over the port of a reader thread: a wire for rpc.ts on either end. Replies go as text, which crosses in two thirds of the
// time that an object with a page of hits takes to be cloned; requests are small.
import type { MessagePort, Worker } from 'node:worker_threads';
import type { Reply, Request, Wire } from '#contract/rpc.ts';

/** Of the one who asks. */
export function askingWire(worker: Worker): Wire<Request, Reply> {
  return {
    send: (request) => worker.postMessage(request),
    // Both ends are ours: what comes in is what the other end's types let it send.
    onMessage: (listener) =>
      void worker.on('message', (text: string) => listener(JSON.parse(text) as Reply)),
    onClose: (listener) => void worker.on('exit', () => listener()),
  };
}

/** Of the thread. */
export function answeringWire(port: MessagePort): Wire<Reply, Request> {
  return {
    send: (reply) => port.postMessage(JSON.stringify(reply)),
    onMessage: (listener) => void port.on('message', (request: Request) => listener(request)),
    onClose: (listener) => void port.on('close', () => listener()),
  };
}
