// Texts survive being packed, whatever is in them; damage does not pass for text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packText, unpackText } from '#library/storage/text-blob.ts';

describe('packed text', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 5000 }), (text) => {
        expect(unpackText(packText(text))).toBe(text);
      }),
    );
    for (const text of ['', '\0', 'zwölf Boxkämpfer 🥊', '漢字かな'.repeat(10_000)]) {
      expect(unpackText(packText(text))).toBe(text);
    }
  });

  it('is smaller than prose', () => {
    const text = 'It was the best of times, it was the worst of times. '.repeat(20);
    expect(packText(text).byteLength).toBeLessThan(text.length / 5);
  });

  it('does not pass for text when it is damaged', () => {
    expect(() => unpackText(Buffer.from('no deflate stream'))).toThrow(/invalid/);
    expect(() => unpackText(packText('some words').subarray(0, 4))).toThrow(/unexpected end/);
  });
});
