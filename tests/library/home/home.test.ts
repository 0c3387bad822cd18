// Home: which articles are in which of its rows, and that something old is the same all day and another tomorrow.
import { describe, expect, it } from 'vitest';
import { rowNames, rowSql } from '#library/home/home-repo.ts';
import { statement } from '#library/storage/database.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext } from '../../support/make-context.ts';

const DAY = 86_400_000;

async function withArticles(given: Readonly<Record<string, { words?: number; age?: number }>>) {
  const context = await makeContext();
  const { client, ports } = context;
  const now = ports.clock.now();
  const uids = new Map(
    Object.entries(given).map(([title, { words = 2000, age = 0 }]) => {
      const savedAt = now - age * DAY;
      return [title, insertWholeArticle(context, { title, wordCount: words, savedAt }).uid];
    }),
  );
  const uidOf = (title: string) => {
    const uid = uids.get(title);
    if (!uid) throw new Error(`no article ${title}`);
    return uid;
  };
  const home = async (limit?: number) => {
    const rows = await client['home.get'](limit === undefined ? {} : { limit });
    return Object.fromEntries(
      Object.entries(rows).map(([row, articles]) => [row, articles.map(({ title }) => title)]),
    );
  };
  return { context, client, uidOf, home };
}

describe('home', () => {
  it('has nothing of an empty library', async () => {
    const { home } = await withArticles({});
    expect(await home()).toEqual({ continue: [], new: [], short: [], long: [], old: [] });
  });

  it('shows what was begun, what is new, and of the others what is short and what is long', async () => {
    const { context, client, uidOf, home } = await withArticles({
      'short, older': { words: 1264, age: 9 },
      'short, old': { words: 1, age: 8 },
      'no words': { words: 0, age: 7 },
      'too long to be short': { words: 1265, age: 6 },
      'too short to be long': { words: 3334, age: 6 },
      'long, older': { words: 3335, age: 5 },
      'long, old': { words: 90_000, age: 4 },
      archived: { words: 100, age: 4 },
      finished: { words: 100, age: 4 },
      trashed: { words: 100, age: 4 },
      'begun first': { words: 100, age: 2 },
      'begun last': { words: 5000, age: 3 },
      'new and short': { words: 100, age: 1 },
      'new and long': { words: 5000 },
    });
    for (const title of ['begun first', 'begun last']) {
      context.ports.clock.tick();
      await client['reading.opened']({ uid: uidOf(title) });
    }
    await client['articles.archive']({ uids: [uidOf('archived')], archived: true });
    await client['articles.setStatus']({ uids: [uidOf('finished')], status: 'finished' });
    await client['articles.trash']({ uids: [uidOf('trashed')], trashed: true });
    expect(await home(2)).toEqual({
      continue: ['begun last', 'begun first'],
      new: ['new and long', 'new and short'],
      short: ['short, old', 'short, older'],
      long: ['long, old', 'long, older'],
      old: [],
    });
    // With more room what is new takes what else is there.
    const { new: fresh, short } = await home(20);
    expect(fresh).toHaveLength(9);
    expect(short).toEqual([]);
  });

  it('reads each row from an index of its own, without sorting', async () => {
    const { context } = await withArticles({});
    for (const name of rowNames) {
      const plan = statement<{ detail: string }>(
        context.db,
        `EXPLAIN QUERY PLAN ${rowSql(name)}`,
      ).all(4);
      expect(plan.map(({ detail }) => detail)).toEqual([
        expect.stringMatching(/^(SCAN|SEARCH) article USING (COVERING )?INDEX article_/),
      ]);
    }
  });
});

describe('something old', () => {
  const old = Object.fromEntries(
    Array.from({ length: 60 }, (_, n) => [`old ${n}`, { age: 200 - n }]),
  );

  it('is the same all day, whatever is read, clipped or put away, and another tomorrow', async () => {
    const { context, client, uidOf, home } = await withArticles({ ...old, fresh: {} });
    const { ports } = context;
    // Midnight in the zone of the library's reader.
    ports.clock.tick(DAY - (ports.clock.now() % DAY) + 1000);
    const morning = (await home()).old;
    expect(morning).toHaveLength(4);
    expect(new Set(morning).size).toBe(4);
    expect(morning?.every((title) => title.startsWith('old'))).toBe(true);
    const [first = '', second = '', third = ''] = morning ?? [];
    await client['reading.opened']({ uid: uidOf(first) });
    await client['articles.setStatus']({ uids: [uidOf(second)], status: 'finished' });
    await client['articles.archive']({ uids: [uidOf(third)], archived: true });
    for (let n = 0; n < 80; n++) insertWholeArticle(context, { title: `clipped ${n}` });
    ports.clock.tick(DAY - 2000);
    const { continue: begun, old: same, ...others } = await home();
    expect(same).toEqual(morning);
    // What is old is in no other row, but that what was begun is looked for there as well.
    expect(begun).toEqual([first]);
    expect(Object.values(others).flat()).toHaveLength(8);
    expect(
      Object.values(others)
        .flat()
        .filter((title) => morning?.includes(title)),
    ).toEqual([]);
    ports.clock.tick(2000);
    const tomorrow = (await home()).old ?? [];
    expect(tomorrow).toHaveLength(4);
    expect(tomorrow).not.toEqual(morning);
    // What was read yesterday is no longer left to be read.
    expect(tomorrow).not.toContain(second);
    expect(tomorrow).not.toContain(third);
  });

  it('comes to all of them in time, and to none that was finished, put away or thrown away', async () => {
    const { context, client, uidOf, home } = await withArticles(old);
    const gone = ['old 3', 'old 4', 'old 5'] as const;
    await client['articles.setStatus']({ uids: [uidOf('old 3')], status: 'finished' });
    await client['articles.archive']({ uids: [uidOf('old 4')], archived: true });
    await client['articles.trash']({ uids: [uidOf('old 5')], trashed: true });
    const seen = new Set<string>();
    for (let day = 0; day < 120; day++) {
      context.ports.clock.tick(DAY);
      for (const title of (await home()).old ?? []) seen.add(title);
    }
    for (const title of gone) expect(seen.has(title)).toBe(false);
    expect(seen.size).toBeGreaterThan(50);
  });

  it('of a young library is two weeks old, and of a new one nothing', async () => {
    const young = await withArticles({ 'three weeks': { age: 21 }, yesterday: { age: 1 } });
    expect((await young.home()).old).toEqual(['three weeks']);
    const fresh = await withArticles({ yesterday: { age: 1 }, 'last week': { age: 13 } });
    expect((await fresh.home()).old).toEqual([]);
  });

  it('is found although nearly everything before it was read', async () => {
    const { context, home } = await withArticles({ ...old, last: { age: 120 } });
    context.db.exec(
      "UPDATE article SET reading_status = 'finished', finished_at = 1 WHERE title <> 'last'",
    );
    const seen = new Set<string>();
    for (let day = 0; day < 20; day++) {
      context.ports.clock.tick(DAY);
      for (const title of (await home()).old ?? []) seen.add(title);
    }
    expect([...seen]).toEqual(['last']);
  });
});
