// What a clip starts from, wherever it was handed in: bytes, and what is known of them.
import type { PageInput } from '#contract/page.ts';
import type { HttpUrl } from '#contract/types/ids.ts';
import type { TagName } from '#contract/types/tag.ts';
import type { OpenCompanion } from './companions.ts';
import { parseHttpUrl } from './url-key.ts';

export interface ClipSource {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly kind: 'html' | 'text' | 'pdf' | 'auto';
  /** Charset label of the transport. */
  readonly charset: string | null;
  /** Where the page came from, as far as the caller knows. */
  readonly url: string | null;
  /** Without folders; null for what was no file. */
  readonly fileName: string | null;
  readonly openCompanion: OpenCompanion;
  readonly tags: readonly TagName[];
  /** `host` or `host:port` that pictures may be fetched from although it is private. */
  readonly allowHosts: readonly string[];
  /** Wanted although it may be no article. */
  readonly anyway: boolean;
  /** By this address it was asked for just now: what belongs to it may be had there as well. */
  readonly asked?: HttpUrl;
  /** Somebody extracted it already: all of it is the article. */
  readonly isWhole?: boolean;
  /** It came by the clipboard. */
  readonly isPasted?: boolean;
  /** It stood in a window, with these pictures. */
  readonly shown?: Shown;
}

export interface Shown {
  /** By their addresses, in the spelling of the URL parser and without fragment. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Words that somebody chose: no other clip of the page is the same article. */
  readonly isPart: boolean;
}

/** As the page reader gets it. */
export const toPageInput = ({
  bytes,
  kind,
  charset,
  url,
  fileName,
  isWhole,
}: ClipSource): PageInput => ({
  bytes,
  kind,
  charset,
  url,
  name: fileName,
  ...(isWhole && { whole: true }),
});

/** The last part of a path of any system. */
export const baseName = (path: string): string => path.replace(/^.*[/\\]/s, '');

/** What to call a page that has no title: its file's name, the words of its address, its host. */
export function makeshiftTitle(source: Pick<ClipSource, 'fileName' | 'url'>): string {
  const fromFile = source.fileName?.replace(/\.[A-Za-z0-9]{1,5}$/, '').trim();
  if (fromFile) return fromFile;
  const url = source.url === null ? null : parseHttpUrl(source.url);
  if (!url) return 'Untitled';
  const last = wordsOfPath(url).at(-1);
  if (last !== undefined && /\p{L}/u.test(last)) return last;
  // A number alone names nothing.
  return `${url.hostname.replace(/^www\./, '')} ${last ?? ''}`.trim();
}

/** The parts of an address's path as words: `/2024/why-it-rains.html` gives `2024` and `why it rains`. */
export function wordsOfPath(url: URL): string[] {
  return url.pathname
    .split('/')
    .map((part) =>
      decoded(part)
        .replace(/\.[A-Za-z0-9]{1,5}$/, '')
        .replace(/[-_+\s]+/g, ' ')
        .trim(),
    )
    .filter((part) => part !== '');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // Encoded in another charset than UTF-8: shown as it stands.
  }
}
