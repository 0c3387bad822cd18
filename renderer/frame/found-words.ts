// The words that a search found, marked with the CSS Custom Highlight API: the article's own elements are not touched.
// One steps from place to place among those of the reader content.
import { articleText, onTextRemade } from './article-text.ts';
import { content, textNodes } from './content.ts';
import type { FoundWords } from './messages/found-words.ts';
import type { FrameNews } from './messages/from-frame.ts';
import { scrollToRange } from './place.ts';

/** A word on every line of a long book would take longer to mark than to read past. */
const MAX_RANGES = 2000;

export interface WordMarks {
  /** Marks the words. @returns the place to open the article at; null where none of them stands in it */
  mark(found: FoundWords): Range | null;
  step(by: 1 | -1): void;
  clear(): void;
}

export function makeWordMarks(tell: (news: FrameNews) => void): WordMarks {
  let pattern: RegExp | null = null;
  let places: Range[] = [];
  let current = -1;

  const say = () => tell({ kind: 'at-word', count: places.length, index: current });
  const paint = () => {
    const ranges = pattern ? rangesOf(pattern) : [];
    const inContent = ranges.filter((range) => content().contains(range.startContainer));
    places = inContent;
    const words = new Highlight(...ranges);
    words.priority = 10;
    CSS.highlights.set('search', words);
  };
  const paintCurrent = () => {
    const range = places[current];
    if (!range) return void CSS.highlights.delete('search-current');
    const one = new Highlight(range);
    one.priority = 11;
    CSS.highlights.set('search-current', one);
  };
  // Code that was coloured has other text nodes.
  onTextRemade(() => {
    if (!pattern) return;
    paint();
    paintCurrent();
  });

  return {
    mark({ words, at }) {
      pattern = 'highlights' in CSS ? anyOf(words) : null;
      if (!pattern) return null;
      paint();
      current = places.length === 0 ? -1 : firstFrom(places, at);
      paintCurrent();
      say();
      return places[current] ?? null;
    },
    step(by) {
      if (places.length === 0) return;
      current = (current + by + places.length) % places.length;
      paintCurrent();
      const range = places[current] as Range;
      range.startContainer.parentElement?.closest('details:not([open])')?.setAttribute('open', '');
      const { top, bottom } = range.getBoundingClientRect();
      if (top < 0 || bottom > window.innerHeight) scrollToRange(range, window.innerHeight / 3);
      say();
    },
    clear() {
      pattern = null;
      places = [];
      current = -1;
      if (!('highlights' in CSS)) return;
      CSS.highlights.delete('search');
      CSS.highlights.delete('search-current');
    },
  };
}

function rangesOf(pattern: RegExp): Range[] {
  const ranges: Range[] = [];
  for (const node of textNodes(document.body)) {
    for (const match of node.data.matchAll(pattern)) {
      const range = new Range();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      ranges.push(range);
      if (ranges.length >= MAX_RANGES) return ranges;
    }
  }
  return ranges;
}

/** The first one at or after an offset of the reader text; the first of all where there is none. */
function firstFrom(places: readonly Range[], at: number | null): number {
  const from = at === null ? null : articleText().rangeOf(at, at + 1);
  if (!from) return 0;
  const index = places.findIndex(
    (range) => range.compareBoundaryPoints(Range.START_TO_START, from) >= 0,
  );
  return Math.max(0, index);
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
