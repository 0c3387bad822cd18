// Makes the vocabulary from the index in small steps, so that whoever clips or reads meanwhile waits for none of them.
import { statement, transaction, type WriteDb } from '../storage/database.ts';
import type { WordCount } from './vocabulary.ts';
import {
  byUnits,
  CHUNK_WORDS,
  type PackedChunk,
  packChunk,
  replaceChunks,
} from './vocabulary-chunks.ts';

export interface VocabularyBuild {
  /** @returns whether it is done; the vocabulary of before serves until then */
  step(): boolean;
}

/** Some 10 ms of work. */
const WORDS_AT_ONCE = 2000;
/** Longer ones are addresses and encoded data, which nobody types. */
const MAX_WORD_LENGTH = 60;
const HIGH = /[\ud800-\uffff]/;

export function vocabularyBuild(db: WriteDb): VocabularyBuild {
  // In memory, beside the library: it only shows what the index holds.
  db.exec(
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.index_word USING fts5vocab('main', 'search_index', 'row')",
  );
  const chunks: PackedChunk[] = [];
  let last = '';
  // SQLite sorts by bytes and we by code units, which differ for characters beyond the basic plane.
  let beyond: WordCount[] = [];
  const waiting: WordCount[] = [];

  function take(words: readonly WordCount[]): void {
    for (const each of words) {
      if (each.word.length > MAX_WORD_LENGTH) continue;
      if (!HIGH.test(each.word)) waiting.push(each);
      else if (HIGH.test(each.word[0] ?? '')) beyond.push(each);
      // Others, with such a character inside, are no words of any language, and would stand out of order.
    }
    while (waiting.length >= CHUNK_WORDS) chunks.push(packChunk(waiting.splice(0, CHUNK_WORDS)));
  }
  function finish(): void {
    waiting.push(...beyond.sort((a, b) => byUnits(a.word, b.word)));
    beyond = [];
    while (waiting.length > 0) chunks.push(packChunk(waiting.splice(0, CHUNK_WORDS)));
    transaction(db, () => replaceChunks(db, chunks));
  }

  return {
    step() {
      const words = statement<WordCount>(
        db,
        // In order as they come. To be told so, SQLite would sort all that follow, each time.
        'SELECT term AS word, doc AS count FROM temp.index_word WHERE term > ? LIMIT ?',
      ).all(last, WORDS_AT_ONCE);
      take(words);
      last = words.at(-1)?.word ?? last;
      if (words.length === WORDS_AT_ONCE) return false;
      finish();
      return true;
    },
  };
}
