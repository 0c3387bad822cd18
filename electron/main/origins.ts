// The two schemes that the app is made of, and who may be where.
import { app, protocol } from 'electron';

export const WINDOW_URL = 'app://lectern/';
export const ARTICLE_URL = 'article://a/';

/** `electron-vite dev` serves the window while it is being written; a packaged app knows no such place. */
export const devServer = (): string | null =>
  app.isPackaged ? null : (process.env.ELECTRON_RENDERER_URL ?? null);

export const windowUrl = (): string => devServer() ?? WINDOW_URL;
export const captureUrl = (): string => new URL('capture.html', windowUrl()).href;

/** Must run before the app is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    // SECURITY: standard and secure, so that each has an origin of its own; neither may bypass a policy.
    // codeCache: the window's megabyte of script is compiled once, not at every start.
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
    // corsEnabled: an article's frame has an opaque origin, and a font from another origin needs CORS.
    // supportFetchAPI: the script that draws a PDF fetches it; all other documents of the scheme may connect to nothing.
    {
      scheme: 'article',
      privileges: { standard: true, secure: true, corsEnabled: true, supportFetchAPI: true },
    },
  ]);
}

/** Scheme and host, for comparing. URL.origin is "null" for schemes of one's own outside Chromium. */
export function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol: scheme, host } = new URL(address);
  return `${scheme}//${host}`;
}

export const isWindow = (address: string) => originOf(address) === originOf(windowUrl());
export const isArticle = (address: string) => originOf(address) === originOf(ARTICLE_URL);
