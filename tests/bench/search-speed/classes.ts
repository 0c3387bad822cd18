// What is asked, by class: as a person types it, and as SQLite would be asked for the same without any of our care.
import { tokensOf } from '#library/search/normalise.ts';
import { vocabularyOf } from '#library/search/vocabulary.ts';
import type { ReadDb } from '#library/storage/database.ts';
import type { BenchCorpus } from '../big-library.ts';

export interface Asked {
  readonly text: string;
  /** Full-text expression. */
  readonly match: string;
  /** On columns of `article`. */
  readonly condition?: string;
}

export interface AskedClass {
  readonly name: string;
  readonly asked: readonly Asked[];
  /** Bounded by a number of matches that even the smaller library has: such must hardly grow. */
  readonly isCapped: boolean;
}

const PER_CLASS = 12;
const MIDDLE = 0.3;

const quoted = (word: string): string => `"${tokensOf(word).join(' ')}"`;
const words = (text: string): Asked => ({ text, match: text.split(' ').map(quoted).join(' AND ') });
const phrase = (text: string): Asked => ({ text: `"${text}"`, match: quoted(text) });
const prefix = (text: string): Asked => ({ text: `${text}*`, match: `${quoted(text)} *` });

export function classesOf(corpus: BenchCorpus, db: ReadDb): AskedClass[] {
  const queries = corpus.queries(PER_CLASS);
  const of = (name: string) => queries[name] ?? [];
  const [common, mid] = [of('common'), of('mid')];
  const tags = db
    .prepare<[], string>('SELECT name FROM tag ORDER BY article_count DESC')
    .pluck()
    .all();
  const tagged = (tag: string): Asked[] =>
    common.map((word) => ({
      text: `${word} tag:"${tag}"`,
      match: quoted(word),
      condition: `EXISTS (SELECT 1 FROM article_tag JOIN tag ON tag.id = article_tag.tag_id
        WHERE article_tag.article_id = article.id AND tag.name = '${tag.replaceAll("'", "''")}')`,
    }));
  const beginnings = (letters: number): Asked[] => {
    const starts = [...common, ...mid, ...of('stop')].map((word) => word.slice(0, letters));
    return [...new Set(starts)].slice(0, PER_CLASS).map(prefix);
  };
  const day = (year: number) => Date.UTC(year, 0, 1);
  const ten = [...common, ...mid].slice(0, 10);
  const substrings = (name: string) =>
    of(name)
      .map(phrase)
      .map(({ match }, at) => ({
        text: of(name)[at] ?? '',
        match,
      }));
  const all: AskedClass[] = [
    { name: 'rare word', asked: of('rare').map(words), isCapped: false },
    { name: 'word in some articles', asked: mid.map(words), isCapped: false },
    { name: 'common word', asked: common.map(words), isCapped: true },
    { name: 'stop word', asked: of('stop').map(words), isCapped: true },
    { name: 'two words', asked: of('and2').map(words), isCapped: false },
    { name: 'three words', asked: of('and3').map(words), isCapped: false },
    { name: 'phrase', asked: of('phrase').map(phrase), isCapped: false },
    { name: 'phrase of stop words', asked: of('phraseCommon').map(phrase), isCapped: true },
    ...[1, 2, 3, 4, 5].map((letters) => ({
      name: `beginning of ${letters}`,
      asked: beginnings(letters),
      isCapped: false,
    })),
    {
      name: 'part of a word',
      asked: of('substring').map((part) => ({
        text: `*${part}*`,
        match: [part, ...vocabularyOf(db).containing(part)].map(quoted).join(' OR '),
      })),
      isCapped: false,
    },
    { name: 'Chinese', asked: substrings('zh'), isCapped: false },
    { name: 'Thai', asked: substrings('th'), isCapped: false },
    { name: 'common word, frequent tag', asked: tagged(tags[0] ?? ''), isCapped: true },
    {
      name: 'common word, other tag',
      asked: tagged(tags[Math.floor(tags.length * MIDDLE)] ?? ''),
      isCapped: false,
    },
    {
      name: 'common word, one year',
      asked: common.map((word) => ({
        text: `${word} saved:2014`,
        match: quoted(word),
        condition: `article.saved_at >= ${day(2014)} AND article.saved_at < ${day(2015)}`,
      })),
      isCapped: true,
    },
    {
      name: 'common word without another',
      asked: common.map((word, at) => ({
        text: `${word} -${mid[at] ?? 'x'}`,
        match: `${quoted(word)} NOT ${quoted(mid[at] ?? 'x')}`,
      })),
      isCapped: true,
    },
    {
      name: 'one of ten words',
      asked: [{ text: ten.join(' OR '), match: ten.map(quoted).join(' OR ') }],
      isCapped: true,
    },
  ];
  return all.filter(({ asked }) => asked.length > 0);
}

const BESIDE = new Set([
  'rare word',
  'common word',
  'stop word',
  'two words',
  'phrase',
  'beginning of 3',
]);

/** Those that are asked again while something is written. */
export const classesBeside = (corpus: BenchCorpus, db: ReadDb): AskedClass[] =>
  classesOf(corpus, db).filter(({ name }) => BESIDE.has(name));
