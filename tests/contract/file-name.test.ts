// Names of files made of titles: whatever the title, one harmless name.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileNameOf } from '#contract/file-name.ts';

test.each([
  ['On Lamps', 'On Lamps.pdf'],
  ['Über „Bücher“, 第一章 👩‍👩‍👧', 'Über „Bücher“, 第一章 👩‍👩‍👧.pdf'],
  ['../../etc/passwd', 'etc passwd.pdf'],
  ['C:\\Windows\\x', 'C Windows x.pdf'],
  ['a/b: "what?" <c|d*>', 'a b what c d.pdf'],
  ['two\nlines\tand\0nothing', 'two lines and nothing.pdf'],
  ['photo\u202efdp.exe', 'photo fdp.exe.pdf'],
  ['.hidden', 'hidden.pdf'],
  ['-rf ~', 'rf ~.pdf'],
  ['ends in dots... ', 'ends in dots.pdf'],
  ['CON', '_CON.pdf'],
  ['nul.txt', '_nul.txt.pdf'],
  ['COM10 and more', 'COM10 and more.pdf'],
  ['', 'Article.pdf'],
  [' \u200b./..\\ ', 'Article.pdf'],
  ['e\u0301', 'é.pdf'],
])('%j becomes %j', (title, name) => {
  expect(fileNameOf(title, '.pdf')).toBe(name);
});

test('a long title ends between two characters as they are seen', () => {
  expect(fileNameOf('a'.repeat(500), '.pdf')).toBe(`${'a'.repeat(180)}.pdf`);
  const family = '👨‍👩‍👧‍👦';
  expect(fileNameOf(family.repeat(50), '.pdf')).toBe(`${family.repeat(7)}.pdf`);
});

test('whatever the title, the name is one that every system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      const name = fileNameOf(title, '.pdf');
      expect(name).toMatch(/^[^/\\:*?"<>|\p{Cc}]+\.pdf$/u);
      expect(name).not.toMatch(/^[.~\s-]|[\s.]\.pdf$|[\u202a-\u202e\u2066-\u2069]/u);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(190);
      expect(name.isWellFormed()).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
