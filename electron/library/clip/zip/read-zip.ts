// A zip of saved pages. Nothing is ever unpacked to a disk: what is wanted of it is taken out in memory, within limits
// that are looked at before anything is unpacked.
import { LibraryError } from '#contract/errors.ts';
import { namedIn, type PageAmong, pagesAmong } from '#contract/pages-among.ts';
import type { Problem } from '#contract/types/problem.ts';
import { MAX_FILE_BYTES, MAX_ZIP_ENTRIES } from '../limits.ts';
import { problemOf, unzip } from './unzip.ts';

interface ZipPage {
  readonly path: string;
  /** @throws LibraryError too_large, invalid_input (damaged) */
  read(): {
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly companions: { readonly path: string; readonly bytes: Uint8Array<ArrayBuffer> }[];
  };
}

export interface ZipContents {
  readonly pages: readonly ZipPage[];
  /** What was passed over, by the name it has in the zip. */
  readonly refused: readonly { readonly path: string; readonly problem: Problem }[];
}

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/** Office documents and e-books are zips as well, of other things than saved pages. */
const OTHER_KIND = /^(?:mimetype|\[Content_Types\]\.xml|META-INF\/.*)$/;

/** @returns null for a zip that is a document of another kind. @throws LibraryError invalid_input, too_large */
export function readZip(bytes: Uint8Array): ZipContents | null {
  const names = new Set<string>();
  const refused: { path: string; problem: Problem }[] = [];
  let isOther = false;
  let entries = 0;
  unzip(bytes, ({ name, size, originalSize }) => {
    if (++entries > MAX_ZIP_ENTRIES) {
      throw new LibraryError('too_large', 'The zip holds more files than Lectern looks at.');
    }
    isOther ||= OTHER_KIND.test(name);
    if (name.endsWith('/')) return false;
    const problem = problemOf(name, size, originalSize);
    if (problem) refused.push({ path: name.slice(0, 300), problem });
    else names.add(name);
    return false;
  });
  if (isOther) return null;
  const pages = pagesAmong([...names]).map((page) => ({
    path: page.path,
    read: () => readPage(bytes, page),
  }));
  return { pages, refused };
}

function readPage(
  zip: Uint8Array,
  { path, companions, nearby }: PageAmong,
): ReturnType<ZipPage['read']> {
  let left = MAX_FILE_BYTES;
  const take = (paths: readonly string[]) => {
    const wanted = new Set(paths);
    return unzip(zip, ({ name, originalSize }) => {
      if (!wanted.delete(name)) return false;
      left -= originalSize;
      if (left >= 0) return true;
      throw new LibraryError('too_large', 'The page and its files are more than 200 MB.');
    });
  };
  const page = take([path])[path];
  if (!page) throw new LibraryError('invalid_input', 'The page could not be unpacked.');
  const named = nearby.length > 0 ? namedIn(new TextDecoder().decode(page), nearby) : [];
  const beside = [...companions, ...named];
  const files = beside.length > 0 ? take(beside.map((one) => one.path)) : {};
  return {
    bytes: page,
    companions: beside.flatMap(({ path: from, at }) => {
      const file = files[from];
      return file ? [{ path: at, bytes: file }] : [];
    }),
  };
}
