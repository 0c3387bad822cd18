// The languages that nobody speaks: longer, mirrored, and with everything in place that is not a word.
import { expect, it } from 'vitest';
import { pseudoCatalogue } from '../../renderer/app/pseudo-locales.ts';

const english = {
  list: { count_one: '{{count, number}} article', count_other: '{{count, number}} articles' },
  close: 'Close',
};

it('makes a catalogue that is longer', () => {
  expect(pseudoCatalogue('en-XA', english)).toEqual({
    list: {
      count_one: '{{count, number}} àrtïçlë···',
      count_other: '{{count, number}} àrtïçlëš····',
    },
    close: 'Çløšë··',
  });
});

it('makes a catalogue that runs from right to left, with the plural forms of such a language', () => {
  const articles = '{{count, number}}\u202e articles\u202c';
  expect(pseudoCatalogue('ar-XB', english)).toEqual({
    list: {
      count_one: '{{count, number}}\u202e article\u202c',
      count_other: articles,
      count_zero: articles,
      count_two: articles,
      count_few: articles,
      count_many: articles,
    },
    close: '\u202eClose\u202c',
  });
});
