// Taking a collection along on the command line, and which one a name means.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CollectionName, type CollectionUid } from '#contract/types/collection.ts';
import { articleFile } from '../../support/clip-file.ts';
import { lectern } from '../../support/lectern.ts';
import { makeLibrary } from '../../support/make-library.ts';
import { tempDir } from '../../support/temp-dir.ts';

test('a collection goes out in its own order, named by itself, or with those that it is in', async () => {
  const { client, dir, close } = await makeLibrary();
  const clip = async (title: string) => (await client['clip.fromFile'](articleFile(title))).uid;
  const owl = await clip('The owl');
  const hen = await clip('The hen');
  const jay = await clip('The jay');
  const add = async (name: string, parent: CollectionUid | null = null) =>
    (await client['collections.add']({ name: CollectionName.parse(name), parent })).uid;
  const work = await add('Work');
  await client['collections.put']({ uid: await add('Birds'), uids: [jay, owl] });
  await client['collections.put']({ uid: await add('Papers'), uids: [hen] });
  await client['collections.put']({ uid: await add('Papers', work), uids: [owl] });
  const mine = await add('Mine', work);
  await client['collections.put']({ uid: await add('Papers', mine), uids: [jay] });
  await client['collections.put']({ uid: await add('Old', mine), uids: [owl] });
  await client['collections.put']({ uid: await add('Old', work), uids: [hen] });
  await close();

  const to = join(tempDir(), 'birds.json');
  const named = (name: string) =>
    lectern(
      ['export', '--format=json', '--to', to, '--replace', '--library', dir].concat([
        '--collection',
        name,
      ]),
    );
  const titles = async (name: string) => {
    expect(await named(name)).toMatchObject({ code: 0, stderr: '' });
    const { articles } = JSON.parse(readFileSync(to, 'utf8'));
    return articles.map(({ title }: { title: string }) => title);
  };
  // Nothing is written for a name that none has, or that does not say which.
  expect(await named('bird')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'not_found: There is no collection “bird”.\n',
  });
  expect(await named('old')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^conflict: There are 2 collections “old”\./),
  });
  expect(existsSync(to)).toBe(false);

  // Neither by name nor by date: as they were put.
  expect(await titles('birds')).toEqual(['The jay', 'The owl']);
  expect(await titles('mine/PAPERS')).toEqual(['The jay']);
  expect(await titles('work/papers')).toEqual(['The owl']);
  // A whole path is one collection, also where others have the same name further in.
  expect(await titles('papers')).toEqual(['The hen']);
});
