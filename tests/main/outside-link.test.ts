// Which links may leave for the system's browser or mail program.
import { expect, test } from 'vitest';
import { LibraryError } from '#contract/errors.ts';
import { outsideLink } from '../../electron/main/outside-link.ts';

test.each([
  ['https://example.org/a#b', 'https://example.org/a#b'],
  ['HTTP://EXAMPLE.org', 'http://example.org/'],
  // Control characters and white space around are not part of an address: the URL parser drops them.
  [' https://exa\tmple.org/\n', 'https://example.org/'],
  ['https:\\\\example.org\\a', 'https://example.org/a'],
  ['mailto:reader@example.org', 'mailto:reader@example.org'],
  [
    'mailto:a@example.org?subject=a%20b&cc=c@example.org',
    'mailto:a@example.org?subject=a%20b&cc=c%40example.org',
  ],
])('%j is opened as %j', (link, address) => {
  expect(outsideLink(link)).toBe(address);
});

test('a letter brings no files along', () => {
  expect(outsideLink('mailto:a@example.org?attach=/etc/passwd&Attachment=/x&body=hello')).toBe(
    'mailto:a@example.org?body=hello',
  );
});

test.each([
  '',
  'example.org',
  '//example.org/a',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'vbscript:x',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://example.org/1',
  'file:///etc/passwd',
  'ftp://example.org/',
  'smb://server/share',
  '\\\\server\\share',
  'ms-msdt:/id',
  'search-ms:query=x',
  'view-source:https://example.org',
  'app://lectern/',
  'article://a/x',
  'https://example.org@evil.example/',
  'https://user:secret@example.org/',
  'http://',
])('%j is not opened', (link) => {
  expect(() => outsideLink(link)).toThrow(LibraryError);
  expect(() => outsideLink(link)).toThrow(/^This link was not opened: /);
});
