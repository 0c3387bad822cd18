// Which pages of the capture window are kept from printing, and that nothing else of them changes. No Electron here.
import { expect, test } from 'vitest';
import { withoutPrinting } from '../../electron/main/capture/no-printing.ts';

const html = { 'Content-Type': ['text/html; charset=utf-8'], 'Set-Cookie': ['a=1', 'b=2'] };
const sandbox = expect.stringMatching(/^sandbox (?!.*modals).*allow-same-origin allow-scripts/);

test('a page gets a policy, beside those that it has under whatever spelling', () => {
  expect(withoutPrinting(html)).toEqual({ ...html, 'content-security-policy': [sandbox] });
  const strict = { ...html, 'Content-Security-Policy': ["default-src 'self'", "img-src 'none'"] };
  expect(withoutPrinting(strict)).toEqual({
    ...html,
    'content-security-policy': ["default-src 'self'", "img-src 'none'", sandbox],
  });
});

test.each([
  ['a PDF', { 'content-type': ['application/pdf'] }],
  ['a picture', { 'content-type': ['image/png'] }],
  [
    'a page that is apart',
    { ...html, 'Cross-Origin-Opener-Policy': ['same-origin; report-to="x"'] },
  ],
])('%s stays as it is', (_, headers) => {
  expect(withoutPrinting(headers)).toEqual(headers);
});

test('a page that is not apart, and says so, is like any other', () => {
  const headers = { ...html, 'cross-origin-opener-policy': ['unsafe-none'] };
  expect(withoutPrinting(headers)).toMatchObject({ 'content-security-policy': [sandbox] });
});
