// Where an article goes on, and where it only seems to: series, archives, comments, galleries.
import { describe, expect, it } from 'vitest';
import { isNextPage } from '#library/clip/page/page-number.ts';
import { article, prose, read } from '../../../support/read.ts';

const S = 'https://x.example';

describe('the address of a next page', () => {
  it.each([
    ['/a/tides', '/a/tides/2', 1],
    ['/a/tides/', '/a/tides/2/', 1],
    ['/a/tides', '/a/tides/page/2/', 1],
    ['/a/tides', '/a/tides?page=2', 1],
    ['/a/tides?page=1', '/a/tides?page=2', 1],
    ['/a/tides?id=7', '/a/tides?id=7&seite=2', 1],
    ['/a/tides.html', '/a/tides-2.html', 1],
    ['/a/tides.html', '/a/tides,seite2.html', 1],
    ['/a/tides.html', '/a/tides.page-2.html', 1],
    ['/a/index.html', '/a/2', 1],
    ['/a/tides/seite/2', '/a/tides/seite/3', 2],
    ['/a/tides-9.php', '/a/tides-10.php', 9],
    ['/a/tides/p%C3%A1gina/2', '/a/tides/p%C3%A1gina/3', 2],
  ])('%s, %s after page %d', (from, to, number) => {
    expect(isNextPage(S + from, S + to, number)).toBe(true);
  });

  it.each([
    ['/', '/page/2', 1, 'the front page'],
    ['/a/tides', '/a/tides/3', 1, 'not the one after it'],
    ['/a/tides', '/a/gales/2', 1, 'another article'],
    ['/a/123', '/a/124', 1, 'articles by number'],
    ['/a/tides-part-1', '/a/tides-part-2', 1, 'parts of a series'],
    ['/a/tides', '/a/tides-2', 1, 'another article of the same name'],
    ['/a/tides/1', '/a/tides/2', 1, 'chapters'],
    ['/a/tides', '/a/tides/comment-page-2', 1, 'comments'],
    ['/a/tides', '/a/tides?cpage=2', 1, 'comments'],
    ['/a/tides', '/a/tides?id=2', 1, 'another parameter'],
    ['/a/tides?page=2', '/a/tides?page=2', 1, 'itself'],
    ['/a/tides/3', '/a/tides/2', 3, 'the one before'],
  ])('not %s, %s after page %d: %s', (from, to, number) => {
    expect(isNextPage(S + from, S + to, number)).toBe(false);
  });

  it('is of the same host', () => {
    expect(isNextPage(`${S}/a`, 'https://y.example/a/2', 1)).toBe(false);
    expect(isNextPage('javascript:1', 'data:,2', 1)).toBe(false);
  });
});

const nextOf = (body: string, head = '', url = `${S}/a/tides`) =>
  read(article(body, head), { url }).nextPage;

describe('a page goes on', () => {
  it.each([
    ['by what it says in its head', '', '<link rel="next" href="/a/tides/2">'],
    ['by a link that says so', '<p><a rel="nofollow next" href="/a/tides/2">…</a></p>', ''],
    ['in English', '<p><a href="/a/tides/2">Next page »</a></p>', ''],
    ['in German', '<p><a href="/a/tides/2">Weiter auf Seite 2</a></p>', ''],
    ['in Russian', '<p><a href="/a/tides/2">Следующая страница</a></p>', ''],
    ['in Japanese', '<p><a href="/a/tides/2">次のページ</a></p>', ''],
    ['in Arabic', '<p><a href="/a/tides/2">الصفحة التالية</a></p>', ''],
    ['by an arrow', '<nav><a href="/a/tides/2">›</a></nav>', ''],
    [
      'by an icon with a name',
      '<nav><a href="/a/tides/2" aria-label="Next page"><i></i></a></nav>',
      '',
    ],
    [
      'by numbers',
      '<div class="pager"><b>1</b> <a href="/a/tides/2">2</a> <a href="/a/tides/3">3</a></div>',
      '',
    ],
  ])('%s', (_, body, head) => {
    expect(nextOf(body, head)).toBe(`${S}/a/tides/2`);
  });

  it.each([
    ['a number that is none of a page', '<p>See note <a href="/a/tides/2">2</a>.</p>'],
    ['a link with other words', '<p>As told <a href="/a/tides/2">in the second chapter</a>.</p>'],
    ['the pages of its comments', '<div class="comments"><a href="/a/tides?page=2">Next</a></div>'],
    ['related articles', '<div class="related"><a href="/a/tides/2">Next</a></div>'],
    ['the next article of a series', '<p><a rel="next" href="/a/gales">Next: Gales</a></p>'],
  ])('not by %s', (_, body) => {
    expect(nextOf(body)).toBeUndefined();
  });

  it('only when it is an article', () => {
    const next = '<link rel="next" href="/a/tides/2">';
    const page = (body: string) =>
      read(`<html><head><title>Tides</title>${next}</head><body>${body}</body></html>`, {
        url: `${S}/a/tides`,
      }).nextPage;
    const teaser = (at: number) =>
      `<article class="post"><h2><a href="/a/${at}-tide">Tide ${at}</a></h2><p>${prose(3)}</p><a href="/a/${at}-tide">Read more</a></article>`;
    const archive = [1, 2, 3, 4, 5].map(teaser).join('');
    const pictures = Array.from(
      { length: 9 },
      (_, at) => `<a href="/p/${at}"><img src="/p/${at}.jpg" alt=""></a>`,
    ).join('');
    const thread = Array.from(
      { length: 6 },
      (_, at) => `<div class="message"><b>User ${at}</b><p>${prose(2)} ${at}</p></div>`,
    ).join('');
    expect(page(`<main>${archive}</main>`)).toBeUndefined();
    expect(page(`<main><h1>Pictures of the year</h1>${pictures}</main>`)).toBeUndefined();
    expect(page(`<main><h1>Which tide?</h1>${thread}</main>`)).toBeUndefined();
    // The same with one article, and teasers beneath it.
    expect(page(`<article><h1>Tides</h1><p>${prose(30)}</p></article>`)).toBe(`${S}/a/tides/2`);
    const short = [1, 2, 3, 4].map(
      (at) =>
        `<article class="card"><h3><a href="/a/${at}-x">Tide ${at}</a></h3><p>Short.</p></article>`,
    );
    expect(
      page(
        `<article><h1>Tides</h1><p>${prose(30)}</p></article><section>${short.join('')}</section>`,
      ),
    ).toBe(`${S}/a/tides/2`);
  });
});
