// Screens for which something is put into the library, which would be in every picture after them.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HttpUrl } from '#contract/types/ids.ts';
import { samples } from './sample-library.ts';
import { samplePdf } from './sample-pdf.ts';
import { openArticle, openHarbour, openMargins, openShelf, PATHS, type Screen } from './screen.ts';

export const addedScreens: readonly Screen[] = [
  {
    name: 'original',
    async show(page) {
      await openHarbour(page);
      await page.keyboard.press('Shift+O');
      await page.frameLocator('iframe[sandbox=""]').locator('h1').first().waitFor();
    },
  },
  {
    name: 'left-out',
    async prepare(client) {
      const { articles } = await client['articles.list']({ list: 'all' });
      const uid = articles.find(({ title }) => title === PATHS)?.uid;
      if (!uid) throw new Error('The article about paths is not in the library.');
      const { blocks } = await client['contents.blocks']({ uid });
      const box = blocks.find(({ text }) => text.startsWith('To see the sheets'));
      if (box?.state === 'left-out') {
        await client['contents.restoreBlock']({ uid, blocks: box.addresses });
      }
    },
    async show(page) {
      await openShelf(page, 'all');
      await openArticle(page, PATHS);
      await page.keyboard.press('Shift+L');
      await page
        .frameLocator('iframe')
        .last()
        .locator('[data-state="restored"]')
        .evaluate((box) => box.scrollIntoView({ block: 'center' }));
    },
  },
  {
    name: 'queue',
    async prepare(client) {
      const paths = ['an-essay', 'lost-letters', 'the-long-way-home'];
      const urls = paths.map((path) => HttpUrl.parse(`https://example.org/${path}`));
      await client['jobs.add']({ urls, tags: [] });
    },
    async show(page) {
      await page.getByRole('button', { name: 'Show the links that are tried again' }).click();
      await page.getByText('https://example.org/the-long-way-home').waitFor();
      await page.getByText('There is no such page').waitFor();
    },
  },
  {
    name: 'pages',
    async prepare(client) {
      const { jobs } = await client['jobs.list']({});
      if (jobs.length > 0) await client['jobs.drop']({ uids: jobs.map(({ uid }) => uid) });
      await client['clip.fromFile']({ name: 'tide-tables.pdf', bytes: samplePdf() });
    },
    async show(page) {
      await openShelf(page, 'all');
      await openArticle(page, 'How to read a tide table');
      await page.keyboard.press('p');
      await page.frameLocator('iframe').last().locator('canvas').first().waitFor();
    },
  },
  {
    name: 'duplicates',
    async prepare(client) {
      const page = await readFile(join(samples, 'marginalia.html'), 'utf8');
      const reprint = page.replaceAll('What the margins are for', 'In praise of margins');
      const bytes = new TextEncoder().encode(reprint.replaceAll('https://', 'https://reprints.'));
      await client['clip.fromFile']({ name: 'in-praise-of-margins.html', bytes });
    },
    async show(page) {
      await openMargins(page);
      await page.getByRole('button', { name: 'Merge…' }).click();
      await page.getByRole('heading', { name: 'You have this article already' }).waitFor();
    },
  },
  {
    name: 'missing-pictures',
    prepare: (client) =>
      client['clip.fromFile']({ name: 'plates.html', bytes: new TextEncoder().encode(plates) }),
    async show(page) {
      await openShelf(page, 'all');
      await openArticle(page, 'The plates of a type book');
      await page.getByRole('button', { name: 'See which…' }).click();
      await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    },
  },
];

const plate = (name: string, alt: string) =>
  `<figure><img src="https://example.org/${name}.jpg" alt="${alt}"></figure>`;

/** Its pictures are on a site that cannot be reached, and one has gone. */
const plates = `<!doctype html><html lang="en"><head><title>The plates of a type book</title></head><body><article>
<h1>The plates of a type book</h1><p class="byline">By Oskar Nyström</p>
<p>A type book has no story. It is a hundred pages of the same few sentences, set larger and smaller, and whoever owns one reads it with the thumb.</p>
${plate('specimens', 'A page of specimens, set in eleven sizes')}
<p>Ours came from a foundry that closed before I was born. The plates had been sold one by one to people who wanted something for the wall, so that the book is mostly the guards on which they were mounted.</p>
${plate('lost-plates', 'The guards of the plates that were sold')}
<p>In the spring two came back. A widow had found them behind a wardrobe, with a note in her husband’s hand: return these when the paper is dry.</p>
${plate('returned', 'The two plates that came back')}
</article></body></html>`;
