// A page as it was saved: its own look, and nothing in it that runs, sends or asks for anything.
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it, test } from 'vitest';
import { LibraryError } from '#contract/errors.ts';
import { AssetName } from '#contract/types/asset.ts';
import { MAX_ORIGINAL_DATA_LENGTH } from '#library/clip/limits.ts';
import { readOriginal } from '#library/clip/page/original/read-original.ts';
import { png } from '../../../../support/pictures.ts';
import { pageInput } from '../../../../support/read.ts';
import { mhtml } from '../../../../support/saved-pages.ts';

const EVIL = 'https://evil.example/x';
const HERE = 'https://example.org/page';
const ASSET = AssetName.parse(`${'a'.repeat(64)}.png`);
const PICTURE = 'https://example.org/lamp.png';
const DATA = `data:image/png;base64,${png(2, 2).toString('base64')}`;

/** With `[stored]` where the address of the one stored picture stands. */
function original(
  source: string | Uint8Array,
  given: Parameters<typeof pageInput>[1] = {},
): string {
  const page = readOriginal({
    ...pageInput(source, { kind: 'html', url: HERE, ...given }),
    pictures: [{ url: PICTURE, asset: ASSET }],
    sheets: [],
  });
  expect(page.pieces.length).toBe(page.pictures.length + 1);
  expect(new Set([...page.pictures, ASSET]).size).toBe(1);
  return page.pieces.join('[stored]');
}

const RUNS = new Set(
  'script object embed applet param iframe frame frameset base template portal audio source track noscript noembed noframes plaintext xmp link set animate foreignobject'.split(
    ' ',
  ),
);
const ASKS =
  /^(?:on|src|href|action|formaction|poster|background|data$|cite|ping|manifest|longdesc|profile|usemap|codebase|archive|classid|lowsrc|dynsrc|imagesrcset)/;

/** What a browser would find in it that runs or asks for something, without style. Written apart from what makes pages inert. */
function dangers(html: string): string[] {
  const found: string[] = [];
  const waiting: Tree.Node[] = [parse(html)];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('content' in node) waiting.push(node.content);
    if ('childNodes' in node) waiting.push(...node.childNodes);
    if (!('tagName' in node)) continue;
    const tag = node.tagName.toLowerCase();
    if (RUNS.has(tag)) found.push(`<${tag}>`);
    for (const { name, value } of node.attrs) {
      if (name === 'http-equiv') found.push(`${tag} ${name}`);
      if (ASKS.test(name) && !/^(?:#|data:image\/|\[stored\]$)/.test(value)) {
        found.push(`${tag} ${name} ${value}`);
      }
    }
  }
  return found;
}

test.each([
  ['a script', `<script src="${EVIL}"></script><script>fetch('${EVIL}')</script>`],
  ['a handler', `<img src="${EVIL}" onerror="fetch('${EVIL}')"><p onclick="x()">a</p>`],
  ['a refresh', `<meta http-equiv="refresh" content="0;url=${EVIL}">`],
  ['a base', `<base href="${EVIL}"><img src="a.png">`],
  [
    'a sheet of style',
    `<link rel="stylesheet" href="${EVIL}"><link rel=preconnect href="${EVIL}">`,
  ],
  ['style that asks', `<style>@import "${EVIL}"; p { background: url(${EVIL}) }</style>`],
  ['style of an element', `<p style="background: u\\72l(${EVIL})">a</p>`],
  ['a form', `<form action="${EVIL}"><input formaction="${EVIL}" type=image src="${EVIL}"></form>`],
  [
    'sources of a picture',
    `<picture><source srcset="${EVIL} 2x"><img srcset="${EVIL} 2x" src="${EVIL}"></picture>`,
  ],
  ['a frame', `<iframe src="${EVIL}" srcdoc="<script>fetch('${EVIL}')</script>"></iframe>`],
  [
    'a player',
    `<video src="${EVIL}" poster="${EVIL}"><source src="${EVIL}"></video><audio src="${EVIL}"></audio>`,
  ],
  ['a plug-in', `<object data="${EVIL}"><embed src="${EVIL}"></object>`],
  ['a background', `<table background="${EVIL}"><tr><td background="${EVIL}">a</table>`],
  ['a script in a drawing', `<svg><script href="${EVIL}"/><script>fetch('${EVIL}')</script></svg>`],
  [
    'an address in a drawing',
    `<svg><image href="${EVIL}"/><use xlink:href="${EVIL}#a"/><feImage href="${EVIL}"/><rect fill="url(${EVIL}#a)" style="fill: url(${EVIL})"/></svg>`,
  ],
  [
    'style in a drawing',
    `<svg><style>a { fill: url(${EVIL}) } &lt;img src="x" onerror=x></style></svg>`,
  ],
  [
    'a drawing that moves',
    `<svg><a><set attributeName="href" to="${EVIL}"/><text>a</text></a></svg>`,
  ],
  [
    'markup in a drawing',
    `<svg><foreignObject><iframe src="${EVIL}"></iframe></foreignObject></svg>`,
  ],
  ['a shadow', `<div><template shadowrootmode="open"><img src="${EVIL}"></template></div>`],
  [
    'what is shown without scripts',
    `<noscript><img src="${EVIL}"><style>p{background:url(${EVIL})}</style></noscript>`,
  ],
  [
    'text that is read in another way',
    `<noembed><img src="${EVIL}"></noembed><math><mtext><table><mglyph><style><img src="${EVIL}" onerror=x></style></table></mtext></math>`,
  ],
  ['a comment for old browsers', `<!--[if IE]><script src="${EVIL}"></script><![endif]-->`],
])('%s does nothing', (_, markup) => {
  const page = `<!doctype html><title>A</title><body><p>Kept.</p>${markup}<p>And kept.</p>`;
  expect(page).toContain('evil.example');
  const html = original(page);
  expect(html).not.toContain('evil.example');
  expect(dangers(html)).toEqual([]);
  expect(html).toContain('<p>Kept.</p>');
  expect(html).toContain('<p>And kept.</p>');
});

test('what looks for dangers finds them', () => {
  expect(
    dangers(`<script></script><img src="${EVIL}" onerror="x"><meta http-equiv=refresh>`).sort(),
  ).toEqual(['<script>', 'img onerror x', `img src ${EVIL}`, 'meta http-equiv'].sort());
});

describe('a page as it was saved', () => {
  it('keeps its look: document type, names, style, and what is in it or stored', () => {
    const html = original(
      `<!doctype html><html lang="de" class="dark" data-theme="x"><head><title>A</title><style>p { color: red; background: url(lamp.png) }</style></head>` +
        `<body bgcolor="#eee"><p id="a" style="margin: 1px" onclick="x()">ä</p><img alt="B" width="9" height="9" src="/lamp.png">` +
        `<img src="${DATA}"><svg viewBox="0 0 1 1"><defs><path id="s" d="M0 0"/></defs><use href="#s" fill="url(#s)"/></svg></body></html>`,
    );
    expect(html).toBe(
      `<!DOCTYPE html><html lang="de" class="dark" data-theme="x"><head><meta charset="utf-8"><title>A</title><style>p { color: red; background: url("[stored]") }</style></head>` +
        `<body bgcolor="#eee"><p id="a" style="margin: 1px">ä</p><img alt="B" width="9" height="9" src="[stored]">` +
        `<img src="${DATA}"><svg viewBox="0 0 1 1"><defs><path id="s" d="M0 0"></path></defs><use fill="url(&quot;#s&quot;)" href="#s"></use></svg></body></html>`,
    );
  });

  it('shows pictures that a script would have brought, and those for readers without scripts', () => {
    const html = original(
      `<img class="lazy" data-src="${PICTURE}"><img src="data:image/gif;base64,R0lG"><noscript><img src="${PICTURE}"></noscript>`,
    );
    expect(html.match(/\[stored\]/g)).toHaveLength(2);
  });

  it('leads to its own places, and only names others', () => {
    const html = original(
      `<a href="#b">b</a><a href="${HERE}#c">c</a><a href="/else">d</a><a href="javascript:x()">e</a><a href="//evil.example" title="T">f</a>`,
    );
    expect(html).toContain(
      '<a href="#b">b</a><a href="#c">c</a><a title="https://example.org/else">d</a><a>e</a><a title="T">f</a>',
    );
  });

  it('has the style and the pictures of its archive', () => {
    const location = 'https://example.org/page';
    const saved = mhtml({
      head: [`Snapshot-Content-Location: ${location}`],
      parts: [
        {
          type: 'text/html; charset="utf-8"',
          encoding: '8bit',
          location,
          body: Buffer.from(
            '<style>@import "s/c.css" print;</style><link rel="stylesheet" href="s/a.css" media="screen"><link rel="stylesheet" href="gone.css"><p>a</p>',
          ),
        },
        {
          type: 'text/css',
          encoding: '8bit',
          location: 'https://example.org/s/a.css',
          body: Buffer.from(`p { background: url(b.png) } q { background: url(${EVIL}) }`),
        },
        {
          type: 'text/css',
          encoding: '8bit',
          location: 'https://example.org/s/c.css',
          body: Buffer.from(
            `@import "d/e.css"; @import "c.css"; @import "${EVIL}"; i { color: red }`,
          ),
        },
        {
          type: 'text/css',
          encoding: '8bit',
          location: 'https://example.org/s/d/e.css',
          body: Buffer.from('s { background: url(../b.png) }'),
        },
        {
          type: 'image/png',
          encoding: 'base64',
          location: 'https://example.org/s/b.png',
          body: png(2, 2),
        },
      ],
    });
    const html = original(saved, { name: 'page.mhtml' });
    expect(html).toContain(
      `<style media="screen">p { background: url("${DATA}") } q { background: url("data:,") }</style>`,
    );
    expect(html).not.toContain('<link');
    // What it is made of stands in its place, as often as it names itself without going round for ever.
    expect(html).toContain(`<style>@media print {s { background: url("${DATA}") }`);
    expect(html.match(/i \{ color: red \}/g)).toHaveLength(5);
    expect(html).not.toContain('import');
  });

  it('is read in the charset in which it was saved', () => {
    expect(
      original(Buffer.from('<p>caf\xe9</p>', 'latin1'), { charset: 'windows-1252' }),
    ).toContain('<p>café</p>');
  });

  it('is shown plainly where it is a text', () => {
    expect(original('One <b>\n\n  two', { kind: 'text', name: 'a.txt' })).toContain(
      '<pre style="white-space: pre-wrap">One &lt;b&gt;\n\n  two</pre>',
    );
  });

  it('does not grow without end by naming one picture over and over', () => {
    const large = `data:image/png;base64,${'A'.repeat(2_000_000)}`;
    const many = `<style>${'p { background: url(lifted:0) }'.repeat(200)}</style><img src="${large}">`;
    expect(original(many).length).toBeLessThan(MAX_ORIGINAL_DATA_LENGTH + 100_000);
    expect(original(`<style>p { background: url(${large}) }</style>`)).toContain(large);
  });

  it('of too many elements is refused with a sentence', () => {
    expect(() => original('<p>'.repeat(160_000))).toThrow(LibraryError);
    expect(() => original('<p>'.repeat(160_000))).toThrow(/more than 150,000 elements/);
  });
});
