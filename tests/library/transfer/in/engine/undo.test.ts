// Taking an import back: as the last step of the journal, from its report after other things were done, and when the journal no longer
// knows it.
import { expect, it } from 'vitest';
import { statement } from '#library/storage/database.ts';
import { insertWholeArticle } from '../../../../support/insert-article.ts';
import { makeContext } from '../../../../support/make-context.ts';
import { csv } from '../../../../support/transfer/csv.ts';
import { writeFile } from '../../../../support/transfer/files.ts';
import { importWhole } from '../../../../support/transfer/import-whole.ts';

const columns = ['URL', 'Title', 'Selection', 'Folder', 'Timestamp', 'Tags'];
const KNOWN = 'https://tides.example/tables';
const source = () =>
  writeFile(
    'instapaper.csv',
    csv([
      columns,
      [KNOWN, 'Tide tables', '', 'Sea', '1588334400', '["moon"]'],
      ['https://tides.example/new', 'New', '', 'Sea', '1588334401', '[]'],
    ]),
  );

async function imported() {
  const context = await makeContext();
  const { uid } = insertWholeArticle(context, {
    sourceUrl: KNOWN,
    urlKey: 'tides.example/tables',
    tags: ['sea'],
  });
  const { client } = context;
  const state = async () => ({
    all: (await client['articles.list']({})).articles.map(({ title, savedAt, tags }) => ({
      title,
      savedAt,
      tags,
    })),
    collections: (await client['collections.list']({})).map(({ name, articleCount }) => ({
      name,
      articleCount,
    })),
  });
  const before = await state();
  const run = await importWhole(client, source());
  expect(run.counts).toMatchObject({ imported: 1, merged: 1 });
  const after = await state();
  expect(after).toMatchObject({
    all: [{ title: 'New', tags: [] }, { tags: ['moon', 'sea'] }],
    collections: [{ name: 'Sea', articleCount: 2 }],
  });
  const isUndone = async () => (await client['imports.get'](run)).undone;
  return { context, client, uid, run, state, before, after, isUndone };
}

it('is one step, which Undo takes back and Redo does again', async () => {
  const { client, state, before, after, isUndone } = await imported();
  const { step } = await client['journal.undo']({});
  expect(step).toMatchObject({ kind: 'import', count: 2, subject: 'instapaper.csv' });
  expect(await state()).toEqual(before);
  expect(await isUndone()).toBe(true);
  const trashed = await client['articles.list']({ list: 'trash' });
  expect(trashed.articles.map(({ title }) => title)).toEqual(['New']);
  await client['journal.redo']({});
  expect(await state()).toEqual(after);
  expect(await isUndone()).toBe(false);
});

it('is taken back from its report, and that can be taken back', async () => {
  const { client, run, state, before, after, isUndone } = await imported();
  await client['imports.undo'](run);
  expect(await state()).toEqual(before);
  expect(await client['imports.get'](run)).toMatchObject({ undone: true, canUndo: false });
  await client['journal.redo']({});
  expect(await state()).toEqual(after);
  expect(await isUndone()).toBe(false);
});

it('leaves what was done since', async () => {
  const { client, uid, run, state, before, isUndone } = await imported();
  await client['articles.star']({ uids: [uid], starred: true });
  const { step } = await client['imports.undo'](run);
  expect(step).toMatchObject({ kind: 'undo-import' });
  expect(await state()).toEqual(before);
  expect((await client['articles.get']({ uid })).starred).toBe(true);
  expect(await isUndone()).toBe(true);
  await client['journal.undo']({});
  expect(await isUndone()).toBe(false);
  expect((await state()).all).toHaveLength(2);
});

it('puts what it made into the trash when the journal has forgotten it', async () => {
  const { context, client, run, state, isUndone } = await imported();
  statement(context.db, 'DELETE FROM journal_step').run();
  await client['imports.undo'](run);
  expect((await state()).all).toHaveLength(1);
  expect(await isUndone()).toBe(true);
});
