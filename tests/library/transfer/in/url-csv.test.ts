// Tables of addresses that no program is known to write: columns under whatever names, or under none.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { TagName } from '#contract/types/tag.ts';
import { insertWholeArticle } from '../../../support/insert-article.ts';
import { makeContext } from '../../../support/make-context.ts';
import { tempDir } from '../../../support/temp-dir.ts';
import { open, writeFile } from '../../../support/transfer/files.ts';
import { importWhole } from '../../../support/transfer/import-whole.ts';
import { itemsOf, plain } from '../../../support/transfer/read-all.ts';
import type { SampleItem } from '../../../support/transfer/sample.ts';

const URL = 'https://tides.example/tables';
const SAVED = Date.UTC(2024, 8, 3);

it.each<[string, string, Omit<SampleItem, 'place' | 'url'>]>([
  [
    'title and tags',
    `url,title,tags\n${URL},Tides,"sea, moon"\n`,
    { title: 'Tides', tags: ['sea', 'moon'] },
  ],
  [
    'lists as JSON and Python write them',
    `URL;Tags\n${URL};"['a, b', ""c""]"\n`,
    { tags: ['a, b', 'c'] },
  ],
  [
    'names with strokes and capitals',
    `Page-URL\tPAGE_TITLE\tSaved_At\n${URL}\tTides\t1725321600\n`,
    { title: 'Tides', savedAt: SAVED },
  ],
  [
    'names in quotation marks, blank lines above',
    `\n\n"link","label"\n"${URL}","Tides"\n`,
    { title: 'Tides' },
  ],
  ['a state', `href,status\n${URL},archived\n`, { archived: true, status: 'finished' }],
  ['what is to be read', `href,to_read\n${URL},0\n`, { status: 'finished' }],
  ['hundredths', `href,progress\n${URL},40%\n`, { progress: 0.4 }],
  [
    'a quote',
    `url,highlight\n${URL},So it is.\n`,
    { highlights: [{ quote: 'So it is.', note: null, colour: null, createdAt: null }] },
  ],
  ['a text', `url,text\n${URL},So it is.\n`, { content: { kind: 'text', text: /^So it is\.$/ } }],
  [
    'markup',
    `url,html\n${URL},<p>So it is.</p>\n`,
    { content: { kind: 'body', text: /<p>So it is\.<\/p>/ } },
  ],
  [
    'no names',
    `${URL},Tides,2024-09-03\nhttps://tides.example/b,B,2024-09-03\n`,
    { title: 'Tides' },
  ],
  ['a column of another name', `Nr,Webadresse,Name\n1,${URL},Tides\n`, { title: 'Tides' }],
  ['no names, the address last', `2024-09-03;Tides;${URL}\n`, { title: 'Tides' }],
])('is read with %s', async (_, text, item) => {
  const source = await open(writeFile('links.csv', text));
  const [first] = await itemsOf('url-csv', source);
  expect(first).toEqual({
    ...(plain({ url: URL, ...item }) as object),
    place: expect.stringMatching(/^links\.csv, row \d$/),
  });
});

it('has a row for every row of the table, whatever stands in it', async () => {
  const { client } = await makeContext();
  const rows = [`${URL},A`, ',', 'javascript:alert(1),B', `${URL},A`, 'no address,C', `${URL}/2`];
  const run = await importWhole(client, writeFile('a.csv', `url,title\n${rows.join('\n')}\n`));
  expect(run).toMatchObject({
    format: 'url-csv',
    total: 6,
    counts: { imported: 2, skipped: 3, failed: 1, merged: 0 },
  });
});

it('brings our own table back: what stood in it of each article', async () => {
  const first = await makeContext();
  const { uid } = insertWholeArticle(first, {
    title: '=On "tides", and more',
    sourceUrl: URL,
    author: 'Ann Lee',
    tags: ['two words', 'sea'],
  });
  await first.client['notes.save']({ uid, markdown: '-a note\n\nof two lines' });
  await first.client['articles.star']({ uids: [uid], starred: true });
  const top = await first.client['collections.add']({ name: 'Work' });
  const low = await first.client['collections.add']({ name: 'Coast', parent: top.uid });
  await first.client['collections.put']({ uids: [uid], uid: low.uid });
  const to = join(tempDir(), 'all.csv');
  await first.client['exports.run']({ articles: 'everything', format: 'csv', to });

  const second = await makeContext();
  expect((await importWhole(second.client, to)).counts).toMatchObject({ imported: 1 });
  const [back] = (await second.client['articles.list']({ tag: TagName.parse('sea') })).articles;
  if (!back) throw new Error('it came back');
  const facts = ({ title, url, author, starred, tags, savedAt }: typeof back) => ({
    title,
    url,
    author,
    starred,
    tags,
    savedAt,
  });
  expect(facts(back)).toEqual(facts(await first.client['articles.get']({ uid })));
  expect((await second.client['notes.get']({ uid: back.uid }))?.markdown).toBe(
    '-a note\n\nof two lines',
  );
  const shelves = async ({ client }: typeof first) =>
    (await client['collections.list']({})).map(({ name, articleCount }) => [name, articleCount]);
  expect(await shelves(second)).toEqual(await shelves(first));
});
