// Articles that are there twice: listed, told apart for good, and found also among those from before there were fingerprints.
import { describe, expect, it, vi } from 'vitest';
import type { HttpUrl } from '#contract/types/ids.ts';
import { openLibrary } from '#library/open-library.ts';
import { statement } from '#library/storage/database.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';
import { makePorts, textParser } from '../../support/make-ports.ts';
import { ownText, withOtherWords } from './near.ts';

const clip = async ({ client, ports }: TestContext, text: string, name: string) => {
  ports.clock.tick();
  const url = `https://example.org/${name}` as HttpUrl;
  return (await client['clip.fromPasted']({ text, url })).uid;
};
const groups = async ({ client }: Pick<TestContext, 'client'>) =>
  (await client['duplicates.list']({})).groups.map(({ articles }) =>
    articles.map(({ uid }) => uid),
  );
const text = ownText('en', 1);
const again = withOtherWords(text, 0.02, 1);
const rows = ({ db }: TestContext) =>
  ['fingerprint', 'fingerprint_band', 'fingerprint_pending', 'near_duplicate'].map((table) =>
    statement<number>(db, `SELECT count(*) FROM ${table}`).pluck().get(),
  );

describe('duplicates', () => {
  it('are listed from the clip on, newest first, and gone with the trash or another text', async () => {
    const context = await makeContext({ parser: textParser });
    const { client } = context;
    const first = await clip(context, text, 'a');
    const other = await clip(context, ownText('en', 2), 'b');
    const second = await clip(context, again, 'c');
    expect(await client['duplicates.list']({})).toMatchObject({
      groups: [{ articles: [{ uid: second }, { uid: first }], similarity: expect.any(Number) }],
      total: 1,
      pending: 0,
    });
    const similarity = (await client['duplicates.list']({})).groups[0]?.similarity ?? 0;
    expect(similarity > 0.7 && similarity < 1).toBe(true);
    expect(await client['duplicates.ofArticle']({ uid: first })).toMatchObject([
      { article: { uid: second }, similarity },
    ]);
    expect(await client['duplicates.ofArticle']({ uid: other })).toEqual([]);
    const count = async (uid: typeof first) =>
      (await client['articles.get']({ uid })).duplicateCount;
    expect([await count(first), await count(second), await count(other)]).toEqual([1, 1, 0]);

    await client['articles.trash']({ uids: [first], trashed: true });
    expect(await groups(context)).toEqual([]);
    expect([await count(first), await count(second)]).toEqual([0, 0]);
    await client['journal.undo']({});
    const third = await clip(context, `${again}\n\nOne more line.`, 'd');
    const newer = await clip(context, ownText('en', 2).toUpperCase(), 'e');
    expect(await groups(context)).toEqual([
      [newer, other],
      [third, second, first],
    ]);
    expect(rows(context)).toEqual([5, 100, 0, 4]);

    // The page behind it is another now, and so is its text.
    await clip(context, `${ownText('en', 3)} And on and on.`.repeat(2), 'c');
    expect(await groups(context)).toEqual([
      [newer, other],
      [third, first],
    ]);
    expect(rows(context)).toEqual([5, 100, 0, 2]);
    await client['journal.undo']({});
    expect(await groups(context)).toEqual([
      [newer, other],
      [third, second, first],
    ]);
  });

  it('that the reader tells apart are no more, until that is undone', async () => {
    const context = await makeContext({ parser: textParser });
    const { client } = context;
    const uids = [await clip(context, text, 'a'), await clip(context, again, 'b')];
    const other = await clip(context, ownText('en', 2), 'c');
    expect(await groups(context)).toEqual([uids.toReversed()]);
    const both = [...uids, other];
    expect(await client['duplicates.dismiss']({ uids: both })).toMatchObject({
      step: { kind: 'tell-apart', count: 3 },
    });
    expect(await groups(context)).toEqual([]);
    expect(await client['duplicates.ofArticle']({ uid: uids[0] as never })).toEqual([]);
    expect(await client['duplicates.dismiss']({ uids: both.toReversed() })).toEqual({ step: null });
    // Also when it is made anew.
    context.db.exec(
      'DELETE FROM fingerprint; INSERT INTO fingerprint_pending SELECT id FROM article;',
    );
    expect(await client['duplicates.catchUp']({ limit: 2 })).toEqual({ pending: 1 });
    expect(await client['duplicates.catchUp']({})).toEqual({ pending: 0 });
    expect(await groups(context)).toEqual([]);
    await client['journal.undo']({});
    expect(await groups(context)).toEqual([uids.toReversed()]);
  });

  it('among articles of before are found by and by, by whoever stays', async () => {
    const context = await makeContext();
    const uids = Array.from({ length: 24 }, (_, at) => {
      const words = at % 12 === 0 ? ownText('en', 90) : ownText('en', at);
      return insertWholeArticle(context, { text: words }).uid;
    });
    // Damage is for the check to tell; here it is an article without text.
    context.db.exec("UPDATE reader_content SET reader_text = x'00ff' WHERE article_id = 5");
    expect(await context.client['duplicates.list']({})).toEqual({
      groups: [],
      total: 0,
      pending: 24,
    });
    context.close();

    const library = await openLibrary({ dir: context.dir, ports: makePorts(), runsJobs: true });
    const told: string[] = [];
    library.onEvent((event) => {
      if (event.kind === 'changed') told.push(...event.topics);
    });
    try {
      const { signal } = new AbortController();
      await vi.waitFor(
        async () =>
          expect(await library.dispatch('duplicates.list', {}, signal)).toMatchObject({
            groups: [{ articles: [{ uid: uids[12] }, { uid: uids[0] }], similarity: 1 }],
            pending: 0,
          }),
        { timeout: 30_000 },
      );
      expect(told).toContain('articles');
    } finally {
      await library.close();
    }
  });
});
