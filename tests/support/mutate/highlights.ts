// Ranges that a reader might mark: a word, some words, a sentence, a paragraph, several; across list items, cells and
// captions as they come; and words that stand on the page again and again.
import type { Dice } from './dice.ts';
import type { Span } from './words.ts';

const words = new Intl.Segmenter('en', { granularity: 'word' });
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** @returns none for a text without words */
export function chooseHighlights(text: string, count: number, dice: Dice): Span[] {
  const inWords = [...words.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }));
  if (inWords.length === 0) return [];
  const inSentences = trimmed(text, [...sentences.segment(text)].map(spanOf));
  const inLines = trimmed(
    text,
    [...text.matchAll(/[^\n]+/g)].map((line) => ({
      start: line.index,
      end: line.index + line[0].length,
    })),
  );
  const repeated = repeatedWords(text, inWords);
  const from = (spans: readonly Span[], atMost: number) => {
    const first = dice.below(spans.length);
    const last = Math.min(spans.length - 1, first + dice.below(atMost));
    return { start: (spans[first] as Span).start, end: (spans[last] as Span).end };
  };
  return Array.from({ length: count }, () => {
    switch (dice.below(8)) {
      case 0:
        return from(inWords, 1);
      case 1:
        return from(inWords, 5);
      case 2:
        return repeated.length > 0 ? dice.pick(repeated) : from(inWords, 3);
      case 3:
      case 4:
        return from(inSentences, 1);
      case 5:
        return from(inWords, 40);
      case 6:
        return from(inLines, 1);
      default:
        return from(inLines, 5);
    }
  });
}

const spanOf = ({ index, segment }: Intl.SegmentData): Span => ({
  start: index,
  end: index + segment.length,
});

function trimmed(text: string, spans: readonly Span[]): Span[] {
  return spans.flatMap(({ start, end }) => {
    const part = text.slice(start, end);
    const from = start + (part.length - part.trimStart().length);
    const to = start + part.trimEnd().length;
    return from < to ? [{ start: from, end: to }] : [];
  });
}

/** One to three words that stand more than once. */
function repeatedWords(text: string, inWords: readonly Span[]): Span[] {
  const bySpelling = new Map<string, Span[]>();
  inWords.forEach(({ start }, at) => {
    for (const length of [1, 2, 3]) {
      const last = inWords[at + length - 1];
      if (!last) continue;
      const spelling = text.slice(start, last.end);
      bySpelling.set(spelling, [
        ...(bySpelling.get(spelling) ?? []).slice(0, 8),
        { start, end: last.end },
      ]);
    }
  });
  return [...bySpelling.values()].filter((spans) => spans.length > 1).flat();
}
