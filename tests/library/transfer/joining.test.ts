// One article from several exports: its address, tags and date from Pocket, its text from a page that was saved, its highlights from
// Readwise. In whatever order they come, there is one article in the end, and each field says where it came from.
import { expect, test } from 'vitest';
import type { FieldOrigin, FormatId, ImportRun } from '#contract/types/import.ts';
import { articlePage } from '../../support/local-site.ts';
import { makeLibrary, type TestLibrary } from '../../support/make-library.ts';
import { png } from '../../support/pictures.ts';
import { csv } from '../../support/transfer/csv.ts';
import { writeFile, writeFolder, writeZip } from '../../support/transfer/files.ts';
import { importWhole } from '../../support/transfer/import-whole.ts';

const ADDRESS = 'https://tides.example/tables';
const TITLE = 'Tide tables for the harbour';
const QUOTE = 'A quincunx of buoys lies before the harbour.';
const SAVED = Date.UTC(2014, 4, 14, 8);

const pocket = () =>
  writeZip({
    'part_000000.csv': csv([
      ['title', 'url', 'time_added', 'tags', 'status'],
      // As it was shared: with what counts its readers.
      [TITLE, `${ADDRESS}?utm_source=pocket`, String(SAVED / 1000), 'sea|tides', 'archive'],
      ['Another', 'https://tides.example/another', '1684913346', 'sea', 'unread'],
    ]),
  });

const pages = () =>
  writeFolder({
    'saved/tides.html': `<!-- saved from url=(0028)${ADDRESS} -->\n${articlePage(
      TITLE,
      `<p>${QUOTE}</p><img src="tides_files/buoy.png" alt="A buoy" width="300">`,
    )}`,
    'saved/tides_files/buoy.png': new Uint8Array(png(300, 200)),
  });

const readwise = () =>
  writeFile(
    'readwise-data.csv',
    csv([
      'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at'.split(
        ',',
      ),
      [
        QUOTE,
        TITLE,
        'tides.example',
        '',
        'count them',
        'yellow',
        '',
        '',
        '',
        '2019-05-03 10:30:00',
      ],
    ]),
  );

const sources = {
  'pocket-csv': pocket,
  'saved-pages': pages,
  'readwise-highlights-csv': readwise,
} as const;
type Kind = keyof typeof sources;

async function importAll({ client }: TestLibrary, kinds: readonly Kind[]): Promise<ImportRun[]> {
  const runs: ImportRun[] = [];
  for (const format of kinds) {
    runs.push(await importWhole(client, sources[format](), { format }));
  }
  return runs;
}

/** Fields by the format that gave them. */
const byFormat = (origins: readonly FieldOrigin[]): Partial<Record<FormatId, string[]>> =>
  Object.fromEntries(
    [...Map.groupBy(origins, ({ format }) => format)].map(([format, of]) => [
      format,
      of.map(({ field }) => field).sort(),
    ]),
  );

const orders: readonly (readonly Kind[])[] = [
  ['pocket-csv', 'saved-pages', 'readwise-highlights-csv'],
  ['saved-pages', 'readwise-highlights-csv', 'pocket-csv'],
  ['readwise-highlights-csv', 'pocket-csv', 'saved-pages'],
  ['readwise-highlights-csv', 'saved-pages', 'pocket-csv'],
];

test.each(orders.map((order) => [order.join(', '), order] as const))('%s', async (_, order) => {
  const library = await makeLibrary();
  const { client } = library;
  const runs = await importAll(library, order);
  expect(runs.map(({ counts }) => counts.failed)).toEqual([0, 0, 0]);

  const { articles } = await client['articles.list']({});
  expect(articles.map(({ title }) => title).sort()).toEqual(['Another', TITLE]);
  const joined = articles.find(({ title }) => title === TITLE);
  if (!joined) throw new Error('there is no such article');
  expect(joined).toMatchObject({
    url: expect.stringMatching(/^https:\/\/tides\.example\/tables(?:\?utm_source=pocket)?$/),
    savedAt: SAVED,
    readingStatus: 'finished',
    archived: true,
    tags: ['sea', 'tides'],
    thumbnail: { width: 300, height: 200 },
  });

  const { uid } = joined;
  expect((await client['articles.content']({ uid })).html).toContain(QUOTE);
  const { highlights, lost } = await client['highlights.ofArticle']({ uid });
  expect(lost).toEqual([]);
  expect(highlights).toMatchObject([{ quote: QUOTE, note: 'count them' }]);
  expect(highlights[0]?.range).not.toBeNull();

  const origins = byFormat(await client['imports.originsOf']({ uid }));
  expect(origins['saved-pages']).toContain('text');
  expect(origins['readwise-highlights-csv']).toContain('highlights');
  expect(origins['pocket-csv']).toEqual(expect.arrayContaining(['savedAt', 'status', 'tags']));
  // Nothing says of itself what it did not bring.
  expect(origins['pocket-csv']).not.toContain('text');
  expect(origins['saved-pages']).not.toContain('tags');
  expect(origins['readwise-highlights-csv']).not.toContain('tags');
});

test('importing the same once more brings nothing new', async () => {
  const library = await makeLibrary();
  const kinds = orders[0] ?? [];
  await importAll(library, kinds);
  const before = await library.client['articles.list']({});
  const runs = await importAll(library, kinds);
  expect(runs.map(({ counts }) => [counts.imported, counts.merged, counts.failed])).toEqual(
    kinds.map(() => [0, 0, 0]),
  );
  expect(await library.client['articles.list']({})).toEqual(before);
});

test('highlights that came first stand alone again when the import that they joined is taken back', async () => {
  const library = await makeLibrary();
  const { client } = library;
  await importAll(library, ['readwise-highlights-csv']);
  const alone = await client['articles.list']({});
  const [run] = await importAll(library, ['pocket-csv']);
  if (!run) throw new Error('nothing was imported');
  const joined = await client['articles.list']({ sort: 'title' });
  expect(joined.articles.map(({ tags }) => tags)).toEqual([['sea'], ['sea', 'tides']]);

  await client['imports.undo']({ uid: run.uid });
  expect(await client['articles.list']({})).toEqual(alone);
  const uid = alone.articles[0]?.uid;
  const { lost } = uid ? await client['highlights.ofArticle']({ uid }) : { lost: [] };
  expect(lost).toMatchObject([{ quote: QUOTE, note: 'count them' }]);
});

test('highlights stay alone where an article of their title says other words', async () => {
  const library = await makeLibrary();
  await importAll(library, ['readwise-highlights-csv']);
  const other = writeFolder({ 'other.html': articlePage(TITLE, '<p>Nothing of the kind.</p>') });
  await importWhole(library.client, other, { format: 'saved-pages' });
  const { articles } = await library.client['articles.list']({});
  expect(articles.map(({ title }) => title)).toEqual([TITLE, TITLE]);
});

test('of two articles of one title, highlights go to the one that has their words', async () => {
  const library = await makeLibrary();
  const { client } = library;
  const both = writeFolder({
    'one.html': articlePage(TITLE, '<p>Nothing of the kind.</p>'),
    'two.html': articlePage(TITLE, `<p>${QUOTE}</p>`),
  });
  await importWhole(client, both, { format: 'saved-pages' });
  await importAll(library, ['readwise-highlights-csv']);
  const { articles } = await client['articles.list']({});
  const marked = await Promise.all(
    articles.map(async ({ uid }) => {
      const { highlights } = await client['highlights.ofArticle']({ uid });
      const { html } = await client['articles.content']({ uid });
      return [html.includes(QUOTE), highlights.length];
    }),
  );
  expect(marked).toHaveLength(2);
  expect(marked).toEqual(
    expect.arrayContaining([
      [false, 0],
      [true, 1],
    ]),
  );
});
