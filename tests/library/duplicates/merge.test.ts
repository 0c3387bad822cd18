// One article of several: nothing that the reader did is lost, and one Undo brings everything back.
import { expect, it } from 'vitest';
import type { ArticleUid } from '#contract/types/ids.ts';
import { statement } from '#library/storage/database.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';
import { anchorAt, marksOf } from '../highlights/marks.ts';
import { ownText, withOtherWords } from './near.ts';

const HEAD = 'Of owls and lamps\n\n';
const KEPT = `${HEAD}The quixotic owl sat still.\n\n${ownText('en', 1)}`;
const OTHER = `A teaser that is new.\n\n${HEAD}The quixotic owl sat still.\n\n${withOtherWords(ownText('en', 1), 0.02, 1)}\n\nZebras came by.`;

/** All that is to be seen of the library, and to be undone to. */
async function everything({ client, ...context }: TestContext) {
  const list = (name: 'all' | 'trash' | 'starred') => client['articles.list']({ list: name });
  const lists = await Promise.all((['all', 'trash', 'starred'] as const).map(list));
  const tags = await client['tags.list']({});
  const tagged = await Promise.all(
    tags.map(({ name }) => client['articles.list']({ list: 'all', tag: name })),
  );
  const dates = statement(
    context.db,
    'SELECT * FROM article_tag ORDER BY article_id, tag_id',
  ).all();
  const counts = await client['articles.counts']({});
  return { lists, tags, tagged, dates, counts, marks: marksOf({ client, ...context }) };
}

async function library() {
  const context = await makeContext();
  const { client, ports } = context;
  const old = insertWholeArticle(context, { title: 'Older', text: OTHER, tags: ['b', 'c'] });
  ports.clock.tick();
  const between = insertWholeArticle(context, { title: 'Between', text: 'Other.', tags: ['b'] });
  ports.clock.tick();
  const keep = insertWholeArticle(context, { title: 'Kept', text: KEPT, tags: ['a', 'b'] });
  await client['duplicates.catchUp']({});
  const mark = async (uid: ArticleUid, text: string, words: string, note = '') =>
    (await client['highlights.add']({ uid, colour: 'pink', note, anchor: anchorAt(text, words) }))
      .highlight;
  return { context, client, old: old.uid, between: between.uid, keep: keep.uid, mark };
}

it('keeps tags, highlights, notes, the star, the earliest date and the furthest reading', async () => {
  const { context, client, old, between, keep, mark } = await library();
  const own = await mark(keep, KEPT, 'Of owls');
  const same = await mark(old, OTHER, 'Of owls');
  const owl = await mark(old, OTHER, 'quixotic owl', 'What an owl');
  const zebras = await mark(old, OTHER, 'Zebras came by');
  await client['notes.save']({ uid: keep, markdown: 'Mine.\n' });
  await client['notes.save']({ uid: old, markdown: 'Older words.' });
  await client['articles.star']({ uids: [old], starred: true });
  await client['reading.saveProgress']({ uid: old, fraction: 0.7, anchorText: 'owl sat' });
  await client['reading.saveProgress']({ uid: keep, fraction: 0.2, anchorText: 'lamps' });
  const { savedAt } = await client['articles.get']({ uid: old });
  const before = await everything(context);
  expect((await client['duplicates.list']({})).total).toBe(1);
  context.events.length = 0;

  expect(await client['duplicates.merge']({ keep, others: [old, keep] })).toMatchObject({
    step: { kind: 'merge', count: 2 },
  });
  expect(context.events.flatMap((event) => ('topics' in event ? event.topics : []))).toEqual(
    expect.arrayContaining(['articles', 'tags', 'highlights', 'notes', 'counts', 'journal']),
  );
  expect(await client['articles.get']({ uid: keep })).toMatchObject({
    title: 'Kept',
    tags: ['a', 'b', 'c'],
    savedAt,
    starred: true,
    progress: 0.7,
    progressAnchor: 'owl sat',
    readingStatus: 'reading',
    highlightCount: 3,
    lostHighlightCount: 1,
  });
  expect(await client['articles.get']({ uid: old })).toMatchObject({ trashed: true });
  const { highlights, lost } = await client['highlights.ofArticle']({ uid: keep });
  const start = KEPT.indexOf('quixotic owl');
  expect(highlights).toMatchObject([
    { uid: own.uid },
    { uid: owl.uid, note: 'What an owl', range: { start, end: start + 'quixotic owl'.length } },
  ]);
  expect(lost).toMatchObject([{ uid: zebras.uid, quote: 'Zebras came by' }]);
  expect(await client['notes.get']({ uid: keep })).toMatchObject({
    markdown: 'Mine.\n\nOlder words.',
  });
  expect((await client['articles.list']({ tag: 'b' })).articles.map(({ uid }) => uid)).toEqual([
    between,
    keep,
  ]);
  expect((await client['duplicates.list']({})).total).toBe(0);
  const after = await everything(context);
  expect(same.uid).not.toBe(own.uid);

  await client['journal.undo']({});
  expect(await everything(context)).toEqual(before);
  expect((await client['duplicates.list']({})).total).toBe(1);
  await client['journal.redo']({});
  expect(await everything(context)).toEqual(after);
  await client['journal.undo']({});
  // What was done before the merge can still be undone.
  for (let step = 0; step < 3; step++) await client['journal.undo']({});
  expect(await client['articles.get']({ uid: old })).toMatchObject({
    starred: false,
    hasNote: false,
  });
});

it('refuses to merge an article with itself, into the trash, or one that is not there', async () => {
  const { context, client, old, keep } = await library();
  const refused = (input: { keep: ArticleUid; others: ArticleUid[] }) =>
    client['duplicates.merge'](input).then(
      () => 'merged',
      ({ code }: { code: string }) => code,
    );
  const before = await everything(context);
  expect(await refused({ keep, others: [keep] })).toBe('invalid_input');
  expect(await refused({ keep, others: [old, '01ARZ3NDEKTSV4RRFFQ69G5FAV' as ArticleUid] })).toBe(
    'not_found',
  );
  await client['articles.trash']({ uids: [keep], trashed: true });
  expect(await refused({ keep, others: [old] })).toBe('conflict');
  await client['journal.undo']({});
  expect(await everything(context)).toEqual(before);
  expect(await refused({ keep, others: [old] })).toBe('merged');
});

it('lets what is finished stay finished, and leaves alone what nobody did', async () => {
  const { client, old, keep } = await library();
  await client['articles.setStatus']({ uids: [keep], status: 'finished' });
  const { finishedAt } = await client['articles.get']({ uid: keep });
  await client['duplicates.merge']({ keep, others: [old] });
  expect(await client['articles.get']({ uid: keep })).toMatchObject({
    readingStatus: 'finished',
    finishedAt,
    starred: false,
    hasNote: false,
    highlightCount: 0,
  });
});
