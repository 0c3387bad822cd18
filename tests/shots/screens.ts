// The main screens of the window, and how each is brought about over the sample library.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { CollectionUid } from '#contract/types/collection.ts';
import { HttpUrl } from '#contract/types/ids.ts';
import type { LibraryClient } from '#hosts/local-client.ts';
import { samples } from './sample-library.ts';
import { samplePdf } from './sample-pdf.ts';

export interface Screen {
  readonly name: string;
  /** Light and dark, unless the screen is of one theme alone. */
  readonly theme?: 'light' | 'sepia' | 'dark' | 'black';
  /** Puts into the library what this screen shows. */
  readonly prepare?: (client: LibraryClient) => Promise<unknown>;
  /** Brings the window there from the inbox. */
  readonly show: (page: Page) => Promise<void>;
}

const PATHS = 'The cartographer who drew only paths';
const HARBOUR = 'The harbour that keeps its own time';

export const screens: readonly Screen[] = [
  { name: 'list', show: (page) => openShelf(page, 'all') },
  {
    name: 'home',
    async show(page) {
      await page.keyboard.press('g');
      await page.getByRole('heading', { level: 2, name: 'Something old' }).waitFor();
    },
  },
  {
    name: 'reader',
    show: openHarbour,
  },
  {
    name: 'reader',
    theme: 'sepia',
    show: openHarbour,
  },
  {
    name: 'reader',
    theme: 'black',
    show: openHarbour,
  },
  {
    name: 'reader-rtl',
    theme: 'light',
    async show(page) {
      await openShelf(page, 'all');
      await openArticle(page, 'حين كانت الكتب');
    },
  },
  {
    name: 'code',
    async show(page) {
      await openShelf(page, 'all');
      await openArticle(page, 'Notes on writing a program');
      await page
        .frameLocator('iframe')
        .locator('pre')
        .first()
        .evaluate((code) => code.scrollIntoView({ block: 'center' }));
    },
  },
  {
    name: 'picture',
    theme: 'light',
    async show(page) {
      await openHarbour(page);
      await page.frameLocator('iframe').locator('figure img').first().click();
      await page.frameLocator('iframe').getByRole('dialog').waitFor();
    },
  },
  {
    name: 'type',
    theme: 'light',
    async show(page) {
      await openHarbour(page);
      await page.keyboard.press('Shift+T');
      await page.getByRole('dialog').getByText('This article', { exact: true }).click();
    },
  },
  {
    name: 'versions',
    theme: 'light',
    async show(page) {
      await openShelf(page, 'all');
      await openArticle(page, 'Notes on writing a program');
      await page.keyboard.press('Shift+V');
      await page.getByRole('button', { name: /^Compare the version/ }).waitFor();
    },
  },
  {
    name: 'comparison',
    async show(page) {
      await openShelf(page, 'all');
      await openArticle(page, 'Notes on writing a program');
      await page.keyboard.press('d');
      await page.getByRole('dialog').locator('ins').first().waitFor();
    },
  },
  {
    name: 'details',
    theme: 'light',
    async show(page) {
      await openHarbour(page);
      await page.keyboard.press('F2');
      await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    },
  },
  {
    name: 'contents',
    async show(page) {
      await openHarbour(page);
      await page.keyboard.press('o');
      await page.getByRole('treeitem', { name: 'How a table is made' }).waitFor();
    },
  },
  {
    name: 'highlights',
    async show(page) {
      await openMargins(page);
      await page.keyboard.press('Shift+h');
      await page.getByText('Compare the letters').waitFor();
    },
  },
  {
    name: 'note',
    theme: 'light',
    async show(page) {
      await openMargins(page);
      await page.keyboard.press('m');
      await page.getByRole('textbox').last().waitFor();
    },
  },
  {
    name: 'highlights-page',
    async show(page) {
      await page.evaluate(() => {
        location.hash = '/highlights';
      });
      await page.getByText('They find Tuesdays confusing.').waitFor();
    },
  },
  {
    name: 'focus',
    theme: 'light',
    async show(page) {
      await openHarbour(page);
      await page.keyboard.press('z');
      await page.getByRole('button', { name: /^Dim all/ }).click();
    },
  },
  {
    name: 'search',
    async show(page) {
      await page.getByRole('searchbox').fill('book');
      await page.locator('mark').first().waitFor();
    },
  },
  {
    name: 'search-filters',
    async show(page) {
      await page.getByRole('searchbox').pressSequentially('the tag:books is:');
      await page.getByRole('option').first().waitFor();
      await page.locator('mark').first().waitFor();
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'search-slip',
    theme: 'light',
    async show(page) {
      await page.getByRole('searchbox').fill('cartogrpaher');
      await page.getByRole('button', { name: /^Did you mean/ }).waitFor();
    },
  },
  {
    name: 'search-article',
    theme: 'light',
    async show(page) {
      await page.getByRole('searchbox').fill('book');
      await page.locator('mark').first().waitFor();
      await openArticle(page, 'Why the night shift reads poetry');
      await page.getByRole('region', { name: 'Words found in this article' }).waitFor();
    },
  },
  {
    name: 'related',
    theme: 'light',
    async show(page) {
      await openHarbour(page);
      await page
        .frameLocator('iframe')
        .getByRole('navigation', { name: 'Related in your library' })
        .scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'saved-search',
    theme: 'light',
    prepare: saveSearches,
    async show(page) {
      await page.getByRole('searchbox').fill('tide OR harbour');
      await page.locator('mark').first().waitFor();
      await page.keyboard.press('Control+s');
      await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('By the sea');
    },
  },
  {
    name: 'tags',
    theme: 'light',
    prepare: colourTags,
    async show(page) {
      await page.getByRole('link', { name: 'Put in order' }).click();
      await page.getByRole('checkbox', { name: 'Choose places' }).press('Space');
      await page.getByRole('checkbox', { name: 'Choose memory' }).press('Space');
    },
  },
  {
    name: 'settings',
    async show(page) {
      await page.keyboard.press('Control+,');
      await page.getByRole('heading', { level: 2, name: 'Appearance' }).waitFor();
    },
  },
  {
    name: 'network',
    prepare: askTheNetwork,
    async show(page) {
      await page.goto(`${new URL(page.url()).origin}/#/network`);
      await page.getByRole('list', { name: 'Network' }).getByRole('listitem').nth(5).waitFor();
    },
  },
  {
    name: 'storage',
    prepare: makeBackups,
    async show(page) {
      await page.getByRole('button', { name: 'Storage and backups' }).click();
      await page.getByText('Texts of articles').waitFor();
    },
  },
  {
    name: 'restore',
    prepare: makeBackups,
    async show(page) {
      await page.getByRole('button', { name: 'Storage and backups' }).click();
      await page
        .getByRole('button', { name: /^Restore the backup/ })
        .last()
        .click();
      await page
        .getByText(/goes back|go back/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'bulk-edit',
    async show(page) {
      await openShelf(page, 'all');
      await page.getByRole('grid').focus();
      await page.keyboard.press('Control+a');
      await page
        .getByRole('row')
        .nth(2)
        .click({ modifiers: ['Control'] });
      await page.keyboard.press('t');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Remove tag/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'tag-suggestions',
    prepare: tagSimilar,
    async show(page) {
      await openHarbour(page);
      await page.keyboard.press('t');
      await page.getByRole('dialog').getByRole('region', { name: 'Suggested' }).waitFor();
    },
  },
  {
    name: 'history',
    prepare: changeSomething,
    async show(page) {
      await page.evaluate(() => {
        location.hash = '/history';
      });
      await page.getByRole('article').first().waitFor();
    },
  },
  {
    name: 'about',
    async show(page) {
      await page.evaluate(() => {
        location.hash = '/about';
      });
      await page.locator('main summary').nth(4).click();
      await page.locator('main details p').waitFor();
    },
  },
  {
    name: 'trash',
    theme: 'light',
    prepare: throwSomeAway,
    async show(page) {
      await openShelf(page, 'trash');
      await page
        .getByRole('row')
        .nth(0)
        .click({ modifiers: ['Control'] });
      await page.keyboard.press('Shift+Delete');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'collections',
    prepare: makeCollections,
    async show(page) {
      await page.getByRole('button', { name: 'Collections in “Writing”' }).click();
      await page.getByRole('link', { name: /^Essay on edges/ }).click();
      await page.getByRole('heading', { level: 1, name: 'Essay on edges' }).waitFor();
      await page.getByRole('row').first().waitFor();
    },
  },
  {
    name: 'add-to-collection',
    theme: 'light',
    async show(page) {
      await openShelf(page, 'all');
      await openArticle(page, HARBOUR);
      await page.keyboard.press('b');
      await page.getByRole('dialog').getByRole('combobox').fill('ma');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'clip',
    async show(page) {
      await page.keyboard.press('c');
      await page.getByRole('dialog').getByRole('textbox').fill('https://example.org/an-essay');
    },
  },
  // What these put into the library would be in every picture after them.
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

async function openShelf(page: Page, name: string): Promise<void> {
  await page.evaluate((shelf) => {
    location.hash = `/${shelf}`;
  }, name);
  await page.getByRole('row').first().waitFor();
}

async function openMargins(page: Page): Promise<void> {
  await openShelf(page, 'all');
  await openArticle(page, 'What the margins are for');
  await page.keyboard.press('Tab');
}

async function openHarbour(page: Page): Promise<void> {
  await openShelf(page, 'all');
  await openArticle(page, HARBOUR);
}

async function openArticle(page: Page, title: string): Promise<void> {
  await page.getByRole('row').filter({ hasText: title }).click();
  await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
}

async function saveSearches(client: LibraryClient): Promise<void> {
  for (const [name, query] of [
    ['Books and libraries', 'book OR library'],
    ['Unread maps', 'tag:maps is:unread'],
  ] as const) {
    await client['savedSearches.add']({ name, query });
  }
}

/** Two of them in another, and one that is not in any. */
async function makeCollections(client: LibraryClient): Promise<void> {
  const { articles } = await client['articles.list']({ list: 'all' });
  const holding = (...words: readonly string[]) =>
    articles
      .filter(({ title }) => words.some((word) => title.includes(word)))
      .map(({ uid }) => uid);
  const writing = await client['collections.add']({ name: 'Writing' });
  const made: [name: string, parent: CollectionUid | null, words: string[]][] = [
    ['Essay on edges', writing.uid, ['margins', 'harbour', 'cartographer', 'Tide']],
    ['Maps, for the talk in May', writing.uid, ['cartographer', 'harbour']],
    ['For the train', null, ['poetry', 'program', 'harbour']],
  ];
  for (const [name, parent, words] of made) {
    const { uid } = await client['collections.add']({ name, parent });
    await client['collections.put']({ uid, uids: holding(...words) });
  }
}

/** Articles like the one on the harbour get a tag that it has not. */
async function tagSimilar(client: LibraryClient): Promise<void> {
  const { articles } = await client['articles.list']({ list: 'all' });
  const harbour = articles.find(({ title }) => title === HARBOUR);
  if (!harbour) throw new Error('There is no harbour.');
  const related = await client['search.related']({ uid: harbour.uid, limit: 5 });
  const uids = related.articles.map(({ article }) => article.uid);
  await client['tags.add']({ uids, name: 'coast' });
  await client['tags.add']({ uids: uids.slice(0, 2), name: 'to write about' });
}

async function changeSomething(client: LibraryClient): Promise<void> {
  const { articles } = await client['articles.list']({ list: 'all' });
  const uids = articles.map(({ uid }) => uid);
  await client['articles.star']({ uids: uids.slice(2, 3), starred: true });
  await client['tags.add']({ all: { list: 'inbox' }, name: 'this summer' });
  await client['articles.setStatus']({ uids: uids.slice(4, 6), status: 'finished' });
  await client['articles.archive']({ uids: uids.slice(4, 5), archived: true });
  for (let step = 0; step < 2; step++) await client['journal.undo']({});
}

async function throwSomeAway(client: LibraryClient): Promise<void> {
  const { articles } = await client['articles.list']({ list: 'all', sort: 'oldest' });
  await client['articles.trash']({
    uids: articles.slice(0, 2).map(({ uid }) => uid),
    trashed: true,
  });
}

/** What a morning of clipping asks for. */
async function askTheNetwork(client: LibraryClient): Promise<void> {
  const asked = [
    ['clip', 'tidetables.example', 48_210, 200],
    ['picture', 'img.tidetables.example', 312_448, 200],
    ['picture', 'img.tidetables.example', 97_120, 200],
    ['script', 'cdn.tidetables.example', 61_004, 200],
    ['clip', 'longreads.example', 0, null],
    ['clip', 'maps-and-margins.example', 5_120, 301],
    ['clip', 'www.maps-and-margins.example', 71_930, 200],
    ['picture', 'www.maps-and-margins.example', 1_204_882, 200],
    ['picture', 'pixel.example', 312, 403],
    ['update', 'updates.lectern.example', 2_044, 200],
  ] as const;
  if ((await client['network.list']({ limit: 1 })).requests.length > 0) return;
  const end = Date.now() - 3_600_000;
  await client['network.record']({
    requests: asked.map(([reason, host, bytes, status], at) => ({
      at: end - (asked.length - at) * (at < 3 ? 40_000_000 : 47_000),
      host,
      reason,
      bytes,
      status,
      code: status === null ? 'unreachable' : status === 403 ? 'refused_by_site' : null,
    })),
  });
}

/** One with everything, and one after some things were done. */
async function makeBackups(client: LibraryClient): Promise<void> {
  if ((await client['backups.list']({})).backups.length > 1) return;
  await client['backups.make']({});
  const { articles } = await client['articles.list']({ list: 'all' });
  const [first, second] = articles.slice(2).map(({ uid }) => uid);
  if (!first || !second) return;
  await client['articles.star']({ uids: [first], starred: true });
  await client['tags.add']({ uids: [second], name: 'to lend' });
  await client['backups.make']({});
}

async function colourTags(client: LibraryClient): Promise<void> {
  const colours = { books: 'blue', places: 'green', science: 'purple' } as const;
  for (const { uid, name } of await client['tags.list']({})) {
    const colour = Object.entries(colours).find(([tag]) => tag === name)?.[1];
    if (colour) await client['tags.setColour']({ uid, colour });
  }
}
