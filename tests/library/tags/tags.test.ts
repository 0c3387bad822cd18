// Tags: one per name whatever its case, counts without the trash, and nothing left of those that nothing carries.
import { describe, expect, it } from 'vitest';
import type { TagName } from '#contract/types/tag.ts';
import { transaction } from '#library/storage/database.ts';
import { addTag, tagKey } from '#library/tags/tag-repo.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext } from '../../support/make-context.ts';

describe('tags', () => {
  it('are one per name, in the spelling of the first', async () => {
    const context = await makeContext();
    const { client } = context;
    const { uid } = insertWholeArticle(context);
    const other = insertWholeArticle(context);
    await client['tags.add']({ uids: [uid], name: '  Große   Ideen ' });
    await client['tags.add']({ uids: [uid], name: 'GROßE IDEEN' });
    await client['tags.add']({ uids: [other.uid], name: 'große ideen' });
    expect(await client['tags.list']({})).toEqual([
      { uid: expect.any(String), name: 'Große Ideen', colour: null, articleCount: 2 },
    ]);
    expect((await client['articles.get']({ uid })).tags).toEqual(['Große Ideen']);
    expect(
      await client['tags.remove']({ uids: [uid, other.uid], name: 'GROẞE ideen' }),
    ).toMatchObject({ step: { kind: 'untag', count: 2, subject: 'Große Ideen' } });
  });

  it.each([
    ['ÉCOLE', 'école'],
    ['ÉCOLE'.normalize('NFD'), 'école'],
    ['ﬁeld', 'field'],
    ['Ｆｕｌｌ', 'full'],
    ['ΑΒΓ', 'αβγ'],
  ])('%s is the same tag as %s', (one, other) => {
    expect(tagKey(one)).toBe(tagKey(other));
  });

  it.each([
    ['resume', 'résumé'],
    ['a b', 'ab'],
  ])('%s is another tag than %s', (one, other) => {
    expect(tagKey(one)).not.toBe(tagKey(other));
  });

  it('are listed by how many articles outside the trash carry them, then by name', async () => {
    const context = await makeContext();
    const { client } = context;
    insertWholeArticle(context, { tags: ['b', 'C'] });
    insertWholeArticle(context, { tags: ['b', 'a'] });
    const { uid } = insertWholeArticle(context, { tags: ['a', 'b', 'only here'] });
    const list = async (limit = 100) =>
      (await client['tags.list']({ limit })).map(({ name, articleCount }) => [name, articleCount]);
    expect(await list()).toEqual([
      ['b', 3],
      ['a', 2],
      ['C', 1],
      ['only here', 1],
    ]);
    expect(await list(2)).toEqual([
      ['b', 3],
      ['a', 2],
    ]);
    await client['articles.trash']({ uids: [uid], trashed: true });
    expect(await list()).toEqual([
      ['b', 2],
      ['a', 1],
      ['C', 1],
    ]);
    // In the trash an article is tagged and untagged without being counted.
    await client['tags.add']({ uids: [uid], name: 'late' });
    await client['tags.remove']({ uids: [uid], name: 'a' });
    expect(await list()).toEqual([
      ['b', 2],
      ['a', 1],
      ['C', 1],
    ]);
    await client['articles.trash']({ uids: [uid], trashed: false });
    expect(await list()).toEqual([
      ['b', 3],
      ['a', 1],
      ['C', 1],
      ['late', 1],
      ['only here', 1],
    ]);
  });

  it('that no one has are no error to remove', async () => {
    const context = await makeContext();
    const { uid } = insertWholeArticle(context);
    expect(await context.client['tags.remove']({ uids: [uid], name: 'none' })).toEqual({
      step: null,
    });
    expect(context.events).toEqual([]);
  });

  it.each(['', '   ', '\u0000\u0007', 'x'.repeat(101)])('are not called “%s”', async (name) => {
    const context = await makeContext();
    const { uid } = insertWholeArticle(context);
    await expect(context.client['tags.add']({ uids: [uid], name })).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });

  it('may be called like SQL, markup and operators', async () => {
    const context = await makeContext();
    const { uid } = insertWholeArticle(context);
    const names = [`'); DROP TABLE tag; --`, '<b>x</b>', '%', '_', 'a:b', '"', '🥊', '__proto__'];
    for (const name of names) await context.client['tags.add']({ uids: [uid], name });
    expect((await context.client['articles.get']({ uid })).tags.sort()).toEqual([...names].sort());
    for (const tag of names) {
      expect((await context.client['articles.list']({ tag })).articles.length).toBe(1);
    }
  });

  it('among some articles come with how many of them have each', async () => {
    const context = await makeContext();
    const { client } = context;
    const a = insertWholeArticle(context, { tags: ['one', 'both'], text: 'lamp' });
    const b = insertWholeArticle(context, { tags: ['both', 'Another'], text: 'lamp' });
    insertWholeArticle(context, { tags: ['elsewhere'], text: 'desk' });
    const both = [
      { name: 'both', count: 2 },
      { name: 'Another', count: 1 },
      { name: 'one', count: 1 },
    ];
    expect(await client['tags.among']({ uids: [a.uid, b.uid] })).toEqual(both);
    expect(await client['tags.among']({ all: { search: 'lamp' } })).toEqual(both);
    expect(await client['tags.among']({ all: { list: 'inbox', tag: 'one' } })).toEqual([
      { name: 'both', count: 1 },
      { name: 'one', count: 1 },
    ]);
    expect(await client['tags.among']({ all: { search: 'lamp' }, except: [b.uid] })).toEqual([
      { name: 'both', count: 1 },
      { name: 'one', count: 1 },
    ]);
  });

  it('of a thousand characters are refused in a sentence, and nothing is changed', async () => {
    const context = await makeContext();
    const { uid } = insertWholeArticle(context);
    await expect(
      context.client['tags.add']({ uids: [uid], name: 'x'.repeat(1000) }),
    ).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('A tag has at most 100 characters.'),
    });
    expect(await context.client['journal.state']({})).toEqual({ undo: null, redo: null });
  });

  it('with commas, line breaks and emoji are single tags, found by their names', async () => {
    const context = await makeContext();
    const { client } = context;
    const { uid } = insertWholeArticle(context);
    const given = {
      'red, green, blue': 'red, green, blue',
      'two\nlines\r\n of it': 'two lines of it',
      '👩‍👩‍👧‍👦 at home 🏳️‍🌈': '👩‍👩‍👧‍👦 at home 🏳️‍🌈',
    };
    for (const [name, kept] of Object.entries(given)) {
      await client['tags.add']({ uids: [uid], name });
      expect((await client['articles.get']({ uid })).tags).toContain(kept);
      const { hits } = await client['search.run']({ text: `tag:"${kept}"` });
      expect(hits.map(({ article }) => article.uid)).toEqual([uid]);
    }
    expect((await client['search.run']({ text: 'tag:"red"' })).hits).toEqual([]);
  });

  it('may be ten thousand, on one article as well', async () => {
    const context = await makeContext();
    const { client, db, newUid } = context;
    const { id, uid } = insertWholeArticle(context);
    transaction(db, () => {
      for (let at = 0; at < 10_000; at++)
        addTag(db, id, `tag ${at}` as TagName, { newUid, now: 1 });
    });
    expect((await client['articles.get']({ uid })).tags.length).toBe(10_000);
    expect((await client['tags.list']({ limit: 10_000 })).length).toBe(10_000);
    expect((await client['tags.among']({ uids: [uid] })).length).toBe(200);
    const tags = await client['tags.list']({ limit: 10_000 });
    const { step } = await client['tags.delete']({ uids: tags.map((tag) => tag.uid) });
    expect(step?.count).toBe(10_000);
    expect((await client['articles.get']({ uid })).tags).toEqual([]);
    await client['journal.undo']({});
    expect((await client['articles.get']({ uid })).tags.length).toBe(10_000);
  });
});
