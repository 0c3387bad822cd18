// app://lectern/ : the built window, out/renderer.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { protocol } from 'electron';
import { windowPage } from '#hosts/http/window-page.ts';
import { isMissing } from '#hosts/is-missing.ts';
import type { Logger } from '#library/ports.ts';
import { rendererDir } from './built-files.ts';
import { WINDOW_URL } from './origins.ts';
import { FOREVER, refuse, respond, type SchemeAnswer } from './scheme-response.ts';
import { windowPath } from './window-paths.ts';

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

/**
 * Not by protocol.handle, for which Node loads all of its fetch before the first file can be given out: a tenth of the time until the
 * window is there. Nothing here streams, and nothing is asked but for a name. Read at once: a file of the program is read sooner than a
 * thread is asked for it.
 */
export function serveWindow(log: Logger): void {
  protocol.registerBufferProtocol('app', ({ url, method }, give) => {
    const { status, body, headers } = answerSafely(url, method, log);
    give({ statusCode: status, headers: { ...headers }, data: bytesOf(body) });
  });
}

/** Of a file as they were read: the scripts of the window are a megabyte, which need not be copied. */
const bytesOf = (body: SchemeAnswer['body']): Buffer =>
  Buffer.isBuffer(body) ? body : Buffer.from(body ?? '');

function answerSafely(url: string, method: string, log: Logger): SchemeAnswer {
  try {
    return answer(url, method);
  } catch (error) {
    log.error('app scheme: a file of the window could not be served', error);
    return refuse(503, 'This part of Lectern could not be read.');
  }
}

function answer(url: string, method: string): SchemeAnswer {
  const { host, pathname } = new URL(url);
  if (host !== new URL(WINDOW_URL).host) return refuse(404, 'There is nothing here.');
  if (method !== 'GET') return refuse(405, 'This can only be read.');

  const path = windowPath(pathname);
  if (!path) return refuse(404, 'There is nothing here.');
  if (path.kind === 'page') return page('index.html', windowPolicy);
  if (path.kind === 'capture') return page('capture.html', barPolicy);
  return asset(path.file, path.mediaType);
}

function asset(file: string, mediaType: string): SchemeAnswer {
  try {
    return respond(200, readFileSync(join(rendererDir, 'assets', file)), {
      'content-type': mediaType,
      'cache-control': FOREVER,
    });
  } catch (error) {
    if (isMissing(error)) return refuse(404, 'There is nothing here.');
    throw error;
  }
}

function page(file: string, policy: (nonce: string) => string): SchemeAnswer {
  const nonce = randomBytes(16).toString('base64url');
  const html = readFileSync(join(rendererDir, file), 'utf8');
  return respond(200, windowPage(html, { 'csp-nonce': nonce }), {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy(nonce),
  });
}
