// The document that is printed: the whole article and where it is from, everything of a page escaped.
import { expect, test } from 'vitest';
import type { SafeHtml } from '#contract/types/html.ts';
import { type PrintPageParts, printDocument } from '#hosts/print-page.ts';

const name = `${'ab'.repeat(32)}.png`;

function document(
  given: Partial<PrintPageParts['article']> = {},
  html = '<p>Text.</p>',
  more: Partial<PrintPageParts> = {},
) {
  return printDocument({
    article: {
      title: 'A title',
      siteName: null,
      author: null,
      publishedAt: null,
      wordCount: 0,
      lang: null,
      dir: null,
      url: null,
      savedAt: Date.UTC(2026, 10, 25, 23, 30),
      ...given,
    },
    content: { html: html as SafeHtml },
    assetUrl: (asset) => `/asset/CAP/${asset}`,
    fontUrl: (file) => `/font/CAP/${file}`,
    sources: { images: 'http://h/asset/', fonts: 'http://h/font/' },
    nonce: 'N0nce',
    script: 'run();',
    style: '@font-face{src:url(../assets/literata-1.woff2)}',
    timeZone: 'UTC',
    asksToPrint: false,
    ...more,
  });
}

test('is exactly this, so that the print script can rely on it', () => {
  const { html, headers } = document({
    title: 'Über „Bücher“',
    author: 'Ann Author',
    siteName: 'Example',
    publishedAt: '2024-02-29',
    wordCount: 1150,
    lang: 'de',
    dir: 'ltr',
    url: 'https://example.org/a?b=1&c=2',
  });
  expect(html).toBe(`<!doctype html>
<html lang="de" dir="ltr" data-print="later">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Über „Bücher“</title>
<style nonce="N0nce">@font-face{src:url("/font/CAP/literata-1.woff2")}</style>
</head>
<body>
<main>
<header id="title-block">
<h1 dir="auto">Über „Bücher“</h1>
<div id="byline"><p dir="auto">Ann Author · Example</p><p dir="auto">February 29, 2024</p></div>
</header>
<article id="content"><p>Text.</p></article>
<footer id="origin" lang="en" dir="ltr"><p><a href="https://example.org/a?b=1&amp;c=2">https://example.org/a?b=1&amp;c=2</a></p><p>Saved on November 25, 2026</p></footer>
</main>
<script nonce="N0nce">run();</script>
</body>
</html>
`);
  expect(headers).toEqual({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "sandbox allow-scripts; default-src 'none'; img-src http://h/asset/; style-src 'nonce-N0nce'; script-src 'nonce-N0nce'; font-src http://h/font/; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-dns-prefetch-control': 'off',
    'cache-control': 'no-store',
  });
});

test('only a tab that asks for printing may open a dialog', () => {
  const { html, headers } = document({}, '', { asksToPrint: true });
  expect(html).toContain('data-print="now"');
  expect(headers['content-security-policy']).toMatch(/^sandbox allow-scripts allow-modals; /);
});

test('nothing of the article but its reader content can become markup', () => {
  const hostile = `"'></title></h1><script>alert(1)</script><img src=x onerror=alert(1)>&amp;`;
  const { html } = document({
    title: hostile,
    author: hostile,
    siteName: hostile,
    lang: hostile,
    publishedAt: hostile,
    url: `javascript:${hostile}`,
  });
  const tags = [...html.matchAll(/<([a-z0-9]+)/g)].map((match) => match[1]);
  expect(tags).toEqual(
    'html head meta meta title style body main header h1 div p article p footer p p script'.split(
      ' ',
    ),
  );
  expect(html).not.toContain('href=');
});

test('the day it was saved is the reader’s own', () => {
  const day = (timeZone: string) =>
    /Saved on ([^<]*)/.exec(document({}, '', { timeZone }).html)?.[1];
  expect(day('America/Los_Angeles')).toBe('November 25, 2026');
  expect(day('Asia/Tokyo')).toBe('November 26, 2026');
});

test('pictures stand at the host’s address, and what was folded is open', () => {
  const { html } = document(
    {},
    `<img src="asset:${name}" alt="x"><details id="page-1"><summary>S</summary>&lt;details&gt;</details><details open=""></details>`,
  );
  expect(/<article id="content">(.*)<\/article>/s.exec(html)?.[1]).toBe(
    `<img src="/asset/CAP/${name}" alt="x"><details id="page-1" open><summary>S</summary>&lt;details&gt;</details><details open=""></details>`,
  );
});
