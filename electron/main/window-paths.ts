// What the paths of app://lectern/ mean. No Electron here, so that a test can try every spelling.
// SECURITY: paths are matched whole and never decoded, and what reaches the file system is one bare name without a slash,
// a backslash or a leading dot. So no spelling leads out of its folder, on any system.

export type WindowPath =
  | { readonly kind: 'page' }
  /** The bar of the capture window. */
  | { readonly kind: 'capture' }
  /** A file of the window's assets. */
  | { readonly kind: 'file'; readonly file: string; readonly mediaType: string };

/** One bare name. */
export const FILE_NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

const mediaTypes: ReadonlyMap<string, string> = new Map([
  ['js', 'text/javascript; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['woff2', 'font/woff2'],
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
]);

/** `/assets/FILE`, `/capture.html`; any other path is a place inside the window, so that a reload there works. */
export function windowPath(pathname: string): WindowPath | null {
  if (pathname === '/capture.html') return { kind: 'capture' };
  if (!pathname.startsWith('/assets/')) return { kind: 'page' };
  const file = pathname.slice('/assets/'.length);
  const mediaType = mediaTypes.get(file.slice(file.lastIndexOf('.') + 1));
  return FILE_NAME.test(file) && mediaType ? { kind: 'file', file, mediaType } : null;
}
