// Type settings of one article, beside the general choice.
import { describe, expect, it } from 'vitest';
import { statement } from '#library/storage/database.ts';
import { rowState } from '#library/storage/digest.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext } from '../../support/make-context.ts';

async function withArticle() {
  const context = await makeContext();
  const { id, uid } = insertWholeArticle(context);
  const type = async () => (await context.client['articles.get']({ uid })).type;
  return { ...context, id, uid, type };
}

describe('the type settings of an article', () => {
  it('are what was chosen last, as a whole, or nothing', async () => {
    const { client, db, events, id, uid, type } = await withArticle();
    expect(await type()).toBeNull();
    await client['reading.setType']({ uid, type: { theme: 'black', face: 'legible', margin: 3 } });
    expect(await type()).toEqual({ theme: 'black', face: 'legible', margin: 3 });
    await client['reading.setType']({ uid, type: { hyphenate: false, align: 'justify' } });
    expect(await type()).toEqual({ hyphenate: false, align: 'justify' });
    expect(rowState(db, 'article', id)).toBe('whole');
    await client['reading.setType']({ uid, type: {} });
    expect(await type()).toBeNull();
    await client['reading.setType']({ uid, type: { fontSize: 22 } });
    await client['reading.setType']({ uid, type: null });
    expect(await type()).toBeNull();
    expect(rowState(db, 'article', id)).toBe('whole');
    expect(events).toEqual(Array(5).fill({ kind: 'changed', topics: ['articles'] }));
    expect(await client['journal.state']({})).toEqual({ undo: null, redo: null });
  });

  it('leave out what means nothing any more', async () => {
    const { db, type } = await withArticle();
    const put = (json: string) => statement(db, 'UPDATE article SET type_settings = ?').run(json);
    put('{"theme":"neon","fontSize":22,"__proto__":{"face":"sans"},"ofANewerProgram":1}');
    expect(await type()).toEqual({ fontSize: 22 });
    for (const damage of ['{', '[]', '"x"', 'null', '{"theme":"neon"}']) {
      put(damage);
      expect(await type()).toBeNull();
    }
  });

  it.each([{ theme: 'neon' }, { margin: 4 }, { fontSize: 18.5 }, { align: 'left' }])(
    'refuse %j',
    async (wrong) => {
      const { client, uid, type } = await withArticle();
      await expect(client['reading.setType']({ uid, type: wrong as object })).rejects.toMatchObject(
        { code: 'invalid_input' },
      );
      expect(await type()).toBeNull();
    },
  );

  it('of an article that is not there are refused', async () => {
    const { client } = await withArticle();
    await expect(
      client['reading.setType']({ uid: '01ARZ3NDEKTSV4RRFFQ69G5FAV', type: null }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
