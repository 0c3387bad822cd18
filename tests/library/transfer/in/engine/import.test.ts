// An import: what a source holds comes in, what is here is given what it lacks, and all of it is said.
import { expect, it } from 'vitest';
import { insertWholeArticle } from '../../../../support/insert-article.ts';
import { makeContext } from '../../../../support/make-context.ts';
import { csv } from '../../../../support/transfer/csv.ts';
import { writeFile } from '../../../../support/transfer/files.ts';
import { importWhole, rowsOf } from '../../../../support/transfer/import-whole.ts';

const SAVED = Date.UTC(2020, 4, 1, 12);
const row = (title: string, url: string, tags = '', status = 'unread', at = SAVED / 1000) => [
  title,
  url,
  `${at}`,
  tags,
  status,
];
const pocket = (...rows: string[][]) =>
  writeFile('part_000000.csv', csv([['title', 'url', 'time_added', 'tags', 'status'], ...rows]));

it('makes articles that await their text, with all that the source says of them', async () => {
  const { client } = await makeContext();
  const path = pocket(
    row('Tide tables', 'https://tides.example/tables', 'sea|moon', 'archive'),
    row('https://tides.example/why-it-rains', 'https://tides.example/why-it-rains'),
  );
  const run = await importWhole(client, path, { tags: ['from Pocket'] });

  expect(run).toMatchObject({
    name: 'part_000000.csv',
    format: 'pocket-csv',
    state: 'done',
    done: 2,
    total: 2,
    counts: { imported: 2, merged: 0, skipped: 0, failed: 0 },
    problem: null,
    canUndo: true,
    undone: false,
  });
  const { articles } = await client['articles.list']({ sort: 'title' });
  expect(articles).toMatchObject([
    {
      title: 'Tide tables',
      url: 'https://tides.example/tables',
      savedAt: SAVED,
      readingStatus: 'finished',
      progress: 1,
      archived: true,
      awaitsText: true,
      tags: ['from Pocket', 'moon', 'sea'],
    },
    { title: 'why it rains', readingStatus: 'unread', archived: false, tags: ['from Pocket'] },
  ]);
  expect(await rowsOf(client, run)).toEqual([
    {
      place: 'part_000000.csv, row 2',
      outcome: 'imported',
      title: 'Tide tables',
      url: 'https://tides.example/tables',
      problem: null,
    },
    {
      place: 'part_000000.csv, row 3',
      outcome: 'imported',
      title: 'why it rains',
      url: 'https://tides.example/why-it-rains',
      problem: null,
    },
  ]);
});

it('finds what awaits its text by its title, and by what it lacks', async () => {
  const context = await makeContext();
  const { client } = context;
  insertWholeArticle(context, { title: 'The tide of time' });
  await importWhole(client, pocket(row('Tide tables', 'https://tides.example/tables')));
  const found = async (text: string) =>
    (await client['search.run']({ text })).hits.map(({ article }) => article.title).sort();
  expect(await found('tide')).toEqual(['The tide of time', 'Tide tables']);
  expect(await found('tide has:text')).toEqual(['The tide of time']);
  expect(await found('tide -has:text')).toEqual(['Tide tables']);
  expect(await found('-has:text')).toEqual(['Tide tables']);
});

it('joins what is here already, and says so beforehand', async () => {
  const context = await makeContext();
  const { client } = context;
  const { uid } = insertWholeArticle(context, {
    sourceUrl: 'https://tides.example/tables',
    urlKey: 'tides.example/tables',
    title: 'My own title',
    tags: ['sea'],
  });
  const path = pocket(
    row('Tide tables', 'http://www.tides.example/tables?utm_source=x', 'sea|moon', 'archive'),
    row('Tide tables', 'https://tides.example/tables'),
  );
  const plan = await client['imports.plan']({ source: { path } });
  expect(plan).toMatchObject({
    candidates: ['pocket-csv'],
    counts: { items: 2, known: 2, withText: 0, toFetch: 0, unreadable: 0, ignored: 0 },
    merges: { articles: 1, tags: 1 },
    samples: [{ title: 'Tide tables', known: true, hasText: false }, { known: true }],
  });
  const run = await importWhole(client, path);

  expect(run.counts).toEqual({ imported: 0, merged: 1, skipped: 1, failed: 0 });
  expect(await client['articles.get']({ uid })).toMatchObject({
    title: 'My own title',
    savedAt: SAVED,
    readingStatus: 'finished',
    archived: true,
    awaitsText: false,
    tags: ['moon', 'sea'],
  });
  expect((await client['imports.originsOf']({ uid })).map(({ field }) => field)).toEqual([
    'savedAt',
    'status',
    'archived',
    'tags',
  ]);
});
