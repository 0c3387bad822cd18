// What benches ask of a search engine, ours and others, so that all are asked the same.
import { foldWord } from './split-words.ts';

/** An article as every engine gets it. What the reader marked and wrote is text like any other for most. */
export interface EngineDocument {
  /** Grows in the order of saving. */
  readonly id: number;
  readonly title: string;
  readonly text: string;
  readonly author: string;
  readonly site: string;
  /** Highlighted passages and the note. */
  readonly marks: string;
}

export interface Engine {
  readonly name: string;
  /** Ids of the best documents, best first. A query in quotation marks is a phrase. */
  search(query: string, limit: number): Promise<number[]> | number[];
  close(): Promise<void> | void;
}

/** The phrase in a query that is one; else null. */
export const phraseOf = (query: string): string | null => /^"(.*)"$/.exec(query)?.[1] ?? null;

/** Words between spaces, folded. */
export const wordsOfQuery = (query: string): string[] =>
  query
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
    .map(foldWord);
