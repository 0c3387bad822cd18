// Reading the archive anew: what would come of it is told without changing anything, what is accepted can be undone, and what
// would lose its text is left.
import { describe, expect, it } from 'vitest';
import { LibraryError } from '#contract/errors.ts';
import type { ParsedPage } from '#contract/page.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { EXTRACTOR_VERSION } from '#library/clip/page/extractor-version.ts';
import type { PageParser } from '#library/ports.ts';
import { statement } from '#library/storage/database.ts';
import { sealAll } from '#library/storage/digest.ts';
import { census } from '../../support/census.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';
import { textParser } from '../../support/make-ports.ts';
import { anchorAt, marksOf } from '../highlights/marks.ts';

const TEXTS = [
  'Gains\nThe owl sat still in the snow.',
  'Loses\nThe owl sat still in the snow. Subscribe to our letter, now.',
  'Stays\nThe owl sat still in the snow.',
  'Breaks\nThe owl sat still in the snow.',
  'Shrinks\nThe owl sat still in the snow, all night, and so did I.',
];

/** Five articles of an earlier page reader; today's makes another of each. */
async function archive() {
  const today: { change: ((page: ParsedPage) => string | Error) | null } = { change: null };
  const parser: PageParser = {
    read: async (input, signal) => {
      const page = await textParser.read(input, signal);
      const text = today.change?.(page) ?? page.readerText;
      if (text instanceof Error) throw text;
      const read = await textParser.read(
        { ...input, bytes: new TextEncoder().encode(text) },
        signal,
      );
      return { ...read, title: page.title };
    },
  };
  const context = await makeContext({ parser });
  const uids: ArticleUid[] = [];
  for (const text of TEXTS) uids.push((await context.client['clip.fromPasted']({ text })).uid);
  statement(context.db, 'UPDATE reader_content SET extractor_version = 1').run();
  sealAll(context.db, 'reader_content');
  today.change = ({ readerText, title }) => {
    if (title === 'Gains') return `${readerText}\nAnd a mouse ran by, which nobody had seen.`;
    if (title === 'Loses') return readerText.replace(/ Subscribe.*/, '');
    if (title === 'Breaks') return new LibraryError('timed_out', 'It took too long.');
    if (title === 'Shrinks') return 'Shrinks\nThe owl.';
    return readerText;
  };
  return { context, client: context.client, uids, today };
}

const outdated = async ({ client }: TestContext) => client['extraction.outdated']({ limit: 100 });
const said = (
  articles: readonly {
    title: string;
    wordsBefore: number;
    wordsAfter: number;
    outcome: string;
    changed: boolean;
  }[],
) =>
  articles.map(
    ({ title, wordsBefore, wordsAfter, outcome, changed }) =>
      `${title} ${wordsBefore}>${wordsAfter} ${changed ? 'changed ' : ''}${outcome}`,
  );
const textOf = async ({ client }: TestContext, uid: ArticleUid | undefined) =>
  (await client['articles.content']({ uid: uid as ArticleUid })).text;

describe('reading anew', () => {
  it('to see what would come of it changes nothing', async () => {
    const { context, client, uids } = await archive();
    const { text } = await client['articles.content']({ uid: uids[1] as ArticleUid });
    await client['highlights.add']({
      uid: uids[1] as ArticleUid,
      colour: 'blue',
      anchor: anchorAt(text, 'Subscribe to our letter'),
    });
    const before = census(context);
    const marks = marksOf(context);
    expect(await outdated(context)).toEqual({ uids, total: 5, next: null });
    const { articles, step } = await client['extraction.run']({ uids, mode: 'preview' });
    expect(step).toBeNull();
    expect(said(articles)).toEqual([
      'Gains 8>17 changed previewed',
      'Loses 13>8 changed previewed',
      'Stays 8>8 previewed',
      'Breaks 8>8 left',
      'Shrinks 14>3 changed previewed',
    ]);
    expect(articles[1]).toMatchObject({ lostBefore: 0, lostAfter: 1 });
    expect(articles[3]?.problem).toEqual({ code: 'timed_out', message: 'It took too long.' });
    expect(census(context)).toEqual(before);
    expect(marksOf(context)).toEqual(marks);
    expect((await outdated(context)).total).toBe(5);
  });

  it('for good leaves what loses most of its text or cannot be read, and is undone in one step', async () => {
    const { context, client, uids } = await archive();
    const { articles, step } = await client['extraction.run']({ uids, mode: 'apply' });
    expect(said(articles)).toEqual([
      'Gains 8>17 changed applied',
      'Loses 13>8 changed applied',
      'Stays 8>8 applied',
      'Breaks 8>8 left',
      'Shrinks 14>3 changed left',
    ]);
    expect(step).toMatchObject({ kind: 're-extract', count: 2 });
    // Where it was stopped it goes on: by what is left to do.
    expect(await outdated(context)).toEqual({ uids: [uids[3], uids[4]], total: 2, next: null });
    expect(await textOf(context, uids[0])).toContain('mouse');
    expect((await client['search.run']({ text: 'mouse' })).hits).toHaveLength(1);
    expect(await client['library.check']({})).toMatchObject({ ok: true });

    await client['journal.undo']({});
    expect(await textOf(context, uids[0])).toBe(TEXTS[0]);
    expect(await textOf(context, uids[1])).toBe(TEXTS[1]);
    expect((await client['search.run']({ text: 'mouse' })).hits).toHaveLength(0);
    expect((await outdated(context)).uids).toEqual([uids[0], uids[1], uids[3], uids[4]]);
    await client['journal.redo']({});
    expect(await textOf(context, uids[0])).toContain('mouse');
    expect(await client['library.check']({})).toMatchObject({ ok: true });
  });

  it('of one that was looked at does as it was told', async () => {
    const { context, client, uids } = await archive();
    const uid = uids[4] as ArticleUid;
    const { articles } = await client['extraction.run']({ uids: [uid], mode: 'force' });
    expect(said(articles)).toEqual(['Shrinks 14>3 changed applied']);
    expect(await textOf(context, uid)).toBe('Shrinks\nThe owl.');
    await client['journal.undo']({});
    expect(await textOf(context, uid)).toBe(TEXTS[4]);
  });

  it('that is cancelled leaves everything as it was', async () => {
    const { context, client, uids } = await archive();
    const before = census(context);
    const giveUp = new AbortController();
    giveUp.abort();
    await expect(
      client['extraction.run']({ uids, mode: 'apply' }, giveUp.signal),
    ).rejects.toMatchObject({ code: 'cancelled' });
    expect(census(context)).toEqual(before);
    expect((await outdated(context)).total).toBe(5);
  });

  it('that is cancelled in the middle of a part leaves that part as it was, keeps the ones before, and goes on', async () => {
    const { context, client, uids, today } = await archive();
    const first = await client['extraction.run']({ uids: uids.slice(0, 1), mode: 'apply' });
    const continues = first.step?.uid;
    const before = census(context);
    const giveUp = new AbortController();
    const usual = today.change;
    let read = 0;
    today.change = (page) => {
      if (++read === 2) giveUp.abort();
      return usual?.(page) ?? page.readerText;
    };
    const rest = { uids: uids.slice(1), mode: 'apply', continues } as const;
    await expect(client['extraction.run'](rest, giveUp.signal)).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(read).toBeGreaterThan(1);
    expect(census(context)).toEqual(before);
    expect(await textOf(context, uids[0])).toContain('mouse');
    expect(await textOf(context, uids[1])).toBe(TEXTS[1]);

    // What is left to do is what is left; it becomes part of the same step.
    const left = (await outdated(context)).uids;
    expect(left).toEqual(uids.slice(1));
    today.change = usual;
    const second = await client['extraction.run']({ uids: left, mode: 'apply', continues });
    expect(second.step).toEqual({ ...first.step, count: 2 });
    expect(await textOf(context, uids[1])).not.toBe(TEXTS[1]);
    await client['journal.undo']({});
    expect(await textOf(context, uids[0])).toBe(TEXTS[0]);
    expect(await textOf(context, uids[1])).toBe(TEXTS[1]);
    expect(await client['library.check']({})).toMatchObject({ ok: true });
  });

  it('goes through the archive page by page; all of it where that is asked for', async () => {
    const { client, uids } = await archive();
    const first = await client['extraction.outdated']({ limit: 2 });
    expect(first).toEqual({ uids: uids.slice(0, 2), total: 5, next: uids[1] });
    const second = await client['extraction.outdated']({ limit: 3, after: uids[1] });
    expect(second.uids).toEqual(uids.slice(2));
    await client['articles.trash']({ uids: [uids[0] as ArticleUid], trashed: true });
    expect((await client['extraction.outdated']({ limit: 9 })).total).toBe(4);
    await client['extraction.run']({ uids: uids.slice(1, 3), mode: 'apply' });
    expect((await client['extraction.outdated']({ limit: 9 })).total).toBe(2);
    expect((await client['extraction.outdated']({ limit: 9, all: true })).total).toBe(4);
  });

  it('goes through those that are selected, whoever made them', async () => {
    const { client, uids } = await archive();
    const [a, b, c] = uids as [ArticleUid, ArticleUid, ArticleUid];
    await client['extraction.run']({ uids: [c], mode: 'apply' });
    const some = { among: { uids: [c, a] }, limit: 9 };
    expect(await client['extraction.outdated'](some)).toEqual({
      uids: [a, c],
      total: 2,
      next: null,
    });
    await client['tags.add']({ uids: [b, c], name: 'owl' });
    const tagged = { all: { list: 'all' as const, tag: 'owl' as never } };
    const first = await client['extraction.outdated']({ among: tagged, limit: 1 });
    expect(first).toEqual({ uids: [b], total: 2, next: b });
    const found = { all: { search: 'mouse' } };
    expect((await client['extraction.outdated']({ among: found, limit: 9 })).total).toBe(0);
    const owls = { all: { search: 'owl' }, except: [a] };
    expect((await client['extraction.outdated']({ among: owls, limit: 9 })).total).toBe(4);
  });

  it('of many is one step, however many parts it came in, until something else is done', async () => {
    const { context, client, uids } = await archive();
    const [a, b, e] = [uids[0], uids[1], uids[4]] as [ArticleUid, ArticleUid, ArticleUid];
    const first = await client['extraction.run']({ uids: [a], mode: 'force' });
    const continues = first.step?.uid;
    const second = await client['extraction.run']({ uids: [b], mode: 'force', continues });
    expect(second.step).toEqual({ ...first.step, count: 2 });
    await client['journal.undo']({});
    expect([await textOf(context, a), await textOf(context, b)]).toEqual(TEXTS.slice(0, 2));
    await client['journal.redo']({});
    await client['articles.star']({ uids: [a], starred: true });
    const third = await client['extraction.run']({ uids: [e], mode: 'force', continues });
    expect(third.step).toMatchObject({ count: 1 });
    expect(third.step?.uid).not.toBe(continues);
  });

  it('keeps of what was before only what is needed to go back', async () => {
    const { context, client, uids } = await archive();
    const uid = uids[0] as ArticleUid;
    await client['extraction.run']({ uids: [uid], mode: 'apply' });
    const versions = statement(context.db, 'SELECT extractor_version AS v FROM kept_content').all();
    expect(versions).toEqual([{ v: 1 }]);
    expect(EXTRACTOR_VERSION).toBeGreaterThan(1);
  });
});
