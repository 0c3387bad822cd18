// A wire over HTTP, for a window in a browser. electron/hosts/http/protocol.ts describes the other side.
import i18next from 'i18next';
import type { WireError } from '#contract/errors.ts';
import type { Reply, Request, Wire } from '#contract/rpc.ts';

const gone = (): WireError => ({
  code: 'host_gone',
  message: i18next.t('web.gone'),
  details: {},
});

const tooLarge = (): WireError => ({
  code: 'too_large',
  message: i18next.t('web.tooLarge'),
  details: {},
});

/** Browsers let 64 kB of requests outlive their page. */
const MAX_KEPT_ALIVE = 8192;

/** One POST per call; events come apart, see http-link.ts. Such a wire never closes: each call may find the host again. */
export function httpWire(): Wire<Request, Reply> {
  const listeners = new Set<(reply: Reply) => void>();
  const running = new Map<number, AbortController>();
  const answer = (reply: Reply) => {
    for (const listener of listeners) listener(reply);
  };

  const call = async (id: number, name: string, input: unknown) => {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const body = await bodyOf(name, input);
      if (body === null) {
        answer({ id, ok: false, error: tooLarge() });
        return;
      }
      const response = await fetch('/rpc', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        // So that the last place of reading still arrives when the tab is closed.
        keepalive: body.length <= MAX_KEPT_ALIVE,
        signal: controller.signal,
      });
      answer({ id, ...((await response.json()) as Outcome) });
    } catch {
      // Network error, or an answer that is no JSON: either way nobody of ours is there. After an abort nobody listens.
      answer({ id, ok: false, error: gone() });
    } finally {
      running.delete(id);
    }
  };

  return {
    send(message) {
      if ('cancel' in message) running.get(message.cancel)?.abort();
      else void call(message.id, message.name, message.input);
    },
    onMessage: (listener) => void listeners.add(listener),
    onClose: () => undefined,
  };
}

type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: WireError };

/** @returns null where no string is long enough to hold it */
async function bodyOf(name: string, input: unknown): Promise<string | null> {
  try {
    return JSON.stringify({ name, input: await withBytes(input) });
  } catch {
    return null;
  }
}

/** Replaces every Uint8Array by `{ $bytes: base64 }`. */
async function withBytes(value: unknown): Promise<unknown> {
  if (value instanceof Uint8Array) return { $bytes: await base64(value) };
  if (Array.isArray(value)) return Promise.all(value.map(withBytes));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(async ([key, one]) => [key, await withBytes(one)]);
  return Object.fromEntries(await Promise.all(entries));
}

/** By FileReader, which encodes outside this thread: a file may have 200 MB. */
function base64(bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const url = reader.result as string; // readAsDataURL gives nothing else
      resolve(url.slice(url.indexOf(',') + 1));
    });
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')));
    reader.readAsDataURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  });
}
