// Putting tags in order: renamed, joined, coloured, cleared away; and every one of it taken back and done again.
import { describe, expect, it } from 'vitest';
import type { TagUid } from '#contract/types/tag.ts';
import { statement } from '#library/storage/database.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext } from '../../support/make-context.ts';

async function withTags(...ofArticles: readonly (readonly string[])[]) {
  const context = await makeContext();
  const { client } = context;
  const uids = ofArticles.map((tags) => insertWholeArticle(context, { tags }).uid);
  const uidOf = async (name: string): Promise<TagUid> => {
    const tags = await client['tags.list']({ unused: true });
    const found = tags.find((tag) => tag.name === name);
    if (!found) throw new Error(`no tag ${name}`);
    return found.uid;
  };
  const given = () =>
    Promise.all(uids.map(async (uid) => (await client['articles.get']({ uid })).tags));
  const names = async (unused = true) =>
    (await client['tags.list']({ unused })).map(({ name }) => name as string);
  return { context, client, uids, uidOf, given, names };
}

describe('a tag', () => {
  it('gets another name, or another spelling of its own', async () => {
    const { client, uidOf, given } = await withTags(['birds'], ['birds', 'owls']);
    const uid = await uidOf('birds');
    expect(await client['tags.rename']({ uid, name: 'Fowl' })).toMatchObject({
      step: { kind: 'rename-tag', subject: 'Fowl', count: 1 },
    });
    expect(await given()).toEqual([['Fowl'], ['Fowl', 'owls']]);
    await client['tags.rename']({ uid, name: 'FOWL' });
    expect(await given()).toEqual([['FOWL'], ['FOWL', 'owls']]);
    expect(await client['tags.rename']({ uid, name: 'FOWL' })).toEqual({ step: null });
    await client['journal.undo']({});
    await client['journal.undo']({});
    expect(await given()).toEqual([['birds'], ['birds', 'owls']]);
  });

  it('does not get the name of another, whatever its case', async () => {
    const { client, uidOf, given } = await withTags(['birds'], ['owls']);
    const owls = await uidOf('owls');
    await expect(
      client['tags.rename']({ uid: await uidOf('birds'), name: 'OWLS' }),
    ).rejects.toMatchObject({
      code: 'conflict',
      message: 'There is a tag “owls” already. The two can be made one.',
      details: { uid: owls },
    });
    expect(await given()).toEqual([['birds'], ['owls']]);
  });

  it('has a colour, or none', async () => {
    const { client, uidOf } = await withTags(['birds']);
    const uid = await uidOf('birds');
    const colour = async () => (await client['tags.list']({}))[0]?.colour;
    expect(await colour()).toBeNull();
    await client['tags.setColour']({ uid, colour: 'blue' });
    await client['tags.setColour']({ uid, colour: 'pink' });
    expect(await colour()).toBe('pink');
    await client['journal.undo']({});
    expect(await colour()).toBe('blue');
    await client['tags.setColour']({ uid, colour: null });
    expect(await colour()).toBeNull();
  });

  it('takes in others, and each article has it once', async () => {
    const { client, uidOf, given, names } = await withTags(['a'], ['b'], ['a', 'b', 'c'], ['d']);
    const keep = await uidOf('a');
    const others = [await uidOf('b'), await uidOf('c'), keep];
    expect(await client['tags.merge']({ keep, others })).toMatchObject({
      step: { kind: 'merge-tags', subject: 'a', count: 2 },
    });
    expect(await given()).toEqual([['a'], ['a'], ['a'], ['d']]);
    expect(await names()).toEqual(['a', 'd']);
    await client['journal.undo']({});
    expect(await given()).toEqual([['a'], ['b'], ['a', 'b', 'c'], ['d']]);
    await client['journal.redo']({});
    expect(await given()).toEqual([['a'], ['a'], ['a'], ['d']]);
  });

  it('is deleted off every article, also those in the trash, and comes back as it was', async () => {
    const { client, uids, uidOf, given, names } = await withTags(['a', 'b'], ['a']);
    const uid = await uidOf('a');
    await client['tags.setColour']({ uid, colour: 'green' });
    await client['articles.trash']({ uids: uids.slice(1), trashed: true });
    expect(await client['tags.delete']({ uids: [uid] })).toMatchObject({
      step: { kind: 'delete-tags', subject: 'a', count: 1 },
    });
    expect(await given()).toEqual([['b'], []]);
    expect(await names()).toEqual(['b']);
    await client['journal.undo']({});
    expect(await given()).toEqual([['a', 'b'], ['a']]);
    expect((await client['tags.list']({})).find(({ name }) => name === 'a')).toMatchObject({
      uid,
      colour: 'green',
      articleCount: 1,
    });
  });

  it('that was deleted comes back although another was made since by a clip', async () => {
    const { context, client, uidOf, given, names } = await withTags(['a', 'last']);
    await client['tags.delete']({ uids: [await uidOf('last')] });
    insertWholeArticle(context, { tags: ['newer'] });
    await client['journal.undo']({});
    expect(await given()).toEqual([['a', 'last']]);
    expect(await names()).toEqual(['a', 'last', 'newer']);
  });

  it('that nothing carries is cleared away with the others of its kind, those in the trash kept', async () => {
    const { client, uids, names } = await withTags(['a', 'gone', 'lost'], ['in the trash']);
    await client['tags.remove']({ uids: uids.slice(0, 1), name: 'gone' });
    await client['tags.remove']({ uids: uids.slice(0, 1), name: 'lost' });
    await client['articles.trash']({ uids: uids.slice(1), trashed: true });
    expect(await names()).toEqual(['a', 'gone', 'in the trash', 'lost']);
    expect(await names(false)).toEqual(['a']);
    expect(await client['tags.deleteUnused']({})).toMatchObject({ step: { count: 2 } });
    expect(await names()).toEqual(['a', 'in the trash']);
    expect(await client['tags.deleteUnused']({})).toEqual({ step: null });
    await client['journal.undo']({});
    expect(await names()).toEqual(['a', 'gone', 'in the trash', 'lost']);
  });

  it('that is gone cannot be renamed', async () => {
    const { client, uidOf } = await withTags(['a']);
    const uid = await uidOf('a');
    await client['tags.delete']({ uids: [uid] });
    await expect(client['tags.rename']({ uid, name: 'b' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

it('thousands of them are joined into one', async () => {
  const many = Array.from({ length: 300 }, (_, n) => `tag ${n}`);
  const { context, client, uidOf, names } = await withTags(...many.map((tag) => [tag]));
  const keep = await uidOf('tag 0');
  const all = await client['tags.list']({ limit: 10_000 });
  await client['tags.merge']({ keep, others: all.map(({ uid }) => uid) });
  expect(await names()).toEqual(['tag 0']);
  expect(statement<number>(context.db, 'SELECT article_count FROM tag').pluck().get()).toBe(300);
  await client['journal.undo']({});
  expect((await names()).length).toBe(300);
});
