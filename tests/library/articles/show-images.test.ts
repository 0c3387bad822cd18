// Pictures in reader content: stored ones by name and size, missing ones by their words, and nothing else touched.
import { describe, expect, it } from 'vitest';
import { AssetName } from '#contract/types/asset.ts';
import type { SafeHtml } from '#contract/types/html.ts';
import type { StoredImage } from '#library/articles/content-repo.ts';
import { showImages } from '#library/articles/show-images.ts';
import { readPage } from '#library/clip/page/read-page.ts';

const name = AssetName.parse(`${'a'.repeat(64)}.png`);
const images = new Map<number, StoredImage>([
  [0, { position: 0, assetName: name, width: 640, height: 480 }],
  [3, { position: 3, assetName: name, width: null, height: null }],
]);
const show = (html: string) => showImages(html as SafeHtml, images);

describe('showing images', () => {
  it.each([
    [
      '<p><img src="asset:0" alt="A boat"></p>',
      `<p><img src="asset:${name}" width="640" height="480" alt="A boat"></p>`,
    ],
    ['<img src="asset:0">', `<img src="asset:${name}" width="640" height="480">`],
    ['<img src="asset:0" alt="x" />', `<img src="asset:${name}" width="640" height="480" alt="x">`],
    [
      '<img src="asset:0" alt="" width="1" height="1">',
      `<img src="asset:${name}" width="640" height="480" alt="">`,
    ],
    [
      '<img src="asset:3" alt="No size" width="5">',
      `<img src="asset:${name}" alt="No size" width="5">`,
    ],
  ])('%s', (html, expected) => {
    expect(show(html)).toBe(expected);
  });

  it.each([
    [
      '<p>a <img src="asset:1" alt="A boat &amp; a &quot;pier&quot;"> b</p>',
      '<p>a <span class="missing-picture" data-lectern-own="">A boat &amp; a &quot;pier&quot;</span> b</p>',
    ],
    ['<img src="asset:1" alt="">', ''],
    ['<img src="asset:1" alt="  ">', ''],
    ['<img src="asset:1">', ''],
    [
      '<img src="asset:99999999999999999999" alt="x">',
      '<span class="missing-picture" data-lectern-own="">x</span>',
    ],
    [
      '<img src="asset:1" alt="<script>alert(1)</script>">',
      '<span class="missing-picture" data-lectern-own="">&lt;script&gt;alert(1)&lt;/script&gt;</span>',
    ],
  ])('missing: %s', (html, expected) => {
    expect(show(html)).toBe(expected);
  });

  it.each([
    ['<img src="asset:1" alt="A boat">', 'data-lectern-own="1">A boat</span>'],
    ['<img src="asset:1">', 'data-lectern-own="1"></span>'],
    ['<img src="asset:0">', '<img src="asset:'],
  ])('missing, with a place kept for it: %s', (html, expected) => {
    expect(showImages(html as SafeHtml, images, { places: true })).toContain(expected);
  });

  it.each([
    '<p>&lt;img src="asset:0"&gt;</p>',
    '<p title="&lt;img src=&quot;asset:0&quot;&gt;">asset:0</p>',
    '<img src="asset:x" alt="">',
    '<img alt="" src="asset:0">',
    '<a href="asset:0">x</a>',
  ])('leaves alone: %s', (html) => {
    expect(show(html)).toBe(html);
  });

  it('knows images as the real pipeline writes them, and nothing that looks like one', () => {
    const words = 'Some words of the text to be read. '.repeat(40);
    const source = `<!doctype html><title>T</title><article><p>${words}</p>
      <img alt="&quot;a&quot; < b > c" width="5" src="https://example.org/a.png">
      <p>&lt;img src="asset:0"&gt;
      <a href="https://example.org/" title='<img src="asset:0">'>x</a> ${words}</p></article>`;
    const { html } = readPage({
      bytes: new TextEncoder().encode(source),
      kind: 'html',
      charset: 'utf-8',
      url: 'https://example.org/',
      name: null,
    });
    const count = (shown: string, what: string) => shown.split(what).length - 1;
    expect(count(html, '<img src="asset:0"')).toBe(1);
    const shown = show(html);
    expect(count(shown, `<img src="asset:${name}" width="640" height="480" alt="`)).toBe(1);
    expect(count(shown, name)).toBe(1);
    const missing = showImages(html, new Map());
    expect(missing).toContain(
      '<span class="missing-picture" data-lectern-own="">&quot;a&quot; &lt; b &gt; c</span>',
    );
    expect(count(missing, '<img')).toBe(0);
  });
});
