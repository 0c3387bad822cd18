// What holds for every text and every anchor, and sizes that would take for ever if work grew by their square.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorPlacer } from '#library/anchors/anchor-placer.ts';
import { describeRange } from '#library/anchors/describe-range.ts';

const pieces = [
  'heron ',
  'owl',
  ' stork',
  'the ',
  '. ',
  '\n',
  '\t',
  '&amp;',
  '&',
  '“',
  "''",
  '--',
  '42 ',
  '图书馆',
  '水',
  'の',
  'ไม้',
  'كِتَاب ',
  'लाइब्रेरी ',
  'e\u0301',
  '\u00ad',
  '\u200b',
  '\u200d',

  '👩‍👩‍👧‍👦',
  '🇩🇪',
  '👍🏽',
  '\ud83d',
  '\udc69',
  'ﬁ',
  '\u0301',
  '\r\n',
  '\u0000',
  'İ',
  '\u1112\u1161',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 4 })), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const bordersOf = (of: string) =>
  new Set([...graphemes.segment(of)].map(({ index }) => index).concat(of.length));

describe('of every text', () => {
  it('an anchor is made of whole characters, and placed in the same text where it was made', () => {
    fc.assert(
      fc.property(text, share, share, (of, one, other) => {
        const [from, to] = [one, other]
          .map((part) => Math.floor(part * of.length))
          .sort((a, b) => a - b);
        const anchor = describeRange(of, from ?? 0, to ?? 0);
        const { quote, prefix, suffix, start, end } = anchor;
        const borders = bordersOf(of);
        expect(of.slice(start ?? -1, end ?? -1)).toBe(quote);
        expect(of).toContain(prefix + quote + suffix);
        expect(borders.has(start ?? -1) && borders.has(end ?? -1)).toBe(true);
        const placed = { kind: 'placed', start, end };
        const nothing = { kind: 'lost', guess: null };
        expect(anchorPlacer(of)(anchor)).toEqual(quote === '' ? nothing : placed);
      }),
      { numRuns: 400 },
    );
  });

  it('places and guesses lie within the text and between characters', () => {
    fc.assert(
      fc.property(text, text, share, share, (before, added, one, other) => {
        const [from, to] = [one, other]
          .map((part) => Math.floor(part * before.length))
          .sort((a, b) => a - b);
        const anchor = describeRange(before, from ?? 0, to ?? 0);
        const cut = Math.floor(one * before.length);
        const after = before.slice(cut) + added + before.slice(0, cut);
        const placement = anchorPlacer(after)(anchor);
        const range = placement.kind === 'placed' ? placement : placement.guess;
        if (!range) return;
        const borders = bordersOf(after);
        expect(range.start).toBeLessThanOrEqual(range.end);
        expect(borders.has(range.start) && borders.has(range.end)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

describe('size', () => {
  const words = 'heron stork owl water snow morning roof tale frog lamp'.split(' ');
  /** So many words of ten, with a number now and then to tell places apart. */
  const long = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      at % 7 === 0 ? String(at) : words[(at * at + (at >> 3)) % words.length],
    ).join(' ');

  it('10,000 anchors in one paragraph of 2 MB, most of them moved', () => {
    const before = long(330_000);
    expect(before.length).toBeGreaterThan(1_800_000);
    const step = Math.floor(before.length / 10_000);
    const anchors = Array.from({ length: 10_000 }, (_, at) => {
      const start = before.indexOf(' ', at * step) + 1;
      const end = before.indexOf(' ', start + 30);
      const around = { prefix: before.slice(Math.max(0, start - 64), start), start, end };
      return { ...around, quote: before.slice(start, end), suffix: before.slice(end, end + 64) };
    });
    const put = 'Something new stands here. ';
    const middle = before.indexOf(' ', 1_000_000) + 1;
    const after = before.slice(0, middle) + put + before.slice(middle);
    const place = anchorPlacer(after);
    let right = 0;
    let wrong = 0;
    for (const anchor of anchors) {
      const placement = place(anchor);
      const moved = anchor.start >= middle ? put.length : 0;
      if (placement.kind === 'placed' && placement.start === anchor.start + moved) right++;
      else if (placement.kind === 'placed') wrong++;
    }
    expect(wrong).toBe(0);
    expect(right).toBeGreaterThan(9_900);
  });

  it.each([
    ['one letter', 'a'.repeat(2_000_000)],
    ['marks', 'e\u0301'.repeat(100_000)],
    ['marks on one letter', `e${'\u0301'.repeat(200_000)}`],
    ['flags', '🇩🇪'.repeat(100_000)],
    ['ampersands', '&amp;'.repeat(100_000)],
    ['white space', ' '.repeat(1_000_000)],
  ])('a text of nothing but %s', (_, of) => {
    const anchor = describeRange(of, 500, 900);
    expect(anchorPlacer(`x${of}`)(anchor)).toHaveProperty('kind');
  });

  it('a quote of 1 MB, with a word changed', () => {
    const before = long(200_000);
    const anchor = describeRange(before, 0, 1_000_000);
    const after = `New. ${before.replace(' 350 ', ' changed ')}`;
    const placement = anchorPlacer(after)(anchor);
    expect(placement).toMatchObject({ kind: 'placed', start: 5, end: 1_000_009 });
  });
});
