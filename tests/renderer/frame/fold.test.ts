// Text as one looks for it, and the way back to where it stood.
import { describe, expect, it } from 'vitest';
import { fold } from '../../../renderer/frame/find/fold.ts';
import { hitsOf } from '../../../renderer/frame/find/hits.ts';

/** What of a text is found, as it stands there. */
function found(source: string, words: string): string[] {
  const { text, sourceOf } = fold(source);
  const wanted = fold(words).text;
  return [...hitsOf(text, wanted)].map((at) =>
    source.slice(sourceOf(at), sourceOf(at + wanted.length)),
  );
}

describe('finds without case and accents', () => {
  it.each([
    ['Café, CAFE\u0301 and cafe', 'cafe', ['Café', 'CAFE\u0301', 'cafe']],
    ['Straße', 'STRASSE', ['Straße']],
    ['hy\u00adphen\u200bated', 'hyphenated', ['hy\u00adphen\u200bated']],
    ['“don’t”', '"don\'t"', ['“don’t”']],
    ['one\ntwo\u00a0three', 'one two three', ['one\ntwo\u00a0three']],
    ['ﬁne', 'fine', ['ﬁne']],
    ['東京都に', '京都', ['京都']],
    ['각', '가', []],
    ['👩‍🚀 flies', 'flies', ['flies']],
    ['aaaa', 'aa', ['aa', 'aa']],
    ['nothing', 'else', []],
    ['nothing', '', []],
  ])('%j for %j', (source, words, places) => {
    expect(found(source, words)).toEqual(places);
  });
});

it('counts a hundred thousand and more in one long paragraph', () => {
  expect(hitsOf(fold('Ä quarter '.repeat(200_000)).text, 'a q')).toHaveLength(200_000);
});
