// Links of an article to others in the library, as window and frame tell each other of them.
import { type Fields, isFields, isText } from './fields.ts';
import { type FrameBox, readBox } from './highlights.ts';

const MAX_LINKS = 10_000;
const MAX_URL_LENGTH = 8192;
const MAX_LABEL_LENGTH = 200;

export interface SavedLinksMessage {
  readonly kind: 'saved-links';
  /** As they stand in `href`. */
  readonly urls: readonly string[];
  /** What is said of such a link. */
  readonly label: string;
}

/** A link to a saved article that is pointed at, or has the focus; both null once it is not any more. */
export interface AtLinkMessage {
  readonly kind: 'at-link';
  readonly url: string | null;
  readonly box: FrameBox | null;
}

export const isUrl = (value: unknown): value is string => isText(value, MAX_URL_LENGTH);

export function readSavedLinks({ urls, label }: Fields): SavedLinksMessage | null {
  if (!Array.isArray(urls) || urls.length > MAX_LINKS || !urls.every(isUrl)) return null;
  return isText(label, MAX_LABEL_LENGTH) ? { kind: 'saved-links', urls, label } : null;
}

export function readAtLink({ url, box: given }: Fields): AtLinkMessage | null {
  if (url === null) return { kind: 'at-link', url, box: null };
  const box = isFields(given) ? readBox(given) : null;
  return box && isUrl(url) ? { kind: 'at-link', url, box } : null;
}
