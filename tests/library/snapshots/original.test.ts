// What a version of an article looked like when it was saved: asked for by article, and by version.
import { expect, it } from 'vitest';
import { LibraryError } from '#contract/errors.ts';
import type { HttpUrl } from '#contract/types/ids.ts';
import { makeContext } from '../../support/make-context.ts';
import { line, makePdf } from '../../support/make-pdf.ts';
import { png } from '../../support/pictures.ts';
import { articlePage } from '../../support/sample-pages.ts';

const url = 'https://example.org/lamp' as HttpUrl;
const page = (words: string) =>
  Buffer.from(
    articlePage('The lamp', words).replace(
      '</p>',
      '</p><p class="odd"><img src="lamp_files/a.png" width="300" alt="A lamp"></p>',
    ),
  );

it('is made from the bytes that were saved, with the pictures that are stored', async () => {
  const { client, ports } = await makeContext();
  const companions = [{ path: 'lamp_files/a.png', bytes: Uint8Array.from(png(300, 200)) }];
  const clip = async (words: string) => {
    ports.clock.tick();
    return client['clip.fromFile']({ name: 'lamp.html', bytes: page(words), companions, url });
  };
  const { uid } = await clip('A quincunx of moths.');
  await clip('A quincunx of moths, and one more that came later in the night.');
  const [now, before] = await client['snapshots.ofArticle']({ uid });

  const shown = await client['snapshots.original']({ uid });
  expect(shown.pictures).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.png$/)]);
  expect(shown.pieces.join('PICTURE')).toContain(
    '<p class="odd"><img width="300" alt="A lamp" src="PICTURE"></p>',
  );
  expect(shown.pieces.join('')).toContain('one more');
  expect(await client['snapshots.original']({ uid, ...(now && { version: now.uid }) })).toEqual(
    shown,
  );
  const earlier = await client['snapshots.original']({
    uid,
    ...(before && { version: before.uid }),
  });
  expect(earlier.pieces.join('')).not.toContain('one more');
  expect(earlier.pieces.join('')).toContain('A quincunx of moths.');

  const other = await client['clip.fromPasted']({ text: 'Owls\n\nThe owl sat still.' });
  await expect(
    client['snapshots.original']({ uid: other.uid, ...(now && { version: now.uid }) }),
  ).rejects.toMatchObject({ code: 'not_found' });
});

it('has the sheets that its sheets are made of, and their pictures and faces', async () => {
  const { client } = await makeContext();
  const source = articlePage('The lamp', 'A quincunx of moths.').replace(
    '</head>',
    '<link rel="stylesheet" href="lamp_files/a.css"></head>',
  );
  const styled = source.replace('<p>', '<p style="background: url(lamp_files/c.png)">');
  const face = Buffer.concat([Buffer.from('wOF2'), Buffer.alloc(60)]);
  const files: Record<string, Uint8Array> = {
    'lamp_files/a.css': Buffer.from(
      '@import "more/b.css"; @font-face { font-family: L; src: url(l.woff2) } p { background: url(https://evil.example/x) url(../../out.png) }',
    ),
    'lamp_files/more/b.css': Buffer.from('h1 { background: url("../b%20c.png?v=1") }'),
    'lamp_files/b c.png': png(2, 2),
    'lamp_files/c.png': png(3, 3),
    'lamp_files/l.woff2': face,
    'out.png': png(4, 4),
  };
  const companions = Object.entries(files).map(([path, bytes]) => ({
    path,
    bytes: Uint8Array.from(bytes),
  }));
  const { uid } = await client['clip.fromFile']({
    name: 'lamp.html',
    bytes: Buffer.from(styled),
    companions,
    url,
  });
  const { pieces } = await client['snapshots.original']({ uid });
  const html = pieces.join('');
  const data = (type: string, bytes: Uint8Array) =>
    `url("data:${type};base64,${Buffer.from(bytes).toString('base64')}")`;
  expect(html).toContain(`h1 { background: ${data('image/png', png(2, 2))} }`);
  expect(html).toContain(`src: ${data('font/woff2', face)}`);
  expect(html).toContain('p { background: url("data:,") url("data:,") }');
  expect(html).toContain(data('image/png', png(3, 3)).replaceAll('"', '&quot;'));
});

it('is no page where it was a PDF', async () => {
  const { client } = await makeContext();
  const bytes = new Uint8Array(makePdf({ pages: [{ content: line('The lamp', 72, 700) }] }));
  const { uid } = await client['clip.fromFile']({ name: 'lamp.pdf', bytes });
  const asked = client['snapshots.original']({ uid });
  await expect(asked).rejects.toThrow(LibraryError);
  await expect(asked).rejects.toMatchObject({ code: 'unsupported_type' });
});
