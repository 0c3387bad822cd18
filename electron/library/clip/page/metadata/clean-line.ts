// Words that a page hands out for one line, where they should be text and often are not.
import { parseFragment } from 'parse5';
import { oneLine } from '../one-line.ts';
import { rawText } from '../tree.ts';

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;
const PAIR = /<(em|i|b|strong|span|sup|sub|u|small|mark|p)(?:\s[^>]*)?>(.*?)<\/\1>/gis;

/** Far more than any line that is kept; what follows is not looked at. */
const LONGEST = 5000;

/**
 * One line of text: entities that were written twice are read, formatting around words is taken away. Other tags
 * stay as they are: “How <video> works” is a title.
 */
export function cleanLine(text: string): string {
  const bare = text
    .slice(0, LONGEST)
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(PAIR, '$2');
  const decoded = ENTITY.test(bare) ? rawText(parseFragment(bare.replaceAll('<', '&lt;'))) : bare;
  return oneLine(decoded);
}
