// A parse process whose page thread obeys orders. See naughty-worker.ts.
import { Worker } from 'node:worker_threads';
import type { Request } from '#contract/rpc.ts';
import { relayPages } from '#hosts/parse-relay.ts';

process.on('disconnect', () => process.exit(0));
relayPages(
  {
    send: (message) => void process.send?.(message),
    onMessage: (listener) => void process.on('message', (message) => listener(message as Request)),
    onClose: (listener) => void process.on('disconnect', listener),
  },
  (options) =>
    new Worker(new URL('./naughty-worker.ts', import.meta.url), {
      ...options,
      resourceLimits: { maxOldGenerationSizeMb: 128 },
    }),
);
