// Pages that scripts are to fill, and pages that are as short as they look.
import { describe, expect, it } from 'vitest';
import { article, prose, read } from '../../../support/read.ts';

const SCRIPT = '<script src="/bundle.js"></script>';
const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Herons</title>${head}</head><body>${body}</body></html>`;
const description = (words: string) => `<meta property="og:description" content="${words}">`;
const jsonLd = (fields: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', headline: 'Herons', ...fields })}</script>`;
const TEASER = '<p>Herons stand in shallow water and wait.</p>';

const asks = (markup: string) =>
  read(markup, { url: 'https://x.example/herons' }).needsScripts ?? false;

describe('a page that needs its scripts', () => {
  it.each([
    ['an empty root', page(`<div id="root"></div>${SCRIPT}`)],
    [
      'a root with nothing but what turns',
      page(`<div id="__next"><div class="spinner"><svg></svg>Loading…</div></div>${SCRIPT}`),
    ],
    ['an element of its own kind', page(`<app-root></app-root>${SCRIPT}`)],
    [
      'a noscript that says so',
      page(
        `<noscript>You need to enable JavaScript to run this app.</noscript><div class="x"></div>${SCRIPT}`,
      ),
    ],
    [
      'the same in Japanese',
      page(`<noscript>JavaScriptを有効にしてください。</noscript>${SCRIPT}`),
    ],
    ['a description longer than the text', page(`${TEASER}${SCRIPT}`, description(prose(3)))],
    [
      'a body that is in its data alone',
      page(`${TEASER}${SCRIPT}`, jsonLd({ articleBody: prose(40) })),
    ],
    ['a count of words that are not there', page(`${TEASER}${SCRIPT}`, jsonLd({ wordCount: 900 }))],
    [
      'a script inside the page',
      page(`<div id="app"></div><script>${'render();'.repeat(40)}</script>`),
    ],
  ])('%s', (_, markup) => {
    expect(asks(markup)).toBe(true);
  });
});

it('a page that needs its scripts says so also where it looks like a check for robots', () => {
  const shell = page(
    `<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div>${SCRIPT}`,
  );
  expect(read(shell, { url: 'https://x.example/herons' })).toMatchObject({
    needsScripts: true,
    standIn: 'check',
  });
});

describe('a page that does not', () => {
  it.each([
    ['a short note without scripts', page(TEASER)],
    ['a short note with a counter', page(`${TEASER}${SCRIPT}`)],
    ['an empty root, and nothing that would fill it', page('<div id="root"></div>')],
    ['data that is no script', page(`<div id="root"></div>${jsonLd({})}`)],
    ['a root with the text in it', page(`<div id="root">${article(prose(4))}</div>${SCRIPT}`)],
    [
      'an article under a noscript for its comments',
      page(
        `<article><h1>Herons</h1><p>${prose(12)}</p></article><noscript>Enable JavaScript to see the comments.</noscript>${SCRIPT}`,
      ),
    ],
    [
      'an article with a long description',
      page(`<article><p>${prose(12)}</p></article>${SCRIPT}`, description(prose(3))),
    ],
    [
      'words that have to be paid for',
      page(`<p>${prose(4)}</p>${SCRIPT}`, jsonLd({ wordCount: 900, isAccessibleForFree: 'False' })),
    ],
    [
      'a count of characters',
      page(`<article><p>${prose(20)}</p></article>${SCRIPT}`, jsonLd({ wordCount: 2600 })),
    ],
  ])('%s', (_, markup) => {
    expect(asks(markup)).toBe(false);
  });
});
