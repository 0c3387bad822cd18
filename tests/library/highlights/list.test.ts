// Highlights of the whole library: filtered, in order, a page at a time.
import { describe, expect, it } from 'vitest';
import type { HighlightColour, HighlightFilter } from '#contract/types/highlight.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { type GivenArticle, insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext } from '../../support/make-context.ts';
import { anchorAt } from './marks.ts';

/** Three articles with highlights, one of them lost, and one in the trash. Times count in seconds. */
async function marked() {
  const context = await makeContext();
  const { client, ports } = context;
  ports.clock.time = 0;
  const article = (title: string, more: GivenArticle = {}) => {
    ports.clock.tick();
    const text = `${title} is about Žluť, a naïve café and 東京タワー.`;
    return { title, text, ...insertWholeArticle(context, { title, text, ...more }) };
  };
  const mark = async (
    { uid, text }: { uid: ArticleUid; text: string },
    words: string,
    colour: HighlightColour = 'yellow',
    note = '',
  ) => {
    ports.clock.tick();
    return client['highlights.add']({ uid, colour, note, anchor: anchorAt(text, words) });
  };
  const a = article('Aachen', { author: 'Ann', site: 'a.example', tags: ['town'] });
  const b = article('Bern', { sourceUrl: 'https://b.example/x', tags: ['town', 'old'] });
  const c = article('Cork');
  await mark(a, 'café', 'yellow', 'Straße');
  await mark(b, 'naïve', 'pink');
  await mark(a, 'Aachen', 'green');
  await mark({ ...b, text: 'Words that nobody finds again' }, 'nobody finds', 'blue');
  await mark(b, 'Bern is', 'yellow', 'the bear');
  await mark(c, '東京タワー');
  await client['articles.trash']({ uids: [c.uid], trashed: true });
  return { context, client, a, b, c };
}

type Client = Awaited<ReturnType<typeof marked>>['client'];
async function quotes(client: Client, filter: HighlightFilter, sort?: 'article' | 'oldest') {
  const page = await client['highlights.list']({ filter, ...(sort && { sort }) });
  expect(page.total).toBe(page.entries.length);
  return page.entries.map(({ quote }) => quote);
}

describe('the list of highlights', () => {
  it('tells of each where it comes from', async () => {
    const { client, a } = await marked();
    const { entries, total } = await client['highlights.list']({});
    expect(total).toBe(5);
    expect(entries.find(({ quote }) => quote === 'café')).toMatchObject({
      articleUid: a.uid,
      colour: 'yellow',
      note: 'Straße',
      article: {
        uid: a.uid,
        title: 'Aachen',
        author: 'Ann',
        siteName: 'a.example',
        url: null,
        trashed: false,
      },
    });
  });

  it('comes by newest, by oldest and by article, without the trash', async () => {
    const { client, c } = await marked();
    const newest = ['Bern is', 'nobody finds', 'Aachen', 'naïve', 'café'];
    expect(await quotes(client, {})).toEqual(newest);
    expect(await quotes(client, {}, 'oldest')).toEqual([...newest].reverse());
    expect(await quotes(client, {}, 'article')).toEqual([
      'Bern is',
      'naïve',
      'nobody finds',
      'Aachen',
      'café',
    ]);
    await client['articles.trash']({ uids: [c.uid], trashed: false });
    expect(await quotes(client, {})).toEqual(['東京タワー', ...newest]);
  });

  it.each<[string, HighlightFilter, string[]]>([
    ['a colour', { colours: ['pink', 'green'] }, ['Aachen', 'naïve']],
    ['no colour at all', { colours: [] }, ['Bern is', 'nobody finds', 'Aachen', 'naïve', 'café']],
    ['a tag in any spelling', { tag: 'OLD' as never }, ['Bern is', 'nobody finds', 'naïve']],
    ['a tag that nothing has', { tag: 'new' as never }, []],
    ['a place', { place: 'placed' }, ['Bern is', 'Aachen', 'naïve', 'café']],
    ['no place', { place: 'lost' }, ['nobody finds']],
    ['words without accents', { text: 'CAFE' }, ['café']],
    ['words of the note', { text: 'strasse' }, ['café']],
    ['several words in any order', { text: 'bear bern' }, ['Bern is']],
    ['words that are not all there', { text: 'bear café' }, []],
    ['a part of a word', { text: 'ïve' }, ['naïve']],
    [
      'signs alone, as if there were none',
      { text: ' %_ ' },
      ['Bern is', 'nobody finds', 'Aachen', 'naïve', 'café'],
    ],
    ['a time', { since: 5000, until: 7000 }, ['Aachen', 'naïve']],
    [
      'all together',
      { text: 'bern', colours: ['yellow'], tag: 'town' as never, place: 'placed', since: 0 },
      ['Bern is'],
    ],
  ])('is filtered by %s', async (_, filter, expected) => {
    const { client } = await marked();
    expect(await quotes(client, filter)).toEqual(expected);
  });

  it('is filtered by article', async () => {
    const { client, a } = await marked();
    expect(await quotes(client, { article: a.uid }, 'article')).toEqual(['Aachen', 'café']);
    expect(await quotes(client, { article: '01ARZ3NDEKTSV4RRFFQ69G5FAV' as never })).toEqual([]);
  });

  it.each(['newest', 'oldest', 'article'] as const)('comes in pages by %s', async (sort) => {
    const { client, a } = await marked();
    for (const filter of [{}, { text: 'a' }, { tag: 'town' }, { article: a.uid }]) {
      const whole = await client['highlights.list']({ filter, sort });
      for (const limit of [1, 2, 3]) {
        const seen: unknown[] = [];
        let after: string | undefined;
        do {
          const page = await client['highlights.list']({
            filter,
            sort,
            limit,
            ...(after && { after }),
          });
          expect(page.total).toBe(whole.total);
          seen.push(...page.entries);
          after = page.next ?? undefined;
        } while (after);
        expect(seen).toEqual(whole.entries);
      }
    }
  });

  it('goes on from where it was although the highlight there is gone', async () => {
    const { client } = await marked();
    const first = await client['highlights.list']({ limit: 2 });
    await client['highlights.remove']({ uids: [first.entries[1]?.uid ?? ''] });
    const second = await client['highlights.list']({ limit: 2, after: first.next ?? '' });
    expect(second.entries.map(({ quote }) => quote)).toEqual(['Aachen', 'naïve']);
  });

  it.each(['', 'newest', 'newest:1', 'newest:x:1', 'oldest:1:2', 'newest:1:2:3', 'article:1:1'])(
    'refuses to go on from “%s”',
    async (after) => {
      const { client } = await marked();
      await expect(client['highlights.list']({ after })).rejects.toMatchObject({
        code: 'invalid_input',
      });
    },
  );
});
