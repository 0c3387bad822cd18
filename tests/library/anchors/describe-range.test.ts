// Anchors are made of whole characters, with enough around the quote to know its place.
import { describe, expect, it } from 'vitest';
import { anchorPlacer } from '#library/anchors/anchor-placer.ts';
import { describeRange, wasRepeated } from '#library/anchors/describe-range.ts';

describe('the anchor of a range', () => {
  it('holds quote, context and offsets', () => {
    const text = 'Herons stand in shallow water and wait.';
    expect(describeRange(text, 7, 12)).toEqual({
      quote: 'stand',
      prefix: 'Herons ',
      suffix: ' in shallow water and wait.',
      start: 7,
      end: 12,
    });
  });

  it.each([
    ['a surrogate pair', 'a😀b', 2, 3, '😀'],
    ['an emoji sequence', 'x 👩‍👩‍👧‍👦 y', 4, 6, '👩‍👩‍👧‍👦'],
    ['a letter with its mark', 'cafe\u0301 noir', 0, 4, 'cafe\u0301'],
    ['the second of three flags', '🇩🇪🇫🇷🇯🇵', 5, 7, '🇫🇷'],
    ['a syllable of Devanagari', 'दिन हिन्दी', 4, 5, 'हि'],
    ['a Korean syllable written in parts', '\u1112\u1161\u11ab글', 1, 2, '\u1112\u1161\u11ab'],
    ['a zero-width joiner at the border', '👩‍🚀 flies', 0, 2, '👩‍🚀'],
    ['a Hebrew letter with its point', 'שִׁיר', 0, 1, 'שִׁ'],
    ['a line break of two units', 'a\r\nb', 0, 2, 'a\r\n'],
  ])('is widened to %s', (_, text, start, end, quote) => {
    expect(describeRange(text, start, end).quote).toBe(quote);
  });

  it('cuts its context between characters', () => {
    const flags = '🇩🇪'.repeat(60);
    const { prefix, suffix } = describeRange(`${flags}heron${flags}`, 240, 245);
    expect(prefix).toBe('🇩🇪'.repeat(16));
    expect(suffix).toBe('🇩🇪'.repeat(16));
  });

  it('has more context where the quote stands more than once', () => {
    const lines = (name: string) =>
      `${name} came in first. ${'Everybody rose and bowed to the host of the evening. '.repeat(3)}\n`;
    const text = lines('Anna') + lines('Bert');
    const at = text.lastIndexOf('host');
    const anchor = describeRange(text, at, at + 4);
    expect(anchor.prefix).toContain('Bert');
    expect(wasRepeated(anchor)).toBe(true);
    const once = describeRange(text, text.indexOf('Anna'), text.indexOf('Anna') + 4);
    expect(wasRepeated(once)).toBe(false);
    expect(anchorPlacer(`One more line.\n${text}`)(anchor)).toEqual({
      kind: 'placed',
      start: at + 15,
      end: at + 19,
    });
  });
});
