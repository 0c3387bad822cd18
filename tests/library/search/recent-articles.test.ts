// Rows of hits are kept between searches, and never shown once somebody has written.
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { machineTime } from '#library/local-time.ts';
import { search } from '#library/search/search-page.ts';
import { openReader } from '#library/storage/database.ts';
import { DATABASE_FILE } from '#library/storage/library-files.ts';
import { makeSearchable } from './searchable.ts';

test('a hit shows what was written since the last search, by whoever wrote it', async () => {
  const { context } = await makeSearchable({ First: 'some word', Second: 'another word' });
  const { client, dir } = context;
  const db = openReader(join(dir, DATABASE_FILE));
  onTestFinished(() => void db.close());
  const hits = () =>
    search({ db, time: machineTime }, 'word', { limit: 20 }).hits.map(({ article, found }) => ({
      title: article.title,
      tags: article.tags,
      starred: article.starred,
      found,
    }));
  const second = { title: 'Second', tags: [], starred: false, found: ['text'] };
  const first = { title: 'First', tags: [], starred: false, found: ['text'] };
  expect(hits()).toEqual([second, first]);
  expect(hits()).toEqual([second, first]);

  const uid = (await client['articles.list']({})).articles[0]?.uid as never;
  await client['tags.add']({ uids: [uid], name: 'new' });
  expect(hits()).toEqual([{ ...second, tags: ['new'] }, first]);
  await client['articles.star']({ uids: [uid], starred: true });
  expect(hits()).toEqual([{ ...second, tags: ['new'], starred: true }, first]);
  await client['notes.save']({ uid, markdown: 'a word of mine' });
  expect(hits()[0]?.found).toEqual(['text', 'note']);
  await client['articles.trash']({ uids: [uid], trashed: true });
  expect(hits()).toEqual([first]);
});
