// A page and its files in one file, in whatever form a browser wrote them: what the readers of those forms hand over.
import type { Problem } from '#contract/types/problem.ts';
import { resolveUrl } from '../addresses.ts';

export interface SavedFile {
  readonly bytes: Uint8Array;
  /** Lower case, without parameters. */
  readonly mediaType: string;
  readonly charset: string | null;
  /** Where it came from, as it stands there: absolute, relative, or any made-up name. */
  readonly location: string | null;
  /** Without angle brackets. */
  readonly contentId: string | null;
}

export interface SavedArchive {
  readonly page: SavedFile;
  readonly files: readonly SavedFile[];
  /** http and https only: a `file:` address says nothing about a page. */
  readonly url: string | null;
  /** When it was saved, as it says itself. */
  readonly savedAt: number | null;
  readonly warning: Problem | null;
}

/** The file that an address on the page means, as a `data:` URI; null where it is not in the archive. */
export type FindSaved = (address: string) => string | null;

/** Files beyond that are not looked at; real archives hold a few hundred. */
export const MAX_SAVED_FILES = 10_000;

export function savedFinder(archive: SavedArchive): FindSaved {
  const find = fileFinder(archive);
  return (address) => {
    const file = find(address);
    return file && isPicture(file) ? asDataUri(file) : null;
  };
}

/** The file that an address on the page means, whatever it is. */
export function fileFinder(archive: SavedArchive): (address: string) => SavedFile | null {
  const base = archive.page.location ?? archive.url;
  const byAddress = new Map<string, SavedFile>();
  const name = (address: string | null, file: SavedFile) => {
    // The first wins: a later one cannot take the place of what was there.
    if (address !== null && !byAddress.has(address)) byAddress.set(address, file);
  };
  for (const file of archive.files) {
    if (file.contentId !== null) name(`cid:${file.contentId}`, file);
    if (file.location === null) continue;
    name(file.location, file);
    name(absolute(file.location, base), file);
  }
  return (address) =>
    byAddress.get(bare(address)) ??
    byAddress.get(address) ??
    byAddress.get(absolute(address, base) ?? '') ??
    null;
}

/** `cid:` addresses may be percent-encoded. */
function bare(address: string): string {
  if (!/^cid:/i.test(address)) return address;
  try {
    return `cid:${decodeURIComponent(address.slice(4))}`;
  } catch {
    return address;
  }
}

const absolute = (address: string, base: string | null): string | null =>
  resolveUrl(address, base, /^(?:https?|file|webkit-fake-url|x-apple):$/)?.replace(/#.*$/s, '') ??
  null;

/** Many servers name no kind of picture: its bytes are looked at before it is stored in any case. */
const isPicture = ({ mediaType }: SavedFile): boolean =>
  /^image\/[\w.+-]+$/.test(mediaType) || mediaType === 'application/octet-stream';

function asDataUri({ bytes, mediaType }: SavedFile): string {
  const type = mediaType.startsWith('image/') ? mediaType : 'image/png';
  const { buffer, byteOffset, byteLength } = bytes;
  return `data:${type};base64,${Buffer.from(buffer, byteOffset, byteLength).toString('base64')}`;
}

export const brokenOff = (name: string): Problem => ({
  code: 'nothing_to_read',
  message: `${name} breaks off before its end. What there is of it was kept.`,
});
