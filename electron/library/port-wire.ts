// Calls over the port of a thread: a wire for rpc.ts on either end.
import type { Wire } from '#contract/rpc.ts';

/** What node's Worker, MessagePort and parentPort have in common. */
interface Port {
  postMessage(message: unknown): void;
  on(event: string, listener: (value: unknown) => void): unknown;
}

/** @param closing the event by which this port tells that the other side is gone */
export function portWire<Out, In>(port: Port, closing: 'close' | 'exit'): Wire<Out, In> {
  return {
    send: (message) => port.postMessage(message),
    // Both ends are ours: what comes in is what the other end's types let it send.
    onMessage: (listener) => void port.on('message', (message) => listener(message as In)),
    onClose: (listener) => void port.on(closing, () => listener()),
  };
}
