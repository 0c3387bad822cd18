// What a search found in the article that is being opened, as the window tells the frame.
import { isCount, isFields, isStrings } from './fields.ts';

export interface FoundWords {
  /** As they stand in the article: all of them are marked. */
  readonly words: readonly string[];
  /** Where in the reader text the passage begins that was chosen; null for the first place there is. */
  readonly at: number | null;
}

const MAX_WORDS = 32;

/** @returns null where it is none of these; too many words are cut short */
export function readFoundWords(value: unknown): FoundWords | null {
  if (!isFields(value) || !isStrings(value.words)) return null;
  if (value.at !== null && !isCount(value.at)) return null;
  return { words: value.words.slice(0, MAX_WORDS), at: value.at };
}
