// What comes of one entry of a file: an item, or why there is none.
import type { Found, FoundItem } from './found-item.ts';

/** What a format makes of an entry: an item, or a sentence for what is left out on purpose. */
export type ReadItem = Omit<FoundItem, 'place'> | { readonly ignored: string };

export function toFound(place: string, read: ReadItem): Found {
  if ('ignored' in read) return { place, ignored: read.ignored };
  if (read.url === null && read.content === null && read.highlights.length === 0) {
    const message = 'This entry names no address and holds no text.';
    return { place, problem: { code: 'nothing_to_read', message } };
  }
  return { item: { place, ...read } };
}
