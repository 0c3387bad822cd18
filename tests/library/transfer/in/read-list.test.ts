// Lists in one cell, as JSON, as Python prints them, and as others write them.
import { expect, it } from 'vitest';
import { readList } from '#library/transfer/in/read-list.ts';

it.each<[string, string, string[]]>([
  ['JSON', '["css","two words","a \\"b\\", c","\\u00fc"]', ['css', 'two words', 'a "b", c', 'ü']],
  [
    'of Python',
    `["don't", 'favorite', 'peanut, butter', 'it\\'s']`,
    ["don't", 'favorite', 'peanut, butter', "it's"],
  ],
  ['without quotes', '[sea, two words ,"c, d"]', ['sea', 'two words', 'c, d']],
  ['of words with brackets in them', 'a (b), (c) d', ['a (b)', '(c) d']],
  ['without brackets', 'sea, two words', ['sea', 'two words']],
  ['of one', "['sea']", ['sea']],
  ['of nothing', '[]', []],
  ['of nothing at all', '', []],
  ['of empty parts', '["", , \'\']', []],
  ['that breaks off', '["sea", "tw', ['sea', '"tw']],
  ['of quotes within words', "rock'n'roll, 12\" discs", ["rock'n'roll", '12" discs']],
])('%s', (_, text, list) => {
  expect(readList(text)).toEqual(list);
});

it('takes its time by its length', () => {
  expect(readList(`[${'"'.repeat(200_000)},end`).at(-1)).toBe('end');
  expect(readList(`${'\\'.repeat(200_000)},end`).at(-1)).toBe('end');
});
