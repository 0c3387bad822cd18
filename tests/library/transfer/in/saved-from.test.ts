// Where a saved page says it came from, before it is read.
import { expect, test } from 'vitest';
import { addressSavedFrom } from '#library/transfer/in/saved-from.ts';

const ADDRESS = 'https://tides.example/tables?a=1&b=2';
const around = (head: string, body = ''): string =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;

test.each([
  ['Chromium', `<!-- saved from url=(0036)${ADDRESS} -->\n${around('')}`],
  [
    'SingleFile',
    around('').replace(
      '<html>',
      `<html><!--\n Page saved with SingleFile \n url: ${ADDRESS} \n saved date: Mon May 03 2021 10:30:00 GMT+0200\n-->`,
    ),
  ],
  ['Save Page WE', around(`<meta name="savepage-url" content="${ADDRESS.replace('&', '&amp;')}">`)],
  [
    'MHTML',
    `From: <Saved by Blink>\r\nSnapshot-Content-Location: ${ADDRESS}\r\nSubject: x\r\n\r\n`,
  ],
])('%s writes it down', (_, head) => {
  expect(addressSavedFrom(head)).toBe(ADDRESS);
});

test('what a page has in its text is no such mark', () => {
  const mark = `<!-- saved from url=(0036)${ADDRESS} -->`;
  expect(addressSavedFrom(around('', `<p>${mark}`))).toBeNull();
  expect(addressSavedFrom(mark.replace('https:', 'javascript:'))).toBeNull();
  expect(addressSavedFrom(around(mark))).toBe(ADDRESS);
});
