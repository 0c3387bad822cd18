// The network of a page that is rendered: none of Chromium's. Every request of its session is answered here, by the library's
// fetcher or not at all; pictures, faces and films are not fetched, since only the markup is wanted.
import type { Session } from 'electron';
import type { Client } from '#contract/define.ts';
import type { RenderContract } from '#contract/render.ts';

export interface Traffic {
  /** Requests without an answer yet. */
  pending: number;
}

/**
 * SECURITY: a foreign page at its own address, which may run its scripts and nothing else: no dialog, form, popup, download,
 * frame, worker or plug-in.
 */
const POLICY = [
  'sandbox allow-scripts allow-same-origin',
  "frame-src 'none'",
  "worker-src 'none'",
  "object-src 'none'",
  "media-src 'none'",
  "font-src 'none'",
  "manifest-src 'none'",
].join('; ');

/** Of one dot. A picture that fails may take its place in the page with it. */
const DOT = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64');

type Page = Awaited<ReturnType<Client<RenderContract>['render.page']>>;

export function answerRequests(one: Session, page: Page, library: Client<RenderContract>): Traffic {
  const traffic: Traffic = { pending: 0 };
  const own = withoutFragment(page.url);
  const answer = async (request: Request): Promise<Response> => {
    if (request.method === 'OPTIONS')
      return new Response(null, { status: 204, headers: shared(request) });
    if (request.method !== 'GET')
      return new Response(null, { status: 405, headers: shared(request) });
    const url = withoutFragment(request.url);
    if (url === own) {
      return new Response(Buffer.from(page.bytes), {
        headers: { 'content-type': typeOf(page), 'content-security-policy': POLICY },
      });
    }
    if (request.headers.get('accept')?.startsWith('image/')) {
      return new Response(DOT, { headers: { ...shared(request), 'content-type': 'image/gif' } });
    }
    traffic.pending++;
    try {
      const found = await library['render.resource']({ url }, request.signal);
      const headers = { ...shared(request), 'content-type': typeOf(found) };
      return new Response(Buffer.from(found.bytes), { headers });
    } catch {
      // Why is the library's affair, and goes to no page.
      return new Response(null, { status: 404, headers: shared(request) });
    } finally {
      traffic.pending--;
    }
  };
  for (const scheme of ['http', 'https']) one.protocol.handle(scheme, answer);
  return traffic;
}

const withoutFragment = (url: string): string => url.replace(/#.*$/s, '');

const typeOf = ({ mediaType, charset }: Pick<Page, 'mediaType' | 'charset'>): string =>
  `${mediaType ?? 'application/octet-stream'}${charset ? `; charset=${charset}` : ''}`;

/** Without cookies and within public addresses there is nothing that one site must not read of another. */
function shared(request: Request): Record<string, string> {
  const origin = request.headers.get('origin');
  return {
    'access-control-allow-origin': origin ?? '*',
    'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '*',
    ...(origin && { 'access-control-allow-credentials': 'true' }),
  };
}
