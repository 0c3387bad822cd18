// Words in sorted chunks, as they lie in the database: a line per word with its number of articles, packed.
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import { packText, unpackText } from '../storage/text-blob.ts';
import type { WordCount } from './vocabulary.ts';

/** Of some 10 kB packed; one is read in a third of a millisecond. */
export const CHUNK_WORDS = 2000;

export interface PackedChunk {
  readonly first: string;
  readonly words: Buffer;
}

/** In memory: sorted by code units, and the number of each. */
export interface Chunk {
  readonly words: readonly string[];
  readonly counts: readonly number[];
  /** All of them, a line each, with an end to the last. */
  readonly text: string;
}

export function packChunk(words: readonly WordCount[]): PackedChunk {
  const lines = words.map(({ word, count }) => `${word} ${count}`);
  return { first: words[0]?.word ?? '', words: packText(lines.join('\n')) };
}

function unpackChunk(packed: Buffer): Chunk {
  const words: string[] = [];
  const counts: number[] = [];
  for (const line of unpackText(packed).split('\n')) {
    const space = line.indexOf(' ');
    words.push(line.slice(0, space));
    counts.push(Number(line.slice(space + 1)));
  }
  return { words, counts, text: `${words.join('\n')}\n` };
}

/** The first words of all chunks, sorted. */
export function findChunkNames(db: ReadDb): string[] {
  const names = statement<string>(db, 'SELECT first FROM vocabulary_chunk').pluck().all();
  return names.sort(byUnits);
}

/** @returns an empty one where it is gone: the vocabulary was made anew meanwhile */
export function findChunk(db: ReadDb, first: string): Chunk {
  const packed = statement<Buffer>(db, 'SELECT words FROM vocabulary_chunk WHERE first = ?')
    .pluck()
    .get(first);
  return packed ? unpackChunk(packed) : { words: [], counts: [], text: '' };
}

/** In one transaction, so that nobody ever sees half of it. */
export function replaceChunks(db: WriteDb, chunks: readonly PackedChunk[]): void {
  statement(db, 'DELETE FROM vocabulary_chunk').run();
  for (const { first, words } of chunks) {
    statement(db, 'INSERT INTO vocabulary_chunk (first, words) VALUES (?, ?)').run(first, words);
  }
  statement(
    db,
    'UPDATE index_state SET changes = 0, vocabulary_version = vocabulary_version + 1',
  ).run();
}

export function findVocabularyVersion(db: ReadDb): number {
  return statement<number>(db, 'SELECT vocabulary_version FROM index_state').pluck().get() ?? 0;
}

/** The order of JavaScript's `<`. */
export const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
