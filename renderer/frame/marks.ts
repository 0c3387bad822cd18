// Marks words with the CSS Custom Highlight API: the article's own elements are not touched.
import { content, textNodes } from './content.ts';

/** A word on every line of a long book would take longer to mark than to read past. */
const MAX_RANGES = 2000;

/** @returns the first place marked in the reader content, null where none of the words stands in it */
export function markWords(words: readonly string[]): Range | null {
  const pattern = anyOf(words);
  if (!pattern || !('highlights' in CSS)) return null;
  const ranges: Range[] = [];
  for (const node of textNodes(document.body)) {
    for (const match of node.data.matchAll(pattern)) {
      const range = new Range();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      ranges.push(range);
      if (ranges.length >= MAX_RANGES) break;
    }
    if (ranges.length >= MAX_RANGES) break;
  }
  CSS.highlights.set('search', new Highlight(...ranges));
  return ranges.find((range) => content().contains(range.startContainer)) ?? null;
}

/** At the beginning of a word, as a search finds them; anywhere in scripts that write words without spaces. */
function anyOf(words: readonly string[]): RegExp | null {
  const parts = words
    .map((word) => word.trim())
    .filter(Boolean)
    // Longest first: where one word begins another, the longer one is meant.
    .sort((a, b) => b.length - a.length)
    .map((word) => {
      const escaped = word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/\s+/g, '\\s+');
      return UNSPACED.test(word) ? escaped : `(?<![\\p{L}\\p{N}])${escaped}`;
    });
  return parts.length > 0 ? new RegExp(parts.join('|'), 'giu') : null;
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
