// The built window as files to serve. The folder is listed once: a name that was not there then is never opened, so no
// spelling of a path leads out of it.
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import {
  type FrameFiles,
  type PrintFiles,
  readFrameFiles,
  readPrintFiles,
} from '../frame-files.ts';
import { isMissing } from '../is-missing.ts';

export interface WindowFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  /** The build puts a hash into the names of these: their content never changes. */
  readonly isImmutable: boolean;
}

export interface WindowFiles {
  /** index.html as it was built. */
  readonly index: string;
  readonly frame: FrameFiles;
  readonly print: PrintFiles;
  /** @param path as in a URL: `/assets/index-1234.js`. Null where the build has no such file. */
  read(path: string): Promise<WindowFile | null>;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** @throws LibraryError not_found where the window was not built */
export async function openWindowFiles(rendererDir: string): Promise<WindowFiles> {
  try {
    const [index, frame, print, entries] = await Promise.all([
      readFile(join(rendererDir, 'index.html'), 'utf8'),
      readFrameFiles(rendererDir),
      readPrintFiles(rendererDir),
      readdir(rendererDir, { recursive: true, withFileTypes: true }),
    ]);
    const paths = new Map<string, string>();
    for (const entry of entries) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      paths.set(`/${relative(rendererDir, path).split(sep).join('/')}`, path);
    }
    return {
      index,
      frame,
      print,
      async read(urlPath) {
        const path = paths.get(urlPath);
        const mediaType = mediaTypes[extname(urlPath)];
        if (path === undefined || mediaType === undefined) return null;
        const bytes = await readFile(path);
        return { bytes, mediaType, isImmutable: urlPath.startsWith('/assets/') };
      },
    };
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new LibraryError(
      'not_found',
      'The window has not been built yet: run “npm run build” first.',
      {},
      { cause: error },
    );
  }
}
