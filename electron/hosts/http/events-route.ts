// GET /events: what the library says unasked, as server-sent events.
import { encodeMessage } from '../json-message.ts';
import { EVENTS_HEARTBEAT_MS, EVENTS_RETRY_MS } from './protocol.ts';

export interface EventStreams {
  /** A response that goes on until the browser leaves or `close` is called. */
  open(): Response;
  /** Ends all streams. */
  close(): void;
}

/** @param onEvent how to listen to the library; returns how to stop */
export function eventStreams(onEvent: (listener: (event: unknown) => void) => () => void) {
  const closers = new Set<() => void>();
  const open = () => {
    const encoder = new TextEncoder();
    let stop: () => void = () => undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const send = (text: string) => controller.enqueue(encoder.encode(`${text}\n\n`));
        send(`retry: ${EVENTS_RETRY_MS}\n: ready`);
        const beat = setInterval(() => send(': still here'), EVENTS_HEARTBEAT_MS).unref();
        const unsubscribe = onEvent((event) => send(`data: ${encodeMessage(event)}`));
        const end = () => {
          stop();
          controller.close();
        };
        stop = () => {
          clearInterval(beat);
          unsubscribe();
          closers.delete(end);
        };
        closers.add(end);
      },
      cancel: () => stop(),
    });
    return new Response(body, {
      headers: { 'content-type': 'text/event-stream; charset=utf-8' },
    });
  };
  return {
    open,
    close() {
      for (const end of closers) end();
    },
  } satisfies EventStreams;
}
