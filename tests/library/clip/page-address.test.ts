// Whether a page's own word about its address is taken.
import { describe, expect, it } from 'vitest';
import { addressOf } from '#library/clip/page-address.ts';

const address = (sourceUrl: string | null, canonicalUrl: string | null) =>
  addressOf({ sourceUrl, canonicalUrl });

describe('a canonical URL', () => {
  it('counts within the site', () => {
    expect(address('https://m.example.co.uk/a?x=1', 'https://www.example.co.uk/a')).toEqual({
      sourceUrl: 'https://m.example.co.uk/a?x=1',
      canonicalUrl: 'https://www.example.co.uk/a',
      urlKey: 'example.co.uk/a',
      site: 'example.co.uk',
    });
  });

  it('counts where nothing else says where the page came from', () => {
    expect(address(null, 'https://example.org/a')).toEqual({
      sourceUrl: null,
      canonicalUrl: 'https://example.org/a',
      urlKey: 'example.org/a',
      site: 'example.org',
    });
  });

  it.each([
    ['of another site', 'https://example.org/a', 'https://example.com/a'],
    ['of another site under a shared domain', 'https://a.github.io/a', 'https://b.github.io/a'],
    ['of another address of this computer', 'http://127.0.0.1:8000/a', 'http://127.0.0.2:8000/a'],
    ['that is the front page', 'https://example.org/a', 'https://example.org/'],
    ['that is the front page with www', 'https://example.org/a', 'https://www.example.org'],
    ['that is no web address', 'https://example.org/a', 'javascript:alert(1)'],
    ['that is a file', 'https://example.org/a', 'file:///etc/passwd'],
    ['that is nothing', 'https://example.org/a', ''],
  ])('%s does not count', (_, source, canonical) => {
    expect(address(source, canonical)).toEqual({
      sourceUrl: source,
      canonicalUrl: null,
      urlKey: expect.stringMatching(/\/a$/),
      site: expect.any(String),
    });
  });

  it.each([
    ['https://example.org/?utm_source=x', 'https://example.org/', 'example.org'],
    ['http://localhost:8000/a', 'http://localhost:8000/b', 'localhost:8000/b'],
    ['https://example.org/?p=7', 'https://example.org/?p=7', 'example.org?p=7'],
  ])('of %s may be %s', (source, canonical, key) => {
    expect(address(source, canonical)).toMatchObject({ canonicalUrl: canonical, urlKey: key });
  });

  it('that is the front page tells pages apart only where the source is one, too', () => {
    expect(address(null, 'https://example.org/')).toEqual({
      sourceUrl: null,
      canonicalUrl: 'https://example.org/',
      urlKey: null,
      site: 'example.org',
    });
  });
});

it('A page without any address has none', () => {
  expect(address(null, null)).toEqual({
    sourceUrl: null,
    canonicalUrl: null,
    urlKey: null,
    site: null,
  });
  expect(address('file:///home/me/a.html', null)).toMatchObject({ sourceUrl: null, urlKey: null });
});
