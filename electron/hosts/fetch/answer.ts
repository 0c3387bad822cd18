// What a site's status, headers and content type mean for us, before a byte of the body is read.
import { LibraryError } from '#contract/errors.ts';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** @returns the last of several, as the Fetch standard does for content types; null where there is none */
export function headerOf(headers: Headers, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value.at(-1) : value) ?? null;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
export const isRedirect = (status: number): boolean => REDIRECTS.has(status);

/** What a person can do, whom the site may know or like better. */
const BY_BROWSER = 'If your browser shows it, save it there and clip the file.';

/**
 * @param accept what was asked for: sentences name it
 * @param retryAfter what the site says of when to ask again: seconds, or a date
 * @throws LibraryError login_required, refused_by_site, not_found, unreachable; `details.retryAfterMs` is the pause that
 * the site asks for, where it wants one
 */
export function refuseFailure(
  status: number,
  host: string,
  retryAfter: { readonly header: string | null; readonly now: number },
  accept: 'page' | 'image' | 'any' = 'page',
): void {
  if (status >= 200 && status < 300) return;
  const retryAfterMs = status === 429 || status === 503 ? pauseOf(retryAfter) : null;
  const details = retryAfterMs === null ? { status } : { status, retryAfterMs };
  const what = accept === 'image' ? 'picture' : 'page';
  const hint = accept === 'page' ? ` ${BY_BROWSER}` : '';
  if (status === 401 || status === 407) {
    throw new LibraryError(
      'login_required',
      `“${host}” shows this ${what} only after a login.${hint}`,
      details,
    );
  }
  if (status === 404 || status === 410) {
    throw new LibraryError('not_found', `“${host}” has no such ${what} (${status}).`, details);
  }
  if (status === 429) {
    throw new LibraryError(
      'refused_by_site',
      `“${host}” was asked too often and wants a pause (429).`,
      details,
    );
  }
  if (status >= 400 && status < 500) {
    throw new LibraryError(
      'refused_by_site',
      `“${host}” refuses to give out this ${what} (${status}).${hint}`,
      details,
    );
  }
  throw new LibraryError(
    'unreachable',
    `“${host}” answered with an error of its own (${status}).`,
    details,
  );
}

/** A site that was asked too often has a pause in mind, also where it does not name one. */
function pauseOf({
  header,
  now,
}: {
  readonly header: string | null;
  readonly now: number;
}): number {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}

export interface ContentType {
  /** Lower case, without parameters; null where the site did not say. */
  readonly mediaType: string | null;
  readonly charset: string | null;
}

export function parseContentType(header: string | null): ContentType {
  const [type = '', ...parameters] = (header ?? '').split(';');
  const essence = type.trim().toLowerCase();
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*(?:"([^"]*)"|([^\s"]+))/i.exec(parameter))
    .find((match) => match !== null);
  return {
    mediaType: /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/.test(essence) ? essence : null,
    charset: (charset?.[1] ?? charset?.[2])?.trim() || null,
  };
}

const pageTypes: ReadonlySet<string> = new Set([
  'text/html',
  'application/xhtml+xml',
  'application/vnd.wap.xhtml+xml',
  'text/plain',
  'application/pdf',
  'application/x-pdf',
]);

/**
 * Refuses what cannot be what was asked for. A site that names no type is believed: the bytes will tell.
 * @throws LibraryError unsupported_type
 */
export function refuseType(
  mediaType: string | null,
  accept: 'page' | 'image' | 'any',
  host: string,
): void {
  if (mediaType === null || accept === 'any') return;
  // Sites serve pictures under many names; only what is surely none is not worth loading.
  const isFine =
    accept === 'page'
      ? pageTypes.has(mediaType)
      : !/^(?:text\/html|video\/|audio\/|font\/)/.test(mediaType);
  if (isFine) return;
  const wanted =
    accept === 'page' ? 'Lectern clips web pages, PDFs and plain text' : 'A picture was expected';
  throw new LibraryError(
    'unsupported_type',
    `“${host}” answered with ${named(mediaType)}. ${wanted}.`,
    {
      mediaType,
    },
  );
}

function named(mediaType: string): string {
  if (mediaType === 'application/json') return 'data (JSON)';
  if (/\/(?:rss|atom)\+xml$/.test(mediaType)) return 'a feed';
  if (mediaType.startsWith('image/')) return `a picture (${mediaType})`;
  if (mediaType.startsWith('video/')) return `a video (${mediaType})`;
  if (mediaType.startsWith('audio/')) return `a sound file (${mediaType})`;
  return `a file of type ${mediaType}`;
}
