// Saved searches: kept in the reader's order, counted, and every change of them undone and done again.
import { describe, expect, it } from 'vitest';
import { statement } from '#library/storage/database.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext } from '../../support/make-context.ts';

async function withSearches() {
  const context = await makeContext();
  const { client } = context;
  const add = async (query: string, name = query) =>
    (await client['savedSearches.add']({ name, query })).uid;
  const names = async () => (await client['savedSearches.list']({})).map(({ name }) => name);
  const undo = () => client['journal.undo']({});
  const redo = () => client['journal.redo']({});
  return { context, client, add, names, undo, redo };
}

describe('a saved search', () => {
  it('is what was typed, under a name on one line, after the others', async () => {
    const { context, client, add } = await withSearches();
    const owls = await add('  tag:owls -"barn owl" ', ' Owls,\n not\tof barns ');
    const moss = await add('moss');
    expect(await client['savedSearches.list']({})).toEqual([
      { uid: owls, name: 'Owls, not of barns', query: 'tag:owls -"barn owl"' },
      { uid: moss, name: 'moss', query: 'moss' },
    ]);
    expect(context.events).toContainEqual({
      kind: 'changed',
      topics: ['saved-searches', 'journal'],
    });
  });

  it('is refused without a name, without words, too long, or where it is saved already', async () => {
    const { client, add, names } = await withSearches();
    await add('owl', 'Owls');
    await expect(add('moss', ' \n ')).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(add('   ', 'Nothing')).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(add('x'.repeat(1001), 'Long')).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(add('moss', 'x'.repeat(101))).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(add('owl', 'Again')).rejects.toMatchObject({
      code: 'conflict',
      message: 'This search is saved already, as “Owls”.',
    });
    const moss = await add('moss');
    await expect(client['savedSearches.change']({ uid: moss, query: 'owl' })).rejects.toMatchObject(
      { code: 'conflict' },
    );
    expect(await client['savedSearches.change']({ uid: moss, query: 'moss' })).toEqual({
      step: null,
    });
    expect(await names()).toEqual(['Owls', 'moss']);
  });

  it('is renamed, moved and removed, and each of it undone and done again', async () => {
    const { client, add, names, undo, redo } = await withSearches();
    const [a, , c] = [await add('a'), await add('b'), await add('c')];
    const renamed = await client['savedSearches.change']({ uid: a, name: 'A' });
    expect(renamed.step).toMatchObject({ kind: 'change-search', subject: 'a', count: 1 });
    await client['savedSearches.move']({ uid: c, to: 0 });
    expect(await names()).toEqual(['c', 'A', 'b']);
    await client['savedSearches.move']({ uid: c, to: 99 });
    expect(await names()).toEqual(['A', 'b', 'c']);
    await client['savedSearches.remove']({ uid: a });
    expect(await names()).toEqual(['b', 'c']);

    for (const before of [
      ['A', 'b', 'c'],
      ['c', 'A', 'b'],
      ['A', 'b', 'c'],
      ['a', 'b', 'c'],
    ]) {
      await undo();
      expect(await names()).toEqual(before);
    }
    for (const after of [
      ['A', 'b', 'c'],
      ['c', 'A', 'b'],
      ['A', 'b', 'c'],
      ['b', 'c'],
    ]) {
      await redo();
      expect(await names()).toEqual(after);
    }
    await expect(client['savedSearches.remove']({ uid: a })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('of which the making is undone is gone, and comes back as it was', async () => {
    const { context, client, add, names, undo, redo } = await withSearches();
    const uid = await add('owl', 'Owls');
    await undo();
    expect(await names()).toEqual([]);
    expect(statement(context.db, 'SELECT * FROM saved_search').all()).toEqual([]);
    await redo();
    expect(await client['savedSearches.list']({})).toEqual([{ uid, name: 'Owls', query: 'owl' }]);
  });

  it('is counted as it stands now', async () => {
    const { context, client, add } = await withSearches();
    const owls = await add('owl');
    const none = await add('tag:nothing');
    insertWholeArticle(context, { title: 'An owl' });
    expect(await client['savedSearches.counts']({})).toEqual([
      { uid: owls, count: 1, isExact: true },
      { uid: none, count: 0, isExact: true },
    ]);
    insertWholeArticle(context, { title: 'Another owl' });
    expect((await client['savedSearches.counts']({}))[0]?.count).toBe(2);
  });
});
