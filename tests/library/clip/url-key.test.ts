// When two addresses are the same page: spellings that must have one key, and neighbours that must not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { siteOf, urlKey } from '#library/clip/url-key.ts';

describe('urlKey', () => {
  it.each([
    ['https://example.org/a/b', 'example.org/a/b'],
    ['http://example.org/a/b', 'example.org/a/b'],
    ['HTTPS://WWW.Example.ORG:443/a/b/', 'example.org/a/b'],
    ['http://www.example.org:80/a/b#part-2', 'example.org/a/b'],
    ['https://example.org', 'example.org'],
    ['https://example.org/', 'example.org'],
    ['https://example.org./', 'example.org'],
    ['https://example.org:8443/a', 'example.org:8443/a'],
    ['https://me:secret@example.org/a', 'example.org/a'],
    ['https://example.org/a?b=2&a=1', 'example.org/a?a=1&b=2'],
    ['https://example.org/a?tag=z&id=1&tag=b', 'example.org/a?id=1&tag=z&tag=b'],
    ['https://example.org/a?utm_source=x&id=7&UTM_Medium=y&fbclid=z', 'example.org/a?id=7'],
    ['https://example.org/a?gclid=1&mc_cid=2&igshid=3&ref_src=4&_hsenc=5', 'example.org/a'],
    ['https://example.org/?', 'example.org'],
    ['https://example.org/a?&&b&', 'example.org/a?b'],
    ['https://example.org/a?b=', 'example.org/a?b'],
    ['https://example.org/%7Euser/%c3%a9', 'example.org/~user/%C3%A9'],
    ['https://example.org/~user/é', 'example.org/~user/%C3%A9'],
    ['https://example.org/Tea_%28drink%29', 'example.org/Tea_(drink)'],
    ['https://example.org/Tea_(drink)', 'example.org/Tea_(drink)'],
    ['https://example.org/a/../b/./c', 'example.org/b/c'],
    ['https://example.org/s?q=a+b', 'example.org/s?q=a%20b'],
    ['https://example.org/s?q=a%20b', 'example.org/s?q=a%20b'],
    ['https://example.org/s?q=a%2Bb', 'example.org/s?q=a%2Bb'],
    ['https://example.org/a%2Fb', 'example.org/a%2Fb'],
    ['https://example.org/#!/news/7', 'example.org#!/news/7'],
    ['https://bücher.example/ä', 'xn--bcher-kva.example/%C3%A4'],
    ['https://www.com/', 'www.com'],
    ['https://www.www.com/', 'www.com'],
    ['http://[::1]:8000/a', '[::1]:8000/a'],
    ['http://127.1/a', '127.0.0.1/a'],
    ['  https://example.org/a\n', 'example.org/a'],
  ])('%s has the key %s', (url, key) => {
    expect(urlKey(url)).toBe(key);
  });

  it.each([
    ['https://example.org/a', 'https://example.org/b'],
    ['https://example.org/a', 'https://example.org/A'],
    ['https://example.org/a', 'https://example.org/a?id=1'],
    ['https://example.org/a?id=1', 'https://example.org/a?id=2'],
    ['https://example.org/a?ref=1', 'https://example.org/a?ref=2'],
    ['https://example.org/a?source=1', 'https://example.org/a'],
    ['https://example.org/a?t=x&t=y', 'https://example.org/a?t=y&t=x'],
    ['https://example.org/a', 'https://m.example.org/a'],
    ['https://example.org/a', 'https://example.org:8443/a'],
    ['https://example.org/a%2Fb', 'https://example.org/a/b'],
    ['https://example.org/a?b=c%26d=e', 'https://example.org/a?b=c&d=e'],
    ['https://example.org/#!/a', 'https://example.org/#!/b'],
    ['https://a.github.io/x', 'https://b.github.io/x'],
  ])('%s is not %s', (one, other) => {
    expect(urlKey(one)).not.toBe(urlKey(other));
    expect(urlKey(one)).not.toBeNull();
  });

  it.each([
    '',
    'example.org',
    '/a',
    'ftp://example.org/',
    'file:///a',
    'javascript:alert(1)',
    'mailto:a@b.c',
    'data:,x',
    'http://',
    `https://example.org/${'a'.repeat(9000)}`,
  ])('%.30s names no page', (url) => expect(urlKey(url)).toBeNull());

  const urls = fc.webUrl({ withFragments: true, withQueryParameters: true });

  it('gives any text a key or null, and never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void urlKey(text)));
    fc.assert(fc.property(fc.string(), (text) => void urlKey(`http://a.b/${text}`)));
  });

  it('is the key of itself', () => {
    fc.assert(
      fc.property(urls, (url) => {
        const key = urlKey(url);
        expect(urlKey(`https://${key}`)).toBe(key);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const key = urlKey(`http://a.example/${text}`);
        return key === null || urlKey(`https://${key}`) === key;
      }),
    );
  });

  it('does not see scheme, www, fragment, tracking and the order of parameters', () => {
    const name = fc.stringMatching(/^[a-z]{1,5}$/);
    const parameters = fc.uniqueArray(fc.tuple(name, name), { selector: ([key]) => key });
    fc.assert(
      fc.property(fc.webPath(), parameters, fc.infiniteStream(fc.nat()), (path, pairs, order) => {
        const query = (list: readonly (readonly [string, string])[]) =>
          list.map(([key, value]) => `${key}=${value}`).join('&');
        const shuffled = pairs
          .map((pair) => [order.next().value, pair] as const)
          .sort(([a], [b]) => a - b)
          .map(([, pair]) => pair);
        const plain = `https://example.org${path}?${query(pairs)}`;
        const dressed = `http://www.example.org${path}?utm_source=a&${query(shuffled)}&fbclid=b#there`;
        expect(urlKey(dressed)).toBe(urlKey(plain));
      }),
    );
  });
});

describe('siteOf', () => {
  it.each([
    ['https://www.Example.org:8443/a', 'example.org'],
    ['https://blog.example.org/', 'blog.example.org'],
    ['https://bücher.example/', 'xn--bcher-kva.example'],
    ['http://127.0.0.1:8000/', '127.0.0.1'],
    ['file:///a', null],
    ['nothing', null],
  ])('%s is of %s', (url, site) => expect(siteOf(url)).toBe(site));
});
