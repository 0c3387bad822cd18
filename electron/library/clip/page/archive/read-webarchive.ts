// Safari's web archive: a property list of the page, of its files, and of the pages in its frames with theirs.
import { LibraryError } from '#contract/errors.ts';
import { webUrl } from '../addresses.ts';
import { isDictionary, type Plist, readPlist } from './plist.ts';
import { brokenOff, MAX_SAVED_FILES, type SavedArchive, type SavedFile } from './saved-archive.ts';

/**
 * @param name what to call it in a sentence
 * @throws LibraryError unsupported_type where there is no page in it, or no property list that can be read
 */
export function readWebarchive(bytes: Uint8Array, name: string): SavedArchive {
  const root = readPlist(bytes);
  if (!isDictionary(root)) {
    throw new LibraryError('unsupported_type', `${name} is a damaged web archive of Safari.`);
  }
  const page = toFile(root.WebMainResource);
  if (!page || page.bytes.length === 0) {
    throw new LibraryError(
      'unsupported_type',
      `${name} is a web archive of Safari without a page in it.`,
    );
  }
  if (!/^(?:text\/|application\/xhtml)/.test(page.mediaType)) {
    throw new LibraryError(
      'unsupported_type',
      `${name} is a web archive of Safari that holds no page, but a file of the kind “${page.mediaType.slice(0, 100)}”.`,
    );
  }
  const files: SavedFile[] = [page];
  collect(root, files);
  const warning = breaksOff(bytes) ? brokenOff(name) : null;
  return { page, files, url: webUrl(page.location), savedAt: null, warning };
}

function collect(archive: { readonly [key: string]: Plist }, into: SavedFile[]): void {
  for (const resource of listOf(archive.WebSubresources)) {
    const file = toFile(resource);
    if (file && into.length < MAX_SAVED_FILES) into.push(file);
  }
  for (const frame of listOf(archive.WebSubframeArchives)) {
    if (isDictionary(frame)) collect(frame, into);
  }
}

/** In XML; the binary form has its table at the end, and cannot be read without it. */
const breaksOff = (bytes: Uint8Array): boolean =>
  bytes[0] !== 0x62 && !Buffer.from(bytes.subarray(-100)).toString('latin1').includes('</plist>');

const listOf = (value: Plist | undefined): readonly Plist[] => (Array.isArray(value) ? value : []);

function toFile(resource: Plist | undefined): SavedFile | null {
  if (!isDictionary(resource)) return null;
  const data = resource.WebResourceData;
  // Seen in archives that other programs made: the markup as a text.
  const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
  if (!(bytes instanceof Uint8Array)) return null;
  return {
    bytes,
    mediaType: textOr(resource.WebResourceMIMEType, 'text/html').toLowerCase(),
    charset: textOr(resource.WebResourceTextEncodingName, '') || null,
    location: textOr(resource.WebResourceURL, '') || null,
    contentId: null,
  };
}

const textOr = (value: Plist | undefined, other: string): string =>
  typeof value === 'string' ? value : other;
