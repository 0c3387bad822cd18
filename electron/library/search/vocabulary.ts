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
/** Up to so many, the index finds them all by itself. */
const FEW = 40;
const MAX_CONTAINING = 32;
/** Among them the forms of a word are looked for. */
const MAX_BEGINNING = 200;
/** A part of two letters is in every other word. */
const MIN_PART = 2;

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

  return {
    completions(start) {
      const found = wordsFrom(start);
      return found.length <= FEW
        ? null
        : mostFrequent(found, MAX_COMPLETIONS).map(({ word }) => word);
    },

    beginningWith: (start) => mostFrequent(wordsFrom(start), MAX_BEGINNING).map(({ word }) => word),

    containing(part) {
      if (part.length < MIN_PART) return [];
      const found: WordCount[] = [];
      for (const { words, counts } of everyChunk()) {
        for (let k = 0; k < words.length; k++) {
          const word = words[k] ?? '';
          if (word.includes(part)) found.push({ word, count: counts[k] ?? 0 });
        }
      }
      return mostFrequent(found, MAX_CONTAINING).map(({ word }) => word);
    },

    count(word) {
      const { words, counts } = chunkAt(chunkOf(word));
      const k = firstNotBelow(words, word);
      return words[k] === word ? (counts[k] ?? 0) : 0;
    },

    near: (word) => nearWords(word, everyChunk()),
  };
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
