// Fetches what the page of the capture window shows, as its session: with its cookies, and by its way into the web.
import type { Session } from 'electron';
import { LibraryError } from '#contract/errors.ts';
import {
  ARTICLE_IMAGES_TIMEOUT_MS,
  IMAGES_AT_ONCE,
  MAX_ARTICLE_IMAGES,
  MAX_ARTICLE_IMAGES_BYTES,
  MAX_FILE_BYTES,
  MAX_IMAGE_BYTES,
} from '#library/clip/limits.ts';

export interface SessionPicture {
  readonly url: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A book in PDF, on a slow line. */
const FILE_TIMEOUT_MS = 120_000;

/** @param mayFetch asked of each address before it is fetched */
export function sessionFiles(one: Session, mayFetch: (url: string, pageUrl: string) => boolean) {
  /** What is being fetched, and for which page. */
  const asked = new Map<string, string>();

  async function read(
    url: string,
    pageUrl: string,
    maxBytes: number,
    signal: AbortSignal,
  ): Promise<Uint8Array<ArrayBuffer>> {
    if (!mayFetch(url, pageUrl)) {
      throw new LibraryError('not_allowed', 'This address is out of reach for a page of the web.');
    }
    const bare = url.replace(/#.*$/s, '');
    asked.set(bare, pageUrl);
    try {
      const response = await one.fetch(bare, {
        signal,
        credentials: 'include',
        headers: { Referer: pageUrl.replace(/#.*$/s, '') },
      });
      if (!response.ok) {
        throw new LibraryError('refused_by_site', `The site answered with ${response.status}.`);
      }
      return await readAtMost(response, maxBytes);
    } finally {
      asked.delete(bare);
    }
  }

  return {
    askedFor: (url: string): string => asked.get(url) ?? '',

    /** What cannot be had is left out: the library looks for it by its own means. */
    async pictures(
      urls: readonly string[],
      pageUrl: string,
      caller: AbortSignal,
    ): Promise<SessionPicture[]> {
      const signal = AbortSignal.any([caller, AbortSignal.timeout(ARTICLE_IMAGES_TIMEOUT_MS)]);
      const waiting = urls.slice(0, MAX_ARTICLE_IMAGES).values();
      const found: SessionPicture[] = [];
      let left = MAX_ARTICLE_IMAGES_BYTES;
      const work = async () => {
        for (const url of waiting) {
          if (left <= 0 || signal.aborted) return;
          try {
            const bytes = await read(url, pageUrl, Math.min(left, MAX_IMAGE_BYTES), signal);
            if (bytes.byteLength > left) continue;
            left -= bytes.byteLength;
            found.push({ url, bytes });
          } catch {
            // Why is of no use to anybody: the library asks once more, and keeps what comes of that.
          }
        }
      };
      await Promise.all(Array.from({ length: IMAGES_AT_ONCE }, work));
      if (caller.aborted) throw cancelled();
      return found;
    },

    /** @throws LibraryError too_large, unreachable, refused_by_site, not_allowed, cancelled */
    async file(
      url: string,
      pageUrl: string,
      caller: AbortSignal,
    ): Promise<Uint8Array<ArrayBuffer>> {
      const signal = AbortSignal.any([caller, AbortSignal.timeout(FILE_TIMEOUT_MS)]);
      try {
        return await read(url, pageUrl, MAX_FILE_BYTES, signal);
      } catch (error) {
        if (caller.aborted) throw cancelled();
        if (error instanceof LibraryError) throw error;
        const { host } = new URL(url);
        throw new LibraryError(
          'unreachable',
          `“${host}” did not give the file out once more.`,
          {},
          { cause: error },
        );
      }
    },
  };
}

async function readAtMost(response: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > maxBytes) {
      throw new LibraryError('too_large', 'This file is larger than what is clipped.');
    }
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

const cancelled = (): LibraryError => new LibraryError('cancelled', 'The clip was cancelled.');
