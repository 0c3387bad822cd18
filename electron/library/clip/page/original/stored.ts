// What of a page lies in the library: its stored pictures, the files of its archive, what it holds in itself. Whatever else it
// names is not there.
import { randomUUID } from 'node:crypto';
import { posix } from 'node:path';
import type { OriginalInput, OriginalPage } from '#contract/page.ts';
import type { AssetName } from '#contract/types/asset.ts';
import { MAX_ORIGINAL_DATA_LENGTH } from '../../limits.ts';
import { resolveUrl } from '../addresses.ts';
import type { SavedFile } from '../archive/saved-archive.ts';
import { decode } from '../decode.ts';

export interface Stored {
  /** The first of these addresses that is here, as it is to be written into the page. */
  firstOf(addresses: readonly string[]): string | null;
  /** A picture or font. @param base what a relative address refers to */
  at(address: string, base: string | null): string | null;
  /** A style sheet that is here, with where it came from. @param base as for `at` */
  sheet(
    address: string,
    base: string | null,
  ): { readonly css: string; readonly url: string | null } | null;
  /** The page, cut where a stored picture is named. */
  piecesOf(html: string): OriginalPage;
}

const SHOWN =
  /^(?:image\/[\w.+-]+|font\/[\w.+-]+|application\/(?:x-)?font[\w.+-]*|application\/vnd\.ms-fontobject)$/i;
const SHOWN_URI = new RegExp(
  `^data:(?:${SHOWN.source.slice(1, -1)}|application/octet-stream)[;,]`,
  'i',
);

/**
 * @param lifted `data:` URIs that were lifted out of the markup
 * @param find files of the archive in which it came
 */
export function storedOf(
  input: Pick<OriginalInput, 'pictures'>,
  lifted: readonly string[],
  find: (address: string) => SavedFile | null,
): Stored {
  const byUrl = new Map(input.pictures.map(({ url, asset }) => [url, asset]));
  // No page can name what was made just now.
  const mark = `picture-${randomUUID()}-`;
  const shown: AssetName[] = [];
  let left = MAX_ORIGINAL_DATA_LENGTH;

  const put = (asset: AssetName): string => `${mark}${shown.push(asset) - 1}.`;
  const data = (uri: string): string | null => {
    if (!SHOWN_URI.test(uri) || uri.length > left) return null;
    left -= uri.length;
    return uri;
  };
  const inArchive = (address: string): string | null => {
    const file = find(address);
    if (!file || !SHOWN.test(file.mediaType)) return null;
    const { buffer, byteOffset, byteLength } = file.bytes;
    if (byteLength > left) return null;
    return data(
      `data:${file.mediaType};base64,${Buffer.from(buffer, byteOffset, byteLength).toString('base64')}`,
    );
  };
  /** As it stands there, beside the sheet that names it, and in full: archives name their files in all of these ways. */
  const named = (address: string, base: string | null): string[] => {
    const url = resolveUrl(address, base, /^https?:$/);
    return [besideSheet(address, base), address, url].filter((one) => one !== null);
  };
  const stored = (url: string | null): string | null => {
    const asset = url === null ? undefined : byUrl.get(url);
    return asset === undefined ? null : put(asset);
  };
  const whole = (address: string): string =>
    address.trim().replace(/^lifted:(\d+)/, (_, number) => lifted[Number(number)] ?? '');

  return {
    firstOf(addresses) {
      const known = addresses.find((address) => byUrl.has(address));
      if (known !== undefined) return stored(known);
      for (const address of addresses) {
        const uri = data(whole(address));
        if (uri !== null) return uri;
      }
      return null;
    },
    at(address, base) {
      if (address.startsWith('#')) return address;
      const trimmed = whole(address);
      if (/^data:/i.test(trimmed)) return data(trimmed);
      if (trimmed === '') return null;
      const known = stored(resolveUrl(trimmed, base, /^https?:$/));
      if (known !== null) return known;
      return firstThat(named(trimmed, base), inArchive);
    },
    sheet(address, base) {
      if (address.trim() === '') return null;
      const isSheet = (one: string) => {
        const file = find(one);
        return file?.mediaType === 'text/css' ? file : null;
      };
      const file = firstThat(named(address.trim(), base), isSheet);
      if (!file || file.bytes.byteLength > left) return null;
      left -= file.bytes.byteLength;
      return { css: decode(file.bytes, 'text', file.charset).text, url: file.location };
    },
    piecesOf(html) {
      const parts = html.split(new RegExp(`${mark}(\\d+)\\.`));
      const pictures = parts.filter((_, at) => at % 2 === 1).map((number) => shown[Number(number)]);
      return {
        pieces: parts.filter((_, at) => at % 2 === 0),
        pictures: pictures.filter((asset) => asset !== undefined),
      };
    },
  };
}

/** What a sheet beside the page names lies where the sheet does. */
function besideSheet(address: string, base: string | null): string | null {
  if (base === null || ABSOLUTE.test(base) || ABSOLUTE.test(address)) return null;
  return posix.join(posix.dirname(base), address);
}

const ABSOLUTE = /^(?:[a-z][a-z\d+.-]*:|[/\\])/i;

function firstThat<T>(all: readonly string[], find: (one: string) => T | null): T | null {
  for (const one of all) {
    const found = find(one);
    if (found !== null) return found;
  }
  return null;
}
