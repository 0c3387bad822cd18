// What two spellings of the same words have in common: programs change quotation marks, spaces and dashes on the way.
import { fold } from '../../../anchors/fold.ts';

/** Those of a passage are in those of its text: where either begins and ends is no part of them. */
export const wordsKey = (words: string): string => fold(words, { start: false, end: false }).text;
