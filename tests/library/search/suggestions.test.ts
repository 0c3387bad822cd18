// What a query that finds nothing may have meant, and which articles have to do with another one.
import { expect, test } from 'vitest';
import { vocabularyBuild } from '#library/search/vocabulary-build.ts';
import { makeSearchable } from './searchable.ts';

async function withVocabulary(...given: Parameters<typeof makeSearchable>) {
  const searchable = await makeSearchable(...given);
  const steps = vocabularyBuild(searchable.context.db);
  while (!steps.step());
  return searchable;
}

test('a slip is suggested as the library writes the word, in its place in the query', async () => {
  const { context } = await withVocabulary({
    One: 'Die Bücher im Leuchtturm',
    Two: 'Alte Bücher, der Leuchtturm',
    Three: 'Photosynthesis in plants',
    Four: 'Photosynthesis at sea',
  });
  const suggest = async (text: string) =>
    (await context.client['search.suggest']({ text })).suggestions;
  expect(await suggest('leuchtturm bcüher')).toEqual([
    { text: 'leuchtturm bücher', word: 'bcüher', instead: 'bücher', kind: 'spelling', count: 2 },
  ]);
  const textsOf = async (text: string) => (await suggest(text)).map((one) => one.text);
  expect(await textsOf('"alte bcüher"')).toEqual(['"alte bücher"']);
  expect(await textsOf('near:5(leuchtrum alte)')).toEqual(['near:5(leuchtturm alte)']);
  expect(await textsOf('"bcüher alte"')).toEqual([]);
  expect(await textsOf('bcüherzzzz OR bcüher')).toEqual(['bcüherzzzz OR bücher']);
  expect(await suggest('tag:x leuchtrum')).toEqual([]);
  expect(await suggest('synthesis')).toEqual([
    { text: '*synthesis*', word: 'synthesis', instead: '*synthesis*', kind: 'inside', count: 2 },
  ]);
  expect(await suggest('leuchtturm')).toEqual([]);
  expect(await suggest('"')).toEqual([]);
});

test('where nothing has what was typed, what it may have been is found beside it, and said to be so', async () => {
  const { context } = await withVocabulary({
    One: 'Alte Bücher im Leuchtturm',
    Two: 'Photosynthesis in plants',
  });
  for (const call of ['search.run', 'search.exact'] as const) {
    const ask = (text: string) => context.client[call]({ text });
    const meant = async (text: string) => {
      const { hits, total, instead } = await ask(text);
      expect([hits, total]).toEqual([[], 0]);
      return instead && [instead.suggestion.instead, instead.hits.map((hit) => hit.article.title)];
    };
    expect(await meant('bcüher')).toEqual(['bücher', ['One']]);
    expect(await meant('alte bcüher')).toEqual(['bücher', ['One']]);
    // While it is typed: nothing begins so.
    expect(await meant('leuchtrum*')).toEqual(['leuchtturm', ['One']]);
    // A part of a word is offered, a word that is nothing like any is not guessed at, and what is excluded stays out.
    expect(await meant('synthesis')).toBeNull();
    expect(await meant('quokka')).toBeNull();
    expect(await meant('bcüher -leuchtturm')).toBeNull();
    expect(await ask('bücher')).toMatchObject({ total: 1, instead: null });
  }
});

test('of a word in characters another one of the same length is suggested, by what stands in texts', async () => {
  const { context } = await withVocabulary({
    One: '他骑着自行车去图书馆，在那里下围棋。',
    Two: '自行车在门口，围棋在桌上，图书馆很大。',
    Three: '周围没有人。',
  });
  const suggest = async (text: string) =>
    (await context.client['search.suggest']({ text })).suggestions.map((one) => one.text);
  expect(await suggest('自形车')).toEqual(['自行车']);
  expect(await suggest('围旗')).toEqual(['围棋']);
  expect(await suggest('围棋 图书管')).toEqual(['围棋 图书馆']);
  expect(await suggest('"围棋在桌上" “图书管”')).toEqual(['"围棋在桌上" “图书馆”']);
  expect(await suggest('图书馆')).toEqual([]);
  expect(await suggest('猫狗')).toEqual([]);
});

test('related are articles that share words which few others have, and says which', async () => {
  const common = (i: number) => `The day was long and the sea was calm ${i}.`;
  const { context, search } = await withVocabulary({
    ...Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`f${i}`, common(i)])),
    Comets: 'The Comet of Halley, its orbit and perihelion. The comet came back.',
    Orbits: 'A comet in orbit; the sea was calm.',
    Halley: 'Edmond Halley saw a comet near perihelion.',
    Unrelated: 'The comet wine of the year.',
  });
  const uid = (await search('perihelion orbit')).hits[0]?.article.uid as never;
  const { articles } = await context.client['search.related']({ uid });
  expect(articles.map(({ article, words }) => [article.title, words.toSorted()])).toEqual([
    ['Halley', ['Comet', 'Halley', 'perihelion']],
    ['Orbits', ['Comet', 'orbit']],
  ]);
  const filler = (await search('f12')).hits[0]?.article.uid as never;
  expect((await context.client['search.related']({ uid: filler })).articles).toEqual([]);
});

test('in a library of a few articles nothing is related by the words that every text holds', async () => {
  const { context, search } = await withVocabulary({
    Bees: 'They swarmed on Sunday, and nobody was at home to see what it was that they had been after.',
    Wasm: 'Nobody can see from the page of a program what it was at home, and that they had been on it a day.',
    Sterne: 'Er war am Sonntag da, und alles was man sah, war der Himmel.',
    Ferries:
      'The ferry to Skagen sails from Frederikshavn; its captain, Mikkelsen, keeps the timetable.',
    Skagen: 'Captain Mikkelsen took the ferry from Frederikshavn to Skagen, by the old timetable.',
  });
  const relatedTo = async (text: string) => {
    const uid = (await search(text)).hits[0]?.article.uid as never;
    const { articles } = await context.client['search.related']({ uid });
    return articles.map(({ article }) => article.title);
  };
  expect(await relatedTo('swarmed')).toEqual([]);
  expect(await relatedTo('sails')).toEqual(['Skagen']);
});
