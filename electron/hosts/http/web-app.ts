// The routes of the web host. protocol.ts says what they answer; headers.ts what every answer carries.
import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { LibraryError } from '#contract/errors.ts';
import type { Library } from '#library/open-library.ts';
import { localClient } from '../local-client.ts';
import { eventStreams } from './events-route.ts';
import { exportResponse } from './export-route.ts';
import {
  articleResponse,
  assetResponse,
  fontResponse,
  frameBases,
  leftOutResponse,
  originalResponse,
  pagesResponse,
  pdfResponse,
  printResponse,
  tableResponse,
} from './frame-routes.ts';
import { checkFetchSite, checkHost, checkOrigin, ownOrigin } from './guard.ts';
import { type ResponseKind, seal } from './headers.ts';
import type { HostSession } from './protocol.ts';
import { noToken, notFound, Refusal, refusalResponse } from './refusal.ts';
import { answerCall } from './rpc-route.ts';
import { cookieHeader, hasCookie, isSecret, type Session } from './session.ts';
import type { WindowFiles } from './window-files.ts';
import { windowPage } from './window-page.ts';

export interface WebAppOptions {
  readonly library: Pick<Library, 'dispatch' | 'onEvent'>;
  readonly libraryDir: string;
  readonly files: WindowFiles;
  readonly session: Session;
  readonly port: number;
  readonly onBug: (name: string, error: unknown) => void;
}

export interface WebApp {
  fetch(request: Request): Promise<Response>;
  /** Refuses new calls, waits for those that run, ends the event streams. */
  drain(): Promise<void>;
}

type Env = { Variables: { kind: ResponseKind } };

export function createWebApp(options: WebAppOptions): WebApp {
  const { files, session, port, library, onBug } = options;
  const client = localClient(library.dispatch);
  const events = eventStreams((listener) => library.onEvent(listener));
  const running = new Set<Promise<unknown>>();
  let draining = false;
  const app = new Hono<Env>();

  app.use(async (c, next) => {
    c.set('kind', { kind: 'other' });
    await next();
    seal(c.res, c.get('kind'));
  });
  app.use(async (c, next) => {
    checkHost(c.req.raw, port);
    await next();
  });

  // The article frame: the capability in the path is what lets it in.
  for (const route of [
    '/:room{article|asset|font|left-out|original|pages|pdf}/:capability/:name',
    '/table/:capability/:folder/:file',
  ]) {
    app.use(route, async (c, next) => {
      if (!isSecret(c.req.param('capability') ?? '', session.capability)) throw notFound();
      await next();
    });
  }
  app.get('/article/:capability/:uid', (c) => {
    const origin = ownOrigin(c.req.raw);
    c.set('kind', { kind: 'article', origin });
    const page = { uid: c.req.param('uid'), origin, capability: session.capability };
    return articleResponse(client, files.frame, page, c.req.raw.signal);
  });
  app.get('/asset/:capability/:name', (c) => {
    const name = c.req.param('name');
    c.set('kind', { kind: name.endsWith('.svg') ? 'svg' : 'picture' });
    return assetResponse(options.libraryDir, name);
  });
  app.get('/font/:capability/:name', (c) => {
    c.set('kind', { kind: 'font' });
    return fontResponse(files, c.req.param('name'));
  });

  app.get('/pages/:capability/:uid', (c) => {
    const origin = ownOrigin(c.req.raw);
    c.set('kind', { kind: 'article', origin });
    const page = { uid: c.req.param('uid'), origin, capability: session.capability };
    return pagesResponse(client, files, page, c.req.raw.signal);
  });
  app.get('/original/:capability/:uid', (c) => {
    const origin = ownOrigin(c.req.raw);
    c.set('kind', { kind: 'article', origin });
    const page = { uid: c.req.param('uid'), origin, capability: session.capability };
    return originalResponse(client, page, new URL(c.req.url).searchParams, c.req.raw.signal);
  });
  app.get('/left-out/:capability/:uid', (c) => {
    const origin = ownOrigin(c.req.raw);
    c.set('kind', { kind: 'article', origin });
    const page = { uid: c.req.param('uid'), origin, capability: session.capability };
    return leftOutResponse(client, files, page, c.req.raw.signal);
  });
  app.get('/pdf/:capability/:uid', (c) => {
    c.set('kind', { kind: 'data' });
    return pdfResponse(client, options.libraryDir, c.req.param('uid'), c.req.raw.signal);
  });
  app.get('/table/:capability/:folder/:file', (c) => {
    c.set('kind', { kind: 'data' });
    return tableResponse(`${c.req.param('folder')}/${c.req.param('file')}`);
  });

  // The window: everything from here on needs the cookie, and must not be asked for by another site.
  app.use(async (c, next) => {
    const request = c.req.raw;
    checkFetchSite(request);
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') checkOrigin(request, { required: true });
    const token = c.req.query('token');
    const isIn = hasCookie(request.headers.get('cookie'), port, session);
    if (c.req.path === '/' && token !== undefined && (isIn || isSecret(token, session.token))) {
      // The token leaves the address bar, and with it the history.
      c.header('set-cookie', cookieHeader(port, session));
      return c.redirect('/', 303);
    }
    if (!isIn) throw noToken();
    return next();
  });
  app.post('/rpc', async (c) => {
    if (draining) throw new Refusal(503, 'host_gone', 'Lectern is closing.');
    const call = answerCall(c.req.raw, library.dispatch, onBug);
    running.add(call);
    try {
      return await call;
    } finally {
      running.delete(call);
    }
  });
  app.get('/rpc', () => {
    throw notFound();
  });
  app.get('/events', (c) => {
    // HEAD comes here, too, and would never let go of its stream.
    if (c.req.raw.method !== 'GET') throw notFound();
    return events.open();
  });
  app.get('/print/:uid', (c) => {
    c.set('kind', { kind: 'print' });
    const origin = ownOrigin(c.req.raw);
    const page = { uid: c.req.param('uid'), origin, capability: session.capability };
    return printResponse(client, files.print, page, c.req.raw.signal);
  });
  app.get('/export/:name', (c) => exportResponse(options.libraryDir, c.req.param('name')));
  app.get('*', async (c) => {
    const { path } = c.req;
    const file = path === '/index.html' ? null : await files.read(path);
    if (file) {
      return new Response(file.bytes, {
        headers: {
          'content-type': file.mediaType,
          'cache-control': file.isImmutable ? 'private, max-age=31536000, immutable' : 'no-cache',
        },
      });
    }
    if (path.startsWith('/assets/') || path.startsWith('/frame/')) throw notFound();
    const nonce = randomBytes(16).toString('base64url');
    c.set('kind', { kind: 'window', nonce });
    const { articleBase, assetBase, pagesBase, originalBase, leftOutBase } = frameBases(
      session.capability,
    );
    const host: HostSession = { articleBase, assetBase, pagesBase, originalBase, leftOutBase };
    return c.html(
      windowPage(files.index, { 'lectern-host': JSON.stringify(host), 'csp-nonce': nonce }),
    );
  });

  app.notFound((c) => refusalResponse(notFound(), wantsJson(c.req.path)));
  app.onError((error, c) => {
    const refusal = toRefusal(error);
    if (!(error instanceof LibraryError)) onBug(c.req.path.split('/')[1] ?? '', error);
    return refusalResponse(refusal, wantsJson(c.req.path));
  });

  return {
    fetch: async (request) => app.fetch(request),
    async drain() {
      draining = true;
      await Promise.allSettled(running);
      events.close();
    },
  };
}

const wantsJson = (path: string) => path === '/rpc' || path === '/events';

/** For requests that are no calls, such as those of the frame, the status says what the code says in a reply. */
function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof LibraryError && error.code === 'not_found') {
    return new Refusal(404, error.code, error.message);
  }
  return new Refusal(503, 'bug', 'Lectern could not answer that. Nothing was changed.');
}
