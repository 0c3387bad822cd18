// Where the tables lie that pdfjs needs for fonts that a PDF names without bringing them along.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import type { PageWorkerData } from '#library/clip/page/page-worker.ts';

/** In the sources: in the package itself. */
export const tablesInPackage = (): string =>
  `${dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))}/`;

/** In the build, which copies them: beside the folder of the file that asks. */
export const tablesInBuild = (folder: string): string => `${dirname(folder)}/pdf/`;

/** Folder and file of a table, each a bare name: for a host that serves them. */
const TABLE = /^(?:cmaps|standard_fonts|wasm)\/[A-Za-z0-9][A-Za-z0-9._-]{0,80}$/;
export const isTable = (path: string): boolean => TABLE.test(path);

/** Wasm is compiled as it comes only under its own name. */
export const tableType = (path: string): string =>
  path.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';

export const pageWorkerData = (pdfTables: string): PageWorkerData => ({ pdfTables });

const unpack = promisify(brotliDecompress);

/** For a host that serves it, as the parse process reads it: packed in a build, as it is in the package. @throws Error ENOENT */
export async function readTable(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await readFile(`${path}.br`).catch(() => null);
  return new Uint8Array(packed ? await unpack(packed) : await readFile(path));
}
