// Every word of the index with the number of articles that hold it: what beginnings and parts of words stand for, and
// what a misspelled word may have been. It follows from the index and is made anew in the background.
import type { ReadDb } from '../storage/database.ts';
import { mostFrequent } from './most-frequent.ts';
import { nearWords } from './near-words.ts';
import {
  byUnits,
  type Chunk,
  findChunk,
  findChunkNames,
  findVocabularyVersion,
} from './vocabulary-chunks.ts';

export interface Vocabulary {
  /**
   * What the beginning of a word stands for, the most frequent first.
   * @param start folded
   * @returns null where few enough words begin so that the index itself can be asked for them all
   */
  completions(start: string): readonly string[] | null;
  /** Words that begin so, the most frequent first. @param start folded */
  beginningWith(start: string): readonly string[];
  /** In how many articles the words with a beginning stand, one that holds several counted as often. @param start folded */
  countStarting(start: string): number;
  /** Words that hold a part, the most frequent first. @param part folded */
  containing(part: string): readonly string[];
  /** In how many articles a word stands; 0 for one that is not known (yet). @param word folded */
  count(word: string): number;
  /** Words that are a slip or two away, the likeliest first. @param word folded */
  near(word: string): readonly WordCount[];
}

export interface WordCount {
  readonly word: string;
  /** Articles that hold it. */
  readonly count: number;
}

/** Completions that are searched for; each costs as much as a word that was typed. */
const MAX_COMPLETIONS = 16;
/** Up to so many, in so many articles, the index finds them all by itself: it puts their articles together first. */
const FEW = 40;
const FEW_ARTICLES = 20_000;
const MAX_CONTAINING = 32;
/** Among them the forms of a word are looked for. */
const MAX_BEGINNING = 200;
/** Beginnings and parts that are remembered, since one search asks for them several times. */
const MAX_REMEMBERED = 500;
/** A part of two letters is in every other word. */
const MIN_PART = 2;

interface Beginning {
  readonly completions: readonly string[] | null;
  readonly count: number;
}

interface Loaded {
  readonly version: number;
  readonly vocabulary: Vocabulary;
}
const loaded = new WeakMap<ReadDb, Loaded>();

/** Today's vocabulary. What of it was asked for stays in memory until it is made anew. */
export function vocabularyOf(db: ReadDb): Vocabulary {
  const version = findVocabularyVersion(db);
  const known = loaded.get(db);
  if (known?.version === version) return known.vocabulary;
  const vocabulary = loadVocabulary(db);
  loaded.set(db, { version, vocabulary });
  return vocabulary;
}

function loadVocabulary(db: ReadDb): Vocabulary {
  let names: string[] | null = null;
  const chunks: Chunk[] = [];
  const chunkNames = () => (names ??= findChunkNames(db));
  const chunkAt = (at: number) => (chunks[at] ??= findChunk(db, chunkNames()[at] ?? ''));
  /** The chunk in which a word stands if it stands anywhere. */
  const chunkOf = (word: string) => Math.max(0, firstNotBelow(chunkNames(), `${word}\0`) - 1);
  const everyChunk = function* () {
    for (let at = 0; at < chunkNames().length; at++) yield chunkAt(at);
  };

  /** All that begin so, in order. */
  function wordsFrom(start: string): WordCount[] {
    const found: WordCount[] = [];
    for (let at = chunkOf(start); at < chunkNames().length; at++) {
      const { words, counts } = chunkAt(at);
      let k = firstNotBelow(words, start);
      for (; k < words.length && words[k]?.startsWith(start); k++) {
        found.push({ word: words[k] ?? '', count: counts[k] ?? 0 });
      }
      if (k < words.length) break;
    }
    return found;
  }

  const holding = new Map<string, readonly string[]>();
  const begun = new Map<string, Beginning>();
  function begin(start: string): Beginning {
    const known = begun.get(start);
    if (known) return known;
    const found = wordsFrom(start);
    const count = found.reduce((sum, each) => sum + each.count, 0);
    const completions =
      found.length <= FEW && count <= FEW_ARTICLES
        ? null
        : mostFrequent(found, MAX_COMPLETIONS).map(({ word }) => word);
    if (begun.size >= MAX_REMEMBERED) begun.clear();
    begun.set(start, { completions, count });
    return { completions, count };
  }

  return {
    completions: (start) => begin(start).completions,
    countStarting: (start) => begin(start).count,
    beginningWith: (start) => mostFrequent(wordsFrom(start), MAX_BEGINNING).map(({ word }) => word),

    containing(part) {
      const known = holding.get(part);
      if (known) return known;
      if (part.length < MIN_PART) return [];
      const found = [...everyChunk()].flatMap((chunk) => wordsWith(chunk, part));
      const words = mostFrequent(found, MAX_CONTAINING).map(({ word }) => word);
      if (holding.size >= MAX_REMEMBERED) holding.clear();
      holding.set(part, words);
      return words;
    },

    count(word) {
      const { words, counts } = chunkAt(chunkOf(word));
      const k = firstNotBelow(words, word);
      return words[k] === word ? (counts[k] ?? 0) : 0;
    },

    near: (word) => nearWords(word, everyChunk()),
  };
}

/** Looked for in all words at once: one by one would take ten times as long. */
function wordsWith({ text, words, counts }: Chunk, part: string): WordCount[] {
  const found: WordCount[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at)) {
    const start = text.lastIndexOf('\n', at) + 1;
    const end = text.indexOf('\n', at);
    const word = text.slice(start, end);
    found.push({ word, count: counts[firstNotBelow(words, word)] ?? 0 });
    at = end;
  }
  return found;
}

/** Of sorted words. */
function firstNotBelow(words: readonly string[], word: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byUnits(words[middle] ?? '', word) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
