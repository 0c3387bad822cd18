// Electron's message ports as wires of the contract, and what the desktop shell and the library process say to each
// other. Ports are described by their shape here: this file is also read where electron cannot be imported.

import type { Reply, Request, Wire } from '#contract/rpc.ts';
import type { SentRequest } from '#contract/types/network.ts';
import type { Problem } from '#contract/types/problem.ts';

/** What MessagePortMain, and parentPort's ports, have in common. */
export interface MessagePortLike {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
}

/** From the shell to the library process, each with one port in its transfer list unless it says otherwise. */
export type ToLibraryProcess =
  /** Serve the library's contract on the port. */
  | { readonly kind: 'serve' }
  /** The parse process that was asked for: speak to it on the port. */
  | { readonly kind: 'parser'; readonly parser: number }
  /** No port. The parse process that was asked for cannot be had. */
  | { readonly kind: 'no-parser'; readonly parser: number; readonly reason: string }
  /** The window that was asked for: it asks what to render, and says what came of it, on the port. */
  | { readonly kind: 'rendering'; readonly rendering: number }
  /** No port. The window that was asked for cannot be had. */
  | { readonly kind: 'no-rendering'; readonly rendering: number; readonly reason: string }
  /** No port. Finish what runs, close the library, end. */
  | { readonly kind: 'close' };

/** From the library process to the shell. */
export type FromLibraryProcess =
  | { readonly kind: 'ready' }
  /** The library cannot be opened, and trying at once again would not help. The shell ends the process. */
  | { readonly kind: 'failed'; readonly problem: Problem }
  /** Only the shell can fork a utilityProcess. `parser` is a number the library has not used before. */
  | { readonly kind: 'spawn-parser'; readonly parser: number }
  | { readonly kind: 'kill-parser'; readonly parser: number }
  /** Only the shell has windows. `rendering` is a number the library has not used before. */
  | { readonly kind: 'render'; readonly rendering: number };

/** From the shell to the process through which the capture window reaches the web. */
export type ToCaptureProcess =
  /** Asked once, and by message: whatever stands on a command line, everybody on the machine can read. */
  | { readonly kind: 'listen'; readonly password: string }
  /** Private hosts that may be reached from now on, and whether any. */
  | { readonly kind: 'allow'; readonly allowHosts: readonly string[]; readonly isOn: boolean }
  /** Tell what there is to tell, and end. */
  | { readonly kind: 'close' };

export type FromCaptureProcess =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'failed'; readonly host: string; readonly problem: Problem }
  /** Connections that are over. */
  | { readonly kind: 'used'; readonly requests: readonly SentRequest[] };

/** The asking end of a port. */
export function clientWire(port: MessagePortLike): Wire<Request, Reply> {
  return portWire(port, isReply);
}

/** The answering end of a port. What is no call is dropped: the other side may be a window that was taken over. */
export function serverWire(port: MessagePortLike): Wire<Reply, Request> {
  return portWire(port, isRequest);
}

function portWire<Out, In>(
  port: MessagePortLike,
  isIn: (data: unknown) => data is In,
): Wire<Out, In> {
  return {
    send: (message) => port.postMessage(message),
    onMessage(listener) {
      port.on('message', ({ data }) => {
        if (isIn(data)) listener(data);
      });
      port.start();
    },
    onClose: (listener) => void port.on('close', listener),
  };
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

function isRequest(data: unknown): data is Request {
  if (!isFields(data)) return false;
  if (typeof data.cancel === 'number') return true;
  return typeof data.id === 'number' && typeof data.name === 'string';
}

function isReply(data: unknown): data is Reply {
  if (!isFields(data)) return false;
  return 'event' in data || (typeof data.id === 'number' && typeof data.ok === 'boolean');
}
