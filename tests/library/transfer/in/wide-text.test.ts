// What is written in UTF-16 reads as the same in UTF-8 does; and rows without a date keep their order.
import { expect, it } from 'vitest';
import { makeContext } from '../../../support/make-context.ts';
import { csv } from '../../../support/transfer/csv.ts';
import { open, writeFile } from '../../../support/transfer/files.ts';
import { importWhole } from '../../../support/transfer/import-whole.ts';
import { itemsOf } from '../../../support/transfer/read-all.ts';
import { samples } from '../../../support/transfer/samples.ts';

const wide = (text: string, isBig: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

const WRITTEN = [{ url: 'https://a.example/é', title: 'Ebbe — 潮', moment: 1_684_913_346 }];

it.each(
  samples.filter(
    ({ id }) => id === 'markdown' || (id.endsWith('-json') && id !== 'linkwarden-json'),
  ),
)('$id in UTF-16', async ({ id, write }) => {
  const [[name, content] = ['', '']] = Object.entries(write(WRITTEN));
  const text = String(content);
  const expected = await itemsOf(id, await open(writeFile(name, text)));
  expect(expected).toHaveLength(1);
  for (const isBig of [false, true]) {
    expect(await itemsOf(id, await open(writeFile(name, wide(text, isBig))))).toEqual(expected);
  }
});

it('an older table of Instapaper, which has no dates, keeps its order: the newest first', async () => {
  const { client } = await makeContext();
  const names = ['newest', 'middle', 'oldest'];
  const rows = names.map((name) => [`https://a.example/${name}`, name, '', 'Unread']);
  await importWhole(
    client,
    writeFile('instapaper.csv', csv([['URL', 'Title', 'Selection', 'Folder'], ...rows])),
  );
  const { articles } = await client['articles.list']({});
  expect(articles.map(({ title }) => title)).toEqual(names);
});
