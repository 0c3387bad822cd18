// The few words by which an article is recognised in a list.
import { MAX_EXCERPT_LENGTH } from '../limits.ts';
import { oneLine } from './one-line.ts';
import { shorten } from './shorten.ts';

/**
 * @param description what the page says of itself
 * @returns the description where it says something, else the beginning of the text; at most 300 characters
 */
export function excerptOf(description: string | null, title: string, bodyText: string): string {
  const own = oneLine(description ?? '');
  const good = own.length >= 40 && own.toLowerCase() !== title.toLowerCase();
  return shorten(good ? own : oneLine(bodyText.slice(0, 2000)) || own, MAX_EXCERPT_LENGTH);
}
