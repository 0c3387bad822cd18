// Marks words with the CSS Custom Highlight API: the article's own elements are not touched.
import { textNodes } from './content.ts';

/** A word on every line of a long book would take longer to mark than to read past. */
const MAX_RANGES = 2000;

/** @returns the first place marked, null where none of the words was found */
export function markWords(words: readonly string[]): Range | null {
  const pattern = anyOf(words);
  if (!pattern || !('highlights' in CSS)) return null;
  const ranges: Range[] = [];
  for (const node of textNodes()) {
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
  return ranges[0] ?? null;
}

/** Whole words, except in scripts that write words without spaces between them. */
function anyOf(words: readonly string[]): RegExp | null {
  const parts = words
    .map((word) => word.trim())
    .filter(Boolean)
    // Longest first: where one word begins another, the longer one is meant.
    .sort((a, b) => b.length - a.length)
    .map((word) => {
      const escaped = word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/\s+/g, '\\s+');
      return UNSPACED.test(word) ? escaped : `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`;
    });
  return parts.length > 0 ? new RegExp(parts.join('|'), 'giu') : null;
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
