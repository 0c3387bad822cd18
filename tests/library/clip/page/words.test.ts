// Counting, cutting and describing texts of any script.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf } from '#library/clip/page/excerpt.ts';
import { oneLine } from '#library/clip/page/one-line.ts';
import { shorten } from '#library/clip/page/shorten.ts';
import { countWords } from '#library/clip/page/word-count.ts';

describe('counting words', () => {
  it.each([
    ['', 0],
    ['one two  three', 3],
    ["don't stop well-known e.g. 3.5", 5],
    ['naïve cafe\u0301', 2],
    ['— … !?', 0],
    ['日本語の文章です。', 4],
    ['이것은 한국어 문장입니다', 3],
    ['Это предложение', 2],
    ['ภาษาไทย', 4],
    ['a 漢字 b', 3],
  ])('%j has %i', (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});

describe('shortening', () => {
  it.each([
    ['short', 10, 'short'],
    ['exactly10!', 10, 'exactly10!'],
    ['cut at a word, not inside', 19, 'cut at a word, not…'],
    ['no comma before the end, please', 25, 'no comma before the end…'],
    ['abcdefghijklmnop', 8, 'abcdefg…'],
    ['家族👨‍👩‍👧‍👦の写真', 8, '家族…'],
    ['e\u0301'.repeat(10), 6, 'e\u0301e\u0301…'],
  ])('%j to %i is %j', (text, limit, shortened) => {
    expect(shorten(text, limit)).toBe(shortened);
  });

  it('never exceeds the limit and never cuts a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 4, max: 60 }),
        (text, limit) => {
          const short = shorten(text, limit);
          expect(short.length).toBeLessThanOrEqual(Math.max(limit, 1));
          if (short === text) return;
          const kept = short.slice(0, -1);
          const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
          const ends = [
            0,
            ...[...segmenter.segment(text)].map(({ index, segment }) => index + segment.length),
          ];
          expect(ends).toContain(kept.length);
        },
      ),
    );
  });
});

describe('one line', () => {
  it('has no breaks, no controls, and nothing that turns the words around it', () => {
    expect(oneLine('  a\r\n\tb\u0000\u202Ec\u2066d\ufeff\ud800 \u00a0e\u00adf ')).toBe('a bcd ef');
  });
});

describe('an excerpt', () => {
  const text = 'The first sentence of the text. The second one, which says more. '.repeat(10);
  it('is what the page says of itself, where it says something', () => {
    expect(
      excerptOf('A description that is long enough to tell what this is about.', 'Title', text),
    ).toBe('A description that is long enough to tell what this is about.');
  });
  it.each([[null], [''], ['Home'], ['The very title of the page, word for word, again']])(
    'is the beginning of the text where it says %j',
    (description) => {
      const excerpt = excerptOf(
        description,
        'The very title of the page, word for word, again',
        text,
      );
      expect(excerpt).toBe(shorten(text.trim(), 300));
      expect(excerpt.length).toBeLessThanOrEqual(300);
    },
  );
});
