// Pictures of a page that was saved without its address: all that can be had lies beside it, under whatever attribute names it;
// what does not is said to be missing.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeContext } from '../../support/make-context.ts';
import * as pictures from '../../support/pictures.ts';
import { article } from '../../support/read.ts';
import { mhtml } from '../../support/saved-pages.ts';
import { tempDir } from '../../support/temp-dir.ts';

const BLANK = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const FOLDER = 'Herons_files';

/** Each with a picture of its own width, by which it is told. */
const forms: readonly [string, string, Record<string, Uint8Array>, number][] = [
  ['src', 'src="F/a.png"', { 'a.png': pictures.png(301, 200) }, 301],
  [
    'the largest of a srcset that is of use',
    'src="F/s.png" srcset="F/m.png 800w, F/l.png 1600w, F/xl.png 4000w"',
    {
      's.png': pictures.png(302, 200),
      'm.png': pictures.png(800, 200),
      'l.png': pictures.png(1600, 200),
      'xl.png': pictures.png(4000, 200),
    },
    1600,
  ],
  [
    'the one of a srcset that was saved',
    'srcset="F/m.png 800w, F/l.png 1600w, F/xl.png 4000w"',
    { 'm.png': pictures.png(801, 200) },
    801,
  ],
  [
    'src, where nothing of the srcset was saved',
    'src="F/s.png" srcset="a.png 100w, b.png 200w, c.png 300w, d.png 400w, e.png 500w, f.png 600w, g.png 700w"',
    { 's.png': pictures.png(303, 200) },
    303,
  ],
  [
    'a lazy srcset',
    `src="${BLANK}" data-srcset="F/b.png 900w"`,
    { 'b.png': pictures.png(304, 200) },
    304,
  ],
  ['a lazy src', `src="${BLANK}" data-src="./F/c.png"`, { 'c.png': pictures.png(305, 200) }, 305],
  [
    'one of its cousins',
    'data-original="F/d%20e.png?v=1"',
    { 'd e.png': pictures.png(306, 200) },
    306,
  ],
  ['the root of its site', 'src="/F/f.png"', { 'f.png': pictures.png(307, 200) }, 307],
  [
    'the disk on which it lay',
    'src="file:///C:/Users/ann/Desktop/F/g.png"',
    { 'g.png': pictures.png(308, 200) },
    308,
  ],
  ['a separator of Windows', 'src="F\\h.png"', { 'h.png': pictures.png(309, 200) }, 309],
];

const around: readonly [string, string, Record<string, Uint8Array>, number][] = [
  [
    'a source of a picture',
    `<picture><source type="image/webp" srcset="F/i.webp 1200w"><img src="${BLANK}" alt="A"></picture>`,
    { 'i.webp': pictures.webp(310, 200) },
    310,
  ],
  [
    'noscript beside a lazy image',
    `<img class="lazy" src="${BLANK}" alt="A"><noscript><img src="F/j.png" alt="A"></noscript>`,
    { 'j.png': pictures.png(311, 200) },
    311,
  ],
  [
    'noscript alone',
    '<noscript><img data-src="F/k.png" alt="A"></noscript>',
    { 'k.png': pictures.png(312, 200) },
    312,
  ],
  [
    'itself in large, to which it leads',
    '<a href="F/heron.png"><img src="F/heron-300x200.png" alt="A"></a>',
    { 'heron.png': pictures.png(1200, 800), 'heron-300x200.png': pictures.png(300, 200) },
    1200,
  ],
];

const all = [
  ...forms.map(
    ([what, attributes, files, width]) =>
      [what, `<img alt="A" ${attributes}>`, files, width] as const,
  ),
  ...around,
].map(([what, markup, files, width]) => [what, article(`<p>${markup}</p>`), files, width] as const);

/** The page on the disk, with the files beside it. */
function saved(page: string, files: Record<string, Uint8Array>): string {
  const dir = tempDir();
  const path = join(dir, 'Herons.html');
  mkdirSync(join(dir, FOLDER));
  writeFileSync(path, page.replace(/\bF(?=[/\\])/g, FOLDER));
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(dir, FOLDER, name), bytes);
  return path;
}

async function clipped(path: string) {
  const { client } = await makeContext();
  const { uid } = await client['clip.fromPath']({ path });
  const { html } = await client['articles.content']({ uid });
  const missing = await client['pictures.missing']({ uid });
  const reread = await client['articles.reread']({ uid });
  return {
    widths: [...html.matchAll(/<img src="asset:[0-9a-f]{64}\.\w+" width="(\d+)"/g)].map(
      ([, width]) => Number(width),
    ),
    missing: missing.map(({ url, problem }) => [url, problem.code]),
    changed: reread.changed,
  };
}

describe('a picture beside a page without an address', () => {
  it.each(all)('%s', async (_, page, files, width) => {
    expect(await clipped(saved(page, files))).toEqual({
      widths: [width],
      missing: [],
      changed: false,
    });
  });

  it.each(all)('%s, which was not saved, is listed', async (_, page) => {
    const { widths, missing } = await clipped(saved(page, {}));
    expect(widths).toEqual([]);
    expect(missing).toEqual([[expect.stringMatching(/^companion:/), 'not_found']]);
  });
});

it('what has no address and no folder is listed as well', async () => {
  const { client } = await makeContext();
  const html = article('<p><img src="/img/a.png" alt="A"></p><p><img data-src="b.png"></p>');
  const { uid } = await client['clip.fromPasted']({ html });
  expect((await client['pictures.missing']({ uid })).map(({ url }) => url)).toEqual([
    'companion:img/a.png',
    'companion:b.png',
  ]);
});

it('an archive says which of its parts it has not', async () => {
  const { client } = await makeContext();
  const page = article('<p><img src="cid:there@x"></p><p><img src="cid:gone@x"></p>');
  const parts = [
    { type: 'text/html', encoding: 'base64', location: 'cid:page@x', body: Buffer.from(page) },
    {
      type: 'image/png',
      encoding: 'base64',
      location: 'cid:there@x',
      id: 'there@x',
      body: pictures.png(300, 200),
    },
  ] as const;
  const bytes = new Uint8Array(mhtml({ head: [], parts: [...parts] }));
  const { uid } = await client['clip.fromFile']({ name: 'a.mhtml', bytes });
  expect((await client['pictures.missing']({ uid })).map(({ url }) => url)).toEqual([
    'companion:cid:gone@x',
  ]);
});
