// The document of the article frame: everything of a page escaped, pictures and fonts at the host's own addresses.
import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { SafeHtml } from '#contract/types/html.ts';
import { type ArticlePageParts, articleDocument } from '#hosts/article-page.ts';

const name = `${'ab'.repeat(32)}.png`;

function document(given: Partial<ArticlePageParts['article']> = {}, html = '<p>Text.</p>') {
  return articleDocument({
    article: {
      title: 'A title',
      siteName: null,
      author: null,
      publishedAt: null,
      wordCount: 0,
      lang: null,
      dir: null,
      ...given,
    },
    content: { html: html as SafeHtml },
    assetUrl: (asset) => `/asset/CAP/${asset}`,
    fontUrl: (file) => `/font/CAP/${file}`,
    sources: { images: 'http://h/asset/', fonts: 'http://h/font/', ancestors: 'http://h' },
    nonce: 'N0nce',
    headScript: 'ask();',
    script: 'run();',
    codeScript: 'colour();',
    style: 'p{margin:0}',
  });
}

test('is exactly this, so that the frame’s script can rely on it', () => {
  const { html, headers } = document({
    title: 'Über „Bücher“',
    author: 'Ann Author',
    siteName: 'Example',
    publishedAt: '2024-02-29T23:30:00-11:00',
    wordCount: 1150,
    lang: 'de',
    dir: 'ltr',
  });
  expect(html).toBe(`<!doctype html>
<html lang="de" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Über „Bücher“</title>
<style nonce="N0nce">p{margin:0}</style>
<script nonce="N0nce">ask();</script>
</head>
<body>
<main>
<header id="title-block">
<h1 dir="auto">Über „Bücher“</h1>
<div id="byline"><p dir="auto">Ann Author · Example</p><p dir="auto">February 29, 2024 · 5 min read</p></div>
</header>
<article id="content"><p>Text.</p></article>
</main>
<script nonce="N0nce">run();</script>
</body>
</html>
`);
  expect(headers).toEqual({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "sandbox allow-scripts; default-src 'none'; img-src http://h/asset/; style-src 'nonce-N0nce'; script-src 'nonce-N0nce'; font-src http://h/font/; form-action 'none'; base-uri 'none'; frame-ancestors http://h",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-dns-prefetch-control': 'off',
    'cache-control': 'no-store',
  });
});

test('nothing of the article but its reader content can become markup', () => {
  const hostile = `"'></title></h1><script>alert(1)</script><img src=x onerror=alert(1)>&amp;`;
  const { html } = document({
    title: hostile,
    author: hostile,
    siteName: hostile,
    lang: hostile,
    publishedAt: hostile,
  });
  const tags = [...html.matchAll(/<([a-z0-9]+)/g)].map((match) => match[1]);
  expect(tags).toEqual(
    'html head meta meta title style script body main header h1 div p article p script'.split(' '),
  );
  // And a parser agrees: the title is read back as it was.
  expect(
    JSON.stringify(parse(html), (key, value) => (key === 'parentNode' ? null : value)),
  ).toContain(JSON.stringify(hostile));
});

test('a byline leaves out what is not known, and what is no date', () => {
  const byline = (given: Partial<ArticlePageParts['article']>) =>
    /<div id="byline">(.*)<\/div>/.exec(document(given).html)?.[1];
  expect(byline({})).toBe('');
  expect(byline({ publishedAt: 'yesterday', author: 'Ann' })).toBe('<p dir="auto">Ann</p>');
  expect(byline({ publishedAt: '2024-13-99', wordCount: 3 })).toBe('<p dir="auto">1 min read</p>');
});

describe('pictures', () => {
  const shown = (html: string) =>
    /<article id="content">(.*)<\/article>/s.exec(document({}, html).html)?.[1];

  test('stand at the host’s address', () => {
    expect(shown(`<img alt="x" src="asset:${name}" width="3">`)).toBe(
      `<img alt="x" src="/asset/CAP/${name}" width="3">`,
    );
  });
  test('come when they are near, where they take their room before', () => {
    const size = 'width="3" height="2"';
    expect(shown(`<img src="asset:${name}" ${size}>`)).toBe(
      `<img src="/asset/CAP/${name}" ${size} loading="lazy">`,
    );
    expect(shown(`<img src="asset:${name}" ${size} />`)).toBe(
      `<img src="/asset/CAP/${name}" ${size} loading="lazy" />`,
    );
    expect(shown(`<p title=' width="1" height="1"'>x</p>`)).not.toContain('lazy');
  });
  test('with a name that is none lose their address', () => {
    expect(shown('<img src="asset:../../etc/passwd" alt="x">')).toBe('<img alt="x">');
  });
  test('are only tags: words that look like one stay words', () => {
    const words = `<p> src="asset:${name}" &lt;img src="asset:${name}"&gt;</p>`;
    expect(shown(words)).toBe(words);
  });
});

test('the script that colours code comes only where there is code', () => {
  const coloured = (html: string) =>
    document({}, html).html.includes('<script nonce="N0nce">colour();</script>');
  expect(coloured('<pre class="language-js">let a;</pre>')).toBe(true);
  expect(coloured('<p>&lt;pre&gt; and <code>let a;</code></p>')).toBe(false);
});

test('fonts stand at the host’s address, and nothing ends the style or the script early', () => {
  const { html } = articleDocument({
    article: {
      title: 't',
      siteName: null,
      author: null,
      publishedAt: null,
      wordCount: 0,
      lang: null,
      dir: null,
    },
    content: { html: '' as SafeHtml },
    assetUrl: String,
    fontUrl: (file) => `/font/CAP/${file}`,
    sources: { images: 'i', fonts: 'f', ancestors: 'a' },
    nonce: 'n',
    headScript: '',
    codeScript: '',
    style:
      '@font-face{src:url(../assets/literata-latin-Ab_1.woff2) format("woff2"),url("../assets/b.woff2"),url(../assets/../../x.woff2)}/*</style><b>*/',
    script: 'const a="</script><!--<script>"',
  });
  expect(html).toContain(
    '@font-face{src:url("/font/CAP/literata-latin-Ab_1.woff2") format("woff2"),url("/font/CAP/b.woff2"),url(../assets/../../x.woff2)}/*<\\/style><b>*/</style>',
  );
  expect(html).toContain('const a="<\\/script><\\!--<script>"</script>');
});
