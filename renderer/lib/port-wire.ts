// A wire over a MessagePort that the desktop shell handed over.
import type { Reply, Request, Wire } from '#contract/rpc.ts';

/** Nothing is ever put into a transfer list: a message with a transferred buffer arrives as null, silently. */
export function portWire(port: MessagePort): Wire<Request, Reply> {
  return {
    send: (message) => port.postMessage(message),
    onMessage(listener) {
      port.addEventListener('message', (event) => listener(event.data as Reply));
      port.start();
    },
    onClose: (listener) => port.addEventListener('close', listener, { once: true }),
  };
}
