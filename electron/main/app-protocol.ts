// app://lectern/ : the built window, out/renderer.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { protocol } from 'electron';
import { windowPage } from '#hosts/http/window-files.ts';
import type { Logger } from '#library/ports.ts';
import { rendererDir } from './built-files.ts';
import { WINDOW_URL } from './origins.ts';
import { windowPath } from './scheme-paths.ts';
import { FOREVER, refuse, respond, respondWithFile } from './scheme-response.ts';

/** SECURITY: own files only, frames of articles only, no connection anywhere. The nonce is for react-aria's one style. */
export const windowPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' article:",
    "font-src 'self'",
    'frame-src article:',
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** SECURITY: of the bar of the capture window, which has not even articles to show. */
export const barPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

export function serveWindow(log: Logger): void {
  protocol.handle('app', async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      log.error('app scheme: a file of the window could not be served', error);
      return refuse(503, 'This part of Lectern could not be read.');
    }
  });
}

async function answer(request: Request): Promise<Response> {
  const { host, pathname } = new URL(request.url);
  if (host !== new URL(WINDOW_URL).host) return refuse(404, 'There is nothing here.');
  if (request.method !== 'GET') return refuse(405, 'This can only be read.');

  const path = windowPath(pathname);
  if (!path) return refuse(404, 'There is nothing here.');
  if (path.kind === 'page') return page('index.html', windowPolicy);
  if (path.kind === 'capture') return page('capture.html', barPolicy);
  return respondWithFile(join(rendererDir, 'assets', path.file), {
    'content-type': path.mediaType,
    'cache-control': FOREVER,
  });
}

async function page(file: string, policy: (nonce: string) => string): Promise<Response> {
  const nonce = randomBytes(16).toString('base64url');
  const html = await readFile(join(rendererDir, file), 'utf8');
  return respond(200, windowPage(html, { 'csp-nonce': nonce }), {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy(nonce),
  });
}
