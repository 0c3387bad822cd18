// The one place where answers of our schemes are made, so that no route can forget a header.
import { readFile } from 'node:fs/promises';
import { isMissing } from '#hosts/is-missing.ts';

export interface SchemeAnswer {
  readonly status: number;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** For everything that is not a page: a picture or a font has no business running or loading anything. */
export const NOTHING_POLICY = "sandbox; default-src 'none'";

/**
 * @param headers a page states its own content-security-policy; all else gets the one that allows nothing
 * @throws Error where a policy for a page was forgotten
 */
export function respond(
  status: number,
  body: string | Uint8Array<ArrayBuffer> | null,
  headers: Readonly<Record<string, string>>,
): SchemeAnswer {
  const policy = headers['content-security-policy'];
  // SECURITY: a page without a policy is a fault of ours that must not be shown, rather than one that works.
  if (headers['content-type']?.startsWith('text/html') && !policy) {
    throw new Error('a page needs a content security policy');
  }
  return {
    status,
    body,
    headers: {
      'content-security-policy': NOTHING_POLICY,
      'cache-control': 'no-store',
      ...headers,
      // SECURITY: no guessing of types, and no address of an article to whoever is asked for something.
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
  };
}

/** The sentence shows only where a person opens the address by hand. */
export const refuse = (status: 403 | 404 | 405 | 503, sentence: string): SchemeAnswer =>
  respond(status, sentence, { 'content-type': 'text/plain; charset=utf-8' });

/** @returns 404 where there is no such file */
export async function respondWithFile(
  file: string,
  headers: Readonly<Record<string, string>>,
  read: (file: string) => Promise<Uint8Array> = readFile,
): Promise<SchemeAnswer> {
  try {
    return respond(200, Uint8Array.from(await read(file)), headers);
  } catch (error) {
    if (isMissing(error)) return refuse(404, 'There is nothing here.');
    throw error;
  }
}

/** Named by their content, so they can never change. */
export const FOREVER = 'public, max-age=31536000, immutable';
