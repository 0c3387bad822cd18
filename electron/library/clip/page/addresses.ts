// What addresses on a page refer to, and which of them may be kept.
import { MAX_URL_LENGTH } from '../limits.ts';

/** The absolute form of an address on a page; null for what is no address or leads nowhere we would follow. */
export function resolveUrl(
  address: string,
  base: string | null,
  schemes = /^(?:https?|mailto):$/,
): string | null {
  // Spaces and line breaks inside are dropped by URL itself, so that `java\nscript:` is seen for what it is.
  const trimmed = address.trim();
  if (trimmed === '' || trimmed.length > MAX_URL_LENGTH) return null;
  const url = parseUrl(trimmed, base);
  if (!url || !schemes.test(url.protocol)) return null;
  return url.href.length > MAX_URL_LENGTH ? null : url.href;
}

/** An http or https address, or null. */
export const webUrl = (address: string | null, base: string | null = null): string | null =>
  address === null ? null : resolveUrl(address, base, /^https?:$/);

/** URL.parse, which Electron 33 does not have. */
function parseUrl(address: string, base: string | null): URL | null {
  const from = base ?? undefined;
  return URL.canParse(address, from) ? new URL(address, from) : null;
}
