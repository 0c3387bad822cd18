// The words by which a place is found again.
import { describe, expect, it } from 'vitest';
import { findWords, wordsAt } from '../../../renderer/frame/place-words.ts';

const text = [
  'The ferry goes when there is water under it.',
  'The shop opens when the ferry has come, and not a minute before.',
  'The ferry goes when there is water under it.',
  '潮は十二時間と二十五分ごとに満ちてくるので、人の一日は毎朝一時間ずつ遅れていく。',
].join('\n');

describe('the words at a place', () => {
  it('begin with a whole word and know one kind of white space', () => {
    expect(wordsAt(text, text.indexOf('erry goes'))).toMatch(/^goes when .* it\. The shop opens/);
    expect(wordsAt(text, text.indexOf('The shop'))).toMatch(/^The shop opens/);
    expect(wordsAt(text, text.length)).toBe('');
  });

  it.each([
    ['at a beginning', text.indexOf('The shop')],
    ['within a line', text.indexOf('and not')],
    ['in writing without spaces', text.indexOf('人の一日')],
  ])('lead back: %s', (_, offset) => {
    expect(findWords(text, wordsAt(text, offset), 0)).toBe(offset);
  });

  it('mean the nearest of several', () => {
    const words = 'The ferry goes when there is water';
    expect(findWords(text, words, 10)).toBe(0);
    expect(findWords(text, words, text.length)).toBe(text.lastIndexOf(words));
  });

  it('are found by what is left of them', () => {
    const words = wordsAt(text, text.indexOf('The shop'));
    const changed = text.replace('The shop opens when', 'Shops open once');
    expect(findWords(changed, words, 0)).toBe(changed.indexOf('ferry has come'));
    const cjk = wordsAt(text, text.indexOf('潮は'));
    const edited = text.replace('十二時間', '12時間');
    expect(findWords(edited, cjk, 0)).toBe(edited.indexOf(cjk.slice(24, 48)));
  });

  it('are not found where nothing is left, and may be any signs', () => {
    expect(findWords(text, 'words of quite another article, all of them', 0)).toBeNull();
    expect(findWords(text, '', 0)).toBeNull();
    expect(findWords(`a (b] c* ${text}`, '(b] c* The ferry', 0)).toBe(2);
  });
});
