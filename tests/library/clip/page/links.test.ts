// Links: absolute, harmless, and those within the page still within it.
import { describe, expect, it } from 'vitest';
import { article, read } from '../../../support/read.ts';

const linkOf = (href: string, given = {}, head = ''): string | undefined => {
  const { html } = read(
    article(
      `<p>Words <a href="${href}">here</a> and more.</p><h2 id="caf&eacute;">A place</h2>`,
      head,
    ),
    { url: 'https://x.example/a/b.html?c=d', ...given },
  );
  expect(html).toContain('here');
  return /<a href="([^"]*)">here/.exec(html)?.[1];
};

describe('a link', () => {
  it.each([
    ['c.html', 'https://x.example/a/c.html'],
    ['/c?d=e&amp;f=g', 'https://x.example/c?d=e&amp;f=g'],
    ['//y.example/z', 'https://y.example/z'],
    ['HTTP://Y.example', 'http://y.example/'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['https://x.example/a/b.html?c=d#café', '#page-1'],
    ['b.html?c=d#caf%C3%A9', '#page-1'],
    ['#café', '#page-1'],
    ['#nowhere', 'https://x.example/a/b.html?c=d#nowhere'],
    ['other.html#café', 'https://x.example/a/other.html#caf%C3%A9'],
  ])('%j leads to %j', (href, url) => {
    expect(linkOf(href)).toBe(url);
  });

  it.each([
    'javascript:alert(1)',
    ' JAVASCRIPT:alert(1)',
    'java&#10;script:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://x.example/1',
    'ms-msdt:/id',
    'smb://x/y',
    'tel:123',
    'about:blank',
    'https://',
    'http://[',
    '#',
    `https://x.example/${'y'.repeat(9000)}`,
  ])('%j leads nowhere, and its words stay', (href) => {
    expect(linkOf(href)).toBeUndefined();
  });

  it('without a base is kept where it needs none', () => {
    expect(linkOf('c.html', { url: null })).toBeUndefined();
    expect(linkOf('https://y.example/', { url: null })).toBe('https://y.example/');
    expect(linkOf('#café', { url: null })).toBe('#page-1');
  });

  it('goes by the first base of the page', () => {
    expect(linkOf('c.html', {}, '<base href="../deep/"><base href="/other/">')).toBe(
      'https://x.example/deep/c.html',
    );
    expect(linkOf('c.html', {}, '<base href="javascript:alert(1)//">')).toBe(
      'https://x.example/a/c.html',
    );
  });

  it('is told of with its words', () => {
    const { links } = read(
      article(
        '<p>See <a href="https://y.example/1"> the\n <b>first</b></a> and <a href="mailto:a@b.example">me</a>.</p>',
      ),
    );
    expect(links).toEqual([
      { url: 'https://y.example/1', text: 'the first' },
      { url: 'mailto:a@b.example', text: 'me' },
    ]);
  });
});
