// Has pages rendered by a window of the desktop shell, one after the other: gives it the page and whatever its scripts fetch, by
// the library's own fetcher.
import { LibraryError } from '#contract/errors.ts';
import { dispatcher, type Reply, type Request, serve, type Wire } from '#contract/rpc.ts';
import type { Fetcher, PageRenderer, RenderRequest } from '#library/ports.ts';
import { isAllowedHost } from './fetch/allowed-hosts.ts';

export interface RendererOptions {
  /** A line to a window that renders one page. @throws Error where there is none to be had */
  open(): Promise<{ readonly wire: Wire<Reply, Request>; close(): void }>;
  readonly onBug: (name: string, error: unknown) => void;
}

/** One script, style sheet or answer. */
const MAX_RESOURCE_BYTES = 10 * 1024 * 1024;
/** Of one page: what asks for more is no page to be read. */
const MAX_RESOURCES = 400;
const MAX_BYTES = 60 * 1024 * 1024;

export function pageRenderer(options: RendererOptions): PageRenderer {
  let last: Promise<unknown> = Promise.resolve();
  return {
    render(request, fetcher, signal) {
      const rendered = last.then(() => renderOne(request, options, fetcher, signal));
      last = rendered.catch(() => undefined);
      return rendered;
    },
  };
}

async function renderOne(
  page: RenderRequest,
  { open, onBug }: RendererOptions,
  fetcher: Fetcher,
  signal: AbortSignal,
): Promise<string> {
  if (signal.aborted) throw cancelled();
  const { renderContract } = await import('#contract/render.ts');
  const line = await open().catch((error: unknown) => {
    throw new LibraryError('unreachable', 'There is no window for them.', {}, { cause: error });
  });
  try {
    return await new Promise<string>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(cancelled()), { once: true });
      line.wire.onClose(() => reject(gone()));
      const resource = resourcesOf(page, fetcher);
      const dispatch = dispatcher(renderContract, {
        'render.page': () => ({
          url: page.url,
          bytes: page.bytes,
          mediaType: 'text/html',
          charset: page.charset,
        }),
        'render.resource': ({ url }, itsSignal) =>
          resource(url, AbortSignal.any([signal, itsSignal])),
        'render.done': ({ html }) => resolve(html),
        'render.failed': ({ code, message }) => reject(new LibraryError(code, message)),
      });
      serve(dispatch, line.wire, onBug);
    });
  } finally {
    line.close();
  }
}

/** Private addresses are out of reach, but for the host of the page itself, where that is allowed. */
function resourcesOf({ url: pageUrl, allowHosts }: RenderRequest, fetcher: Fetcher) {
  const own = allowHosts.filter((host) => isAllowedHost(new URL(pageUrl), [host]));
  let [left, bytesLeft] = [MAX_RESOURCES, MAX_BYTES];
  return async (url: string, signal: AbortSignal) => {
    if (left-- <= 0 || bytesLeft <= 0) throw new LibraryError('too_large', 'That is enough.');
    const maxBytes = Math.min(MAX_RESOURCE_BYTES, bytesLeft);
    const request = { url, reason: 'script', accept: 'any', maxBytes, allowHosts: own } as const;
    const { bytes, mediaType, charset } = await fetcher.fetch(
      { ...request, referrer: pageUrl },
      signal,
    );
    bytesLeft -= bytes.byteLength;
    return { bytes, mediaType, charset };
  };
}

const cancelled = (): LibraryError => new LibraryError('cancelled', 'The clip was cancelled.');
const gone = (): LibraryError =>
  new LibraryError('host_gone', 'The window in which they ran is gone.');
