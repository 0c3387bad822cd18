// The whole index made anew while the library is open: the keeper does it, and tells how far it is.
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { IndexState, SearchPage } from '#contract/types/search.ts';
import { openLibrary } from '#library/open-library.ts';
import { openWriter } from '#library/storage/database.ts';
import { DATABASE_FILE } from '#library/storage/library-files.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext } from '../../support/make-context.ts';
import { makePorts } from '../../support/make-ports.ts';
import { tempDir } from '../../support/temp-dir.ts';

test('an open library notices a damaged index, makes it anew, and does so when it is asked to', async () => {
  const dir = tempDir();
  const context = await makeContext({ dir });
  for (let i = 0; i < 30; i++) insertWholeArticle(context, { title: `t${i}`, text: 'alpha' });
  context.close();
  const damage = () => {
    const db = openWriter(join(dir, DATABASE_FILE));
    db.unsafeMode(true);
    db.exec("UPDATE search_index_data SET block = x'0000' WHERE id > 10");
    db.close();
  };
  damage();

  const library = await openLibrary({ dir, ports: makePorts() });
  onTestFinished(() => library.close());
  const topics: string[] = [];
  library.onEvent((event) => {
    if (event.kind === 'changed') topics.push(...event.topics);
  });
  const ask = (name: string, input: unknown) =>
    library.dispatch(name, input, new AbortController().signal);
  const isWhole = async () => {
    const { done, total } = (await ask('search.indexState', {})) as IndexState;
    expect([done, total]).toEqual([30, 30]);
  };
  await vi.waitFor(isWhole, 10_000);
  const count = async () => ((await ask('search.run', { text: 'alpha' })) as SearchPage).total;
  expect(await count()).toBe(30);

  expect(await ask('search.rebuildIndex', {})).toEqual({ done: 0, total: 30 });
  await vi.waitFor(isWhole, 10_000);
  expect(await count()).toBe(30);
  expect(topics).toContain('index');

  // While it is open, the first search that meets the damage has it mended.
  damage();
  expect(await ask('search.run', { text: 'alpha' })).toMatchObject({
    hits: [],
    hint: expect.stringContaining('being made anew'),
  });
  await vi.waitFor(async () => expect(await count()).toBe(30), 10_000);
});
