// What two spellings of the same words have in common: programs change quotation marks, spaces and dashes on the way.
import { fold } from '../../../anchors/fold.ts';

export const wordsKey = (words: string): string => fold(words, { start: true, end: true }).text;
