// A text as it is read aloud.
import { expect, it } from 'vitest';
import { sentencesOf } from '../../../renderer/frame/aloud/sentences.ts';

const said = (text: string, lang: string | null = 'en') =>
  sentencesOf(text, lang).map(({ start, end }) => text.slice(start, end));

it('parts a text into sentences, paragraph by paragraph', () => {
  const text = 'The tide rose. “Is it late?” she said.\nNobody knew.\n***\n第一句。第二句。';
  expect(said(text)).toEqual([
    'The tide rose.',
    '“Is it late?” she said.',
    'Nobody knew.',
    '第一句。',
    '第二句。',
  ]);
  expect(sentencesOf(text, 'en').map(({ paragraph }) => paragraph)).toEqual([0, 0, 1, 3, 3]);
});

it('takes any language tag', () => {
  for (const lang of [null, '', 'x', 'not a language', 'en-', 'de-Latn-DE-1996']) {
    expect(said('One. Two.', lang)).toEqual(['One.', 'Two.']);
  }
});

it('cuts long sentences at clauses, else between words, never inside a character', () => {
  const clauses = `${'so it went on and on, '.repeat(30)}until it ended.`;
  const parts = said(clauses);
  expect(parts.length).toBeGreaterThan(2);
  for (const part of parts.slice(0, -1)) expect(part).toMatch(/,$/);
  expect(parts.join(' ')).toBe(clauses);
  for (const part of said('𝒳'.repeat(1000))) {
    expect(part.length).toBeLessThanOrEqual(280);
    expect(part.isWellFormed()).toBe(true);
  }
});
