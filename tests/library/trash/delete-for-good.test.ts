// Deleting for good: nothing of an article is left but in backups, nothing of another one is touched, and Undo says what it cannot do.
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AssetName } from '#contract/types/asset.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { assetKeeper } from '#library/clip/asset-keeper.ts';
import { statement } from '#library/storage/database.ts';
import { emptyOld } from '#library/trash/trash-keeper.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';
import { textParser } from '../../support/make-ports.ts';

const DAY = 24 * 60 * 60_000;
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));

/** A clipped article with a tag, a note, a highlight, and a place in a collection. */
async function keptArticle({ client }: TestContext, title: string): Promise<ArticleUid> {
  const text = `${title}\n\nThe lamp above the desk was lit every evening.`;
  const { uid } = await client['clip.fromFile']({ name: `${title}.txt`, bytes: bytesOf(text) });
  await client['tags.add']({ uids: [uid], name: 'lamps' });
  await client['notes.save']({ uid, markdown: `On ${title}` });
  const start = text.indexOf('lamp');
  await client['highlights.add']({
    uid,
    colour: 'yellow',
    anchor: { quote: 'lamp', prefix: 'The ', suffix: ' above', start, end: start + 4 },
  });
  const { uid: collection } = await client['collections.add']({ name: title });
  await client['collections.put']({ uids: [uid], uid: collection });
  return uid;
}

/** How many rows each table has, but for the journal, settings and what is kept of tags and collections. */
function rowCounts({ db }: TestContext) {
  const tables = statement<string>(
    db,
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')
      AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'journal_%' AND name NOT LIKE '%index_data'
      AND name NOT LIKE '%index_idx' AND name NOT IN ('setting', 'tag', 'collection')`,
  )
    .pluck()
    .all();
  return Object.fromEntries(
    tables.map((name) => [name, db.prepare(`SELECT count(*) FROM ${name}`).pluck().get()]),
  );
}

const files = ({ db, dir }: TestContext) =>
  statement<AssetName>(db, 'SELECT name FROM asset')
    .pluck()
    .all()
    .map((name) => ({ name, path: `${dir}/assets/${name.slice(0, 2)}/${name}` }));

describe('deleting for good', () => {
  it('leaves nothing of an article, and another one as it is', async () => {
    const context = await makeContext({ parser: textParser });
    const { client } = context;
    await keptArticle(context, 'Harbours');
    const before = rowCounts(context);
    const uid = await keptArticle(context, 'Gardens');
    const all = files(context);
    expect(all.length).toBe(2);
    expect(rowCounts(context)).not.toEqual(before);
    await client['articles.trash']({ uids: [uid], trashed: true });
    expect(await client['articles.deleteForGood']({ uids: [uid] })).toEqual({ deleted: 1 });

    expect(rowCounts(context)).toEqual(before);
    const left = files(context);
    expect(left.length).toBe(1);
    for (const { name, path } of all) {
      expect(existsSync(path)).toBe(left.some((file) => file.name === name));
    }
    expect((await client['library.check']({})).problems).toEqual([]);
    expect((await client['search.run']({ text: 'Gardens' })).total).toBe(0);
    expect((await client['search.run']({ text: 'lamp' })).total).toBe(1);
    expect(await client['tags.list']({})).toMatchObject([{ name: 'lamps', articleCount: 1 }]);
    expect(await client['articles.counts']({})).toMatchObject({ all: 1, trash: 0 });
    await expect(client['articles.get']({ uid })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('keeps a file that another article has as well', async () => {
    const context = await makeContext();
    const { client, db } = context;
    const [one, other] = [insertWholeArticle(context), insertWholeArticle(context)];
    const asset = statement(db, 'SELECT asset_name FROM snapshot WHERE article_id = ?');
    const shared = asset.pluck().get(one.id);
    db.prepare('UPDATE snapshot SET asset_name = ? WHERE article_id = ?').run(shared, other.id);
    const count = statement<number>(db, 'SELECT count(*) FROM asset WHERE name = ?').pluck();
    for (const [uid, left] of [
      [one.uid, 1],
      [other.uid, 0],
    ] as const) {
      await client['articles.trash']({ uids: [uid], trashed: true });
      await client['articles.deleteForGood']({ uids: [uid] });
      expect(count.get(shared)).toBe(left);
    }
  });

  it('keeps a file that a clip is about to name again', async () => {
    const context = await makeContext({ parser: textParser });
    const { client } = context;
    const openHold = assetKeeper(context);
    const uid = await keptArticle(context, 'Harbours');
    const [file] = files(context);
    // Held as by a clip under way, through the keeper that deleting asks, too.
    const hold = openHold();
    hold.claim(file?.name as AssetName);
    await client['articles.trash']({ uids: [uid], trashed: true });
    context.ports.clock.tick(40 * DAY);
    await client['settings.change']({ emptyTrashAfterDays: 30 });
    expect(await emptyOld(context, openHold, new AbortController().signal)).toBe(1);
    expect(existsSync(file?.path ?? '')).toBe(true);
    await hold.release();
    expect(existsSync(file?.path ?? '')).toBe(false);
  });

  it('is for the trash alone', async () => {
    const context = await makeContext();
    const { client } = context;
    const [kept, thrown] = [insertWholeArticle(context), insertWholeArticle(context)];
    await client['articles.trash']({ uids: [thrown.uid], trashed: true });
    for (const articles of [
      { uids: [kept.uid, thrown.uid] },
      { all: { list: 'all' } } as const,
      { all: { search: 'words' } },
    ]) {
      await expect(client['articles.deleteForGood'](articles)).rejects.toMatchObject({
        code: 'conflict',
      });
    }
    expect(await client['articles.deleteForGood']({ all: { list: 'trash' } })).toEqual({
      deleted: 1,
    });
    expect((await client['articles.list']({})).articles.map(({ uid }) => uid)).toEqual([kept.uid]);
  });

  it('of many says how far it is, and can be stopped', async () => {
    const context = await makeContext();
    const { client } = context;
    for (let at = 0; at < 50; at++) insertWholeArticle(context);
    await client['articles.trash']({ all: { list: 'all' }, trashed: true });
    const { events } = context;
    const push = events.push.bind(events);
    events.push = (...added) => {
      for (const event of added) {
        if (event.kind === 'many-changing') void client['journal.stop']({ uid: event.uid });
      }
      return push(...added);
    };
    expect(await client['articles.deleteForGood']({ all: { list: 'trash' } })).toEqual({
      deleted: 20,
    });
    expect(events.at(-1)?.kind).toBe('many-changed');
    expect((await client['articles.counts']({})).trash).toBe(30);
  });
});

describe('Undo after an article was deleted for good', () => {
  it('says so, and what was done before still comes back', async () => {
    const context = await makeContext();
    const { client } = context;
    const [kept, thrown] = [insertWholeArticle(context), insertWholeArticle(context)];
    await client['articles.star']({ uids: [kept.uid], starred: true });
    await client['articles.trash']({ uids: [thrown.uid], trashed: true });
    await client['articles.deleteForGood']({ uids: [thrown.uid] });
    await expect(client['journal.undo']({})).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('its article was deleted for good'),
    });
    expect((await client['journal.undo']({})).step).toMatchObject({ kind: 'star' });
    expect((await client['articles.get']({ uid: kept.uid })).starred).toBe(false);
  });

  it('takes back what was done to the others with it', async () => {
    const context = await makeContext();
    const { client } = context;
    const [kept, thrown] = [insertWholeArticle(context), insertWholeArticle(context)];
    const uids = [kept.uid, thrown.uid];
    await client['tags.add']({ uids, name: 'x' });
    await client['tags.remove']({ uids, name: 'x' });
    await client['articles.star']({ uids, starred: true });
    await client['articles.trash']({ uids: [thrown.uid], trashed: true });
    await client['articles.deleteForGood']({ uids: [thrown.uid] });
    await expect(client['journal.undo']({})).rejects.toMatchObject({ code: 'conflict' });
    const tags = async () => (await client['articles.get']({ uid: kept.uid })).tags;
    await client['journal.undo']({});
    expect((await client['articles.get']({ uid: kept.uid })).starred).toBe(false);
    await client['journal.undo']({});
    expect(await tags()).toEqual(['x']);
    await client['journal.undo']({});
    expect(await tags()).toEqual([]);
    await client['journal.redo']({});
    expect(await tags()).toEqual(['x']);
  });

  it('never does to a later article what was done to that one', async () => {
    const context = await makeContext();
    const { client } = context;
    const thrown = insertWholeArticle(context);
    await client['articles.star']({ uids: [thrown.uid], starred: true });
    await client['articles.trash']({ uids: [thrown.uid], trashed: true });
    await client['articles.deleteForGood']({ uids: [thrown.uid] });
    const later = insertWholeArticle(context);
    expect(later.id).toBeGreaterThan(thrown.id);
    await client['articles.star']({ uids: [later.uid], starred: true });
    await client['journal.undo']({});
    await expect(client['journal.undo']({})).rejects.toMatchObject({ code: 'conflict' });
    await expect(client['journal.undo']({})).rejects.toMatchObject({ code: 'conflict' });
    expect(await client['articles.get']({ uid: later.uid })).toMatchObject({
      starred: false,
      trashed: false,
    });
  });
});

describe('the trash that empties itself', () => {
  async function thrown() {
    const context = await makeContext();
    const { client, ports } = context;
    const { uid } = insertWholeArticle(context);
    await client['articles.trash']({ uids: [uid], trashed: true });
    const openHold = assetKeeper(context);
    const look = () => emptyOld(context, openHold, new AbortController().signal);
    /** As where Lectern runs every day. */
    const days = async (count: number) => {
      let deleted = 0;
      for (let day = 0; day < count; day++) {
        ports.clock.tick(DAY);
        deleted += await look();
      }
      return deleted;
    };
    return { client, ports, look, days };
  }

  it('does nothing unless it is asked to', async () => {
    const { client, days } = await thrown();
    expect(await days(400)).toBe(0);
    expect((await client['articles.counts']({})).trash).toBe(1);
  });

  it('deletes what has lain there for the time that was chosen', async () => {
    const { client, days } = await thrown();
    await client['settings.change']({ emptyTrashAfterDays: 30 });
    expect(await days(30)).toBe(0);
    expect(await days(1)).toBe(1);
    expect((await client['articles.counts']({})).trash).toBe(0);
  });

  it('does not believe a clock that leapt ten years, and is put right', async () => {
    const { client, ports, look, days } = await thrown();
    await client['settings.change']({ emptyTrashAfterDays: 30 });
    await days(2);
    ports.clock.tick(3650 * DAY);
    expect(await look()).toBe(0);
    ports.clock.tick(-3650 * DAY);
    expect(await look()).toBe(0);
    expect(await days(27)).toBe(0);
    expect(await days(3)).toBe(1);
  });
});
