// Bytes out of data: URIs, in every way in which they are written.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDataUri } from '#library/clip/data-uri.ts';

const text = (uri: string) => Buffer.from(readDataUri(uri, 1000)).toString('utf8');

describe('readDataUri', () => {
  it.each([
    ['data:,hello', 'hello'],
    ['data:text/plain,a%20b%zz%', 'a b%zz%'],
    ['data:image/svg+xml;utf8,<svg>é</svg>', '<svg>é</svg>'],
    ['data:text/plain;base64,aGVsbG8=', 'hello'],
    ['DATA:text/plain; BASE64 ,aGVs\n bG8', 'hello'],
    ['data:text/plain;base64,aGVsbG8%3D', 'hello'],
    ['data:;charset=utf-8;base64,X19_', '__\x7f'],
    ['data:image/png;base64,', ''],
  ])('%j', (uri, content) => expect(text(uri)).toBe(content));

  it.each([
    '',
    'data:',
    'data:image/png;base64',
    'https://example.org/,a',
    `data:${'x'.repeat(2000)},a`,
  ])('%.40j is damaged', (uri) => {
    expect(() => readDataUri(uri, 1000)).toThrow(
      expect.objectContaining({ code: 'invalid_input' }),
    );
  });

  it('gives back any bytes, up to the limit', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const base64 = `data:x/y;base64,${Buffer.from(bytes).toString('base64')}`;
        const percent = `data:x/y,${[...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')}`;
        for (const uri of [base64, percent]) {
          expect([...readDataUri(uri, bytes.length)]).toEqual([...bytes]);
        }
      }),
    );
  });

  it.each([
    'data:x/y,abcd',
    'data:x/y;base64,YWJjZA==',
    `data:x/y;base64,${'A'.repeat(10_000_000)}`,
  ])('%.30j is too large for 3 bytes', (uri) => {
    expect(() => readDataUri(uri, 3)).toThrow(expect.objectContaining({ code: 'too_large' }));
  });
});
