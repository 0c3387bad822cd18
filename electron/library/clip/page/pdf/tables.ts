// How pdfjs gets at its tables: from a folder of ours. Left to itself it looks around for a window or for Node, and may
// take a process of Electron for either.
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

const FOLDERS: Readonly<Record<string, string>> = {
  cMapUrl: 'cmaps',
  standardFontDataUrl: 'standard_fonts',
};

interface Wanted {
  readonly kind: string;
  /** May come from a PDF. */
  readonly filename: string;
}

/** @param tables ends in a slash */
export function tableReader(tables: string) {
  return class {
    async fetch({ kind, filename }: Wanted): Promise<Uint8Array<ArrayBuffer>> {
      const folder = FOLDERS[kind];
      if (folder === undefined || !/^[A-Za-z0-9][\w.-]*$/.test(filename)) {
        throw new Error('There is no such table.');
      }
      return readTable(`${tables}${folder}/${filename}`);
    }
  };
}

const unpack = promisify(brotliDecompress);

/** A table of a build, where they are packed, or of pdfjs's package, where they are not. @throws Error ENOENT */
async function readTable(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await readFile(`${path}.br`).catch(() => null);
  return new Uint8Array(packed ? await unpack(packed) : await readFile(path));
}
