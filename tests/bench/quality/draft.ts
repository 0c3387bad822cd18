// A document of the quality collection while it is being written, and what it is about as its construction says.
import type { Topic, Word, Writing } from './words/writing.ts';

/** How much a document has to do with something; what each means for a query stands in RULES.md. */
export const Grade = { passing: 1, part: 2, subject: 3 } as const;

export interface Person {
  readonly key: string;
  readonly surnameKey: string;
  readonly first: string;
  readonly surname: string;
  /** As it is written in texts. */
  readonly name: string;
}

/** A sentence that one would remember, and what it is made of. */
export interface Memory {
  readonly key: string;
  readonly sentence: string;
  readonly person: Person;
  readonly adjective: string;
  readonly object: Word;
  readonly town: string;
  readonly room: string;
  readonly number: string;
}

export interface KnownTopic extends Topic {
  readonly key: string;
}

export interface Block {
  readonly heading: string | null;
  readonly sentences: string[];
}

export interface Draft {
  readonly kind: 'topic' | 'pair' | 'profile' | 'digest' | 'essay' | 'copy';
  readonly writing: Writing;
  readonly title: string;
  readonly author: Person | null;
  readonly blocks: Block[];
  /** Forms of words that it keeps to. */
  readonly forms: readonly number[];
  readonly topics: KnownTopic[];
  readonly memories: Memory[];
  /** By the key of a topic, a person, a surname or a memory. */
  readonly grades: Map<string, number>;
  /** What the reader marked or wrote a note about. */
  readonly marked: Set<string>;
  readonly highlights: string[];
  note: string | null;
  /** The document that this one is an older copy of. */
  readonly newer: Draft | null;
}

/** A document plays the greatest of the parts that it was given. */
export function raise(draft: Draft, key: string, grade: number): void {
  draft.grades.set(key, Math.max(grade, draft.grades.get(key) ?? 0));
}

export function namePerson(draft: Draft, person: Person, grade: number): void {
  raise(draft, person.key, grade);
  raise(draft, person.surnameKey, grade);
}

/** Puts a sentence somewhere into the text. `at` is between 0 (the beginning) and 1 (the end). */
export function insertSentence(draft: Draft, sentence: string, at: number): void {
  const block = draft.blocks[Math.floor(at * draft.blocks.length)] ?? draft.blocks[0];
  block?.sentences.splice(Math.floor(at * (block.sentences.length + 1)), 0, sentence);
}

/** All that it says, without what the reader has written. */
export const textOf = ({ title, blocks }: Draft): string =>
  [title, ...blocks.flatMap(({ heading, sentences }) => [heading ?? '', ...sentences])].join('\n');
