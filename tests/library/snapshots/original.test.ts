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

it('is no page where it was a PDF', async () => {
  const { client } = await makeContext();
  const bytes = new Uint8Array(makePdf({ pages: [{ content: line('The lamp', 72, 700) }] }));
  const { uid } = await client['clip.fromFile']({ name: 'lamp.pdf', bytes });
  const asked = client['snapshots.original']({ uid });
  await expect(asked).rejects.toThrow(LibraryError);
  await expect(asked).rejects.toMatchObject({ code: 'unsupported_type' });
});
