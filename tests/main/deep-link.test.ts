// `lectern:` links: what is understood of them, and that nothing else is.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LibraryError } from '#contract/errors.ts';
import { MAX_LINK_LENGTH } from '../../electron/main/arguments.ts';
import { pageToClip, readDeepLink } from '../../electron/main/deep-link.ts';
import { oddLink, UID } from '../support/odd-links.ts';

const clip = (address: string) => `lectern:clip?url=${encodeURIComponent(address)}`;

function codeOf(work: () => unknown): string {
  try {
    return `understood: ${JSON.stringify(work())}`;
  } catch (error) {
    return error instanceof LibraryError ? error.code : String(error);
  }
}

describe('is understood', () => {
  test.each([
    ['https://example.org/a?b=c&d=e#f', 'https://example.org/a?b=c&d=e#f'],
    ['HTTP://EXAMPLE.ORG', 'http://example.org/'],
    // By its code: nobody reads the letters of another script as those of a name they know.
    ['https://\u0430pple.com/', 'https://xn--pple-43d.com/'],
    ['https://example.org/\u202Egpj.exe', 'https://example.org/%E2%80%AEgpj.exe'],
    ['https://exam\nple.org/', 'https://example.org/'],
  ])('a page to clip: %j', (address, url) => {
    expect(readDeepLink(clip(address))).toEqual({ kind: 'clip', url });
  });

  test('an article to open, whatever the case of the scheme', () => {
    expect(readDeepLink(`LECTERN:open?uid=${UID}`)).toEqual({ kind: 'open', uid: UID });
  });
});

describe('is refused', () => {
  test.each([
    clip('javascript:alert(1)'),
    clip('data:text/html,x'),
    clip('file:///etc/passwd'),
    clip('/etc/passwd'),
    clip('C:\\Windows\\win.ini'),
    clip('\\\\server\\share'),
    clip('lectern:clip?url=https://example.org/'),
    clip('view-source:https://example.org/'),
    clip(''),
    clip(`https://example.org/${'a'.repeat(9000)}`),
    'lectern:',
    'lectern:clip',
    'lectern:clip?url',
    'lectern:clip?URL=https%3A%2F%2Fexample.org',
    'lectern:clip?url=https%3A%2F%2Fa.example&url=https%3A%2F%2Fb.example',
    'lectern:clip?url=https%3A%2F%2Fa.example&library=%2Ftmp',
    'lectern:clip?url=https%3A%2F%2Fa.example#x',
    'lectern://clip?url=https%3A%2F%2Fa.example',
    'lectern:/clip?url=https%3A%2F%2Fa.example',
    'lectern:delete?uid=01JDZ3N8Y7Q4W2V6T5S9R1P0MK',
    'lectern:open?uid=..%2F..%2Fetc',
    'lectern:open?url=https%3A%2F%2Fa.example',
    `lectern:open?uid=${UID}%00`,
    'https://example.org/',
  ])('as not understood: %j', (link) => {
    expect(codeOf(() => readDeepLink(link))).toBe('invalid_input');
  });

  test('as posing as another site', () => {
    expect(codeOf(() => readDeepLink(clip('https://example.org@evil.example/')))).toBe(
      'not_allowed',
    );
  });

  test('as too long, without being looked at', () => {
    expect(codeOf(() => readDeepLink(clip(`https://a.example/${'%'.repeat(350_000)}`)))).toBe(
      'too_large',
    );
    // The control: a long one that may still be.
    const long = clip(`https://a.example/${'%25'.repeat(2600)}`);
    expect(long.length).toBeLessThan(MAX_LINK_LENGTH);
    expect(codeOf(() => readDeepLink(long))).toContain('understood');
  });
});

test('of any text, a page of the web or an article comes out, or a refusal with its code', () => {
  const outcomes = fc
    .sample(oddLink, { numRuns: 1000, seed: 8 })
    .map((text) => codeOf(() => readDeepLink(text)));
  const allowed =
    /^(invalid_input|not_allowed|understood: \{"kind":("clip","url":"https?:\/\/[!-~]+"|"open","uid":"[0-9A-Z]{26}")\})$/;
  expect(outcomes.filter((outcome) => !allowed.test(outcome))).toEqual([]);
  // The control: some of them are links.
  expect(outcomes.filter((outcome) => outcome.startsWith('understood')).length).toBeGreaterThan(10);
});

test('what was copied is clipped by the same rules', () => {
  expect(pageToClip('https://example.org/a')).toEqual({
    kind: 'clip',
    url: 'https://example.org/a',
  });
  for (const text of ['', 'some words', 'javascript:alert(1)', '/etc/passwd', 'mailto:a@b.example'])
    expect(codeOf(() => pageToClip(text))).toBe('invalid_input');
});
