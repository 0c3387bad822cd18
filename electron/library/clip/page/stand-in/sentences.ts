// A line as its sentences, in lower case, as the wordings want them.
import { lower } from './wording.ts';

const END = /(?<=[.!?…؟।])\s+|(?<=[。！？])/u;

/** Of some words, in any of the world's quotation marks. */
const QUOTED = /[“„"][^“”„"]{12,300}[”“"]|«[^«»]{12,300}»|「[^「」]{6,200}」|『[^『』]{6,200}』/gu;

/** Whoever quotes what a page says is not that page. */
export const unquoted = (sentence: string): string => sentence.replace(QUOTED, ' … ');

export const sentencesOf = (text: string): string[] =>
  lower(text)
    .split(END)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
