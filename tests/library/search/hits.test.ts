// What a hit shows: its title, passages of the text, and of the reader's own words where the text does not say why.
import { expect, test } from 'vitest';
import { makeSearchable, shown } from './searchable.ts';

const filler = (words: number) => Array.from({ length: words }, () => 'lorem').join(' ');

test('shows title and passage of every hit', async () => {
  const { search } = await makeSearchable({
    'The Straße': {
      text: `${filler(50)}. Lange Straße, kurzer Weg. Ende.`,
      excerpt: 'What it is about.',
    },
    'Other title': { text: 'Nothing here.', excerpt: 'What it is about.', tags: ['strasse'] },
    'Title Strasse': { text: 'Nothing here either.', excerpt: 'What it is about.' },
    'Strasse without excerpt': { text: `Beginning. ${filler(60)}`, excerpt: '' },
  });
  const hits = async (query: string) =>
    (await search(query)).hits
      .map(({ title, passages }) => [shown(title), ...passages.map(({ parts }) => shown(parts))])
      .sort((a, b) => (String(a) < String(b) ? -1 : 1));
  expect(await hits('strasse')).toEqual([
    ['The [Straße]', 'Lange [Straße], kurzer Weg. Ende.'],
    ['Title [Strasse]', 'What it is about.'],
    ['[Strasse] without excerpt', `Beginning. ${filler(34)}…`],
  ]);
  expect(await hits('tag:strasse')).toEqual([['Other title', 'What it is about.']]);
});

test('shows notes and highlights where the text alone does not say why', async () => {
  const { search, context } = await makeSearchable({
    Flowers: {
      text: `Roses in a garden. ${filler(60)}`,
      author: 'Ann Lee',
      siteName: 'Garden News',
    },
  });
  const [hit] = (await search('roses')).hits;
  if (!hit) throw new Error('The control finds nothing.');
  const { uid } = hit.article;
  await context.client['notes.save']({ uid, markdown: 'Ask Lee about *lavender*.' });
  await context.client['highlights.add']({
    uid,
    colour: 'yellow',
    anchor: { quote: 'garden', prefix: 'Roses in a ', suffix: '. ', start: 11, end: 17 },
    note: 'Like Monet.',
  });
  const of = async (text: string) => {
    const [found] = (await search(text)).hits;
    return {
      passages: found?.passages.map(({ parts, in: where, start }) => [
        where,
        shown(parts).slice(0, 30),
        start,
      ]),
      found: found?.found,
      more: found?.more,
    };
  };
  expect({
    text: await of('roses'),
    note: await of('lavender'),
    both: await of('roses monet'),
    highlight: await of('highlight:garden'),
    everywhere: await of('garden'),
    author: await of('lee'),
    filter: await of('is:unread'),
  }).toEqual({
    text: { passages: [['text', '[Roses] in a garden. lorem lor', 0]], found: ['text'], more: 0 },
    note: { passages: [['note', 'Ask Lee about *[lavender]*.', null]], found: ['note'], more: 0 },
    both: {
      passages: [
        ['text', '[Roses] in a garden. lorem lor', 0],
        ['note', 'Like [Monet].', null],
      ],
      found: ['text', 'note'],
      more: 0,
    },
    highlight: { passages: [['highlight', '[garden]', 11]], found: ['highlight'], more: 0 },
    everywhere: {
      passages: [['text', 'Roses in a [garden]. lorem lor', 11]],
      found: ['text', 'highlight', 'site'],
      more: 0,
    },
    author: {
      passages: [['note', 'Ask [Lee] about *lavender*.', null]],
      found: ['note', 'author'],
      more: 0,
    },
    filter: {
      passages: [['text', 'Roses in a garden. lorem lorem', null]],
      found: [],
      more: 0,
    },
  });
});
