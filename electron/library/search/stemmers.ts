// What is left of a word without its endings, by language: Snowball's rules, applied to words in the index form. They
// expect accents that the form has not, which costs some endings and makes no two words the same that were not near.
import { stemmer as da } from '@orama/stemmers/danish';
import { stemmer as nl } from '@orama/stemmers/dutch';
import { stemmer as en } from '@orama/stemmers/english';
import { stemmer as fi } from '@orama/stemmers/finnish';
import { stemmer as fr } from '@orama/stemmers/french';
import { stemmer as de } from '@orama/stemmers/german';
import { stemmer as hu } from '@orama/stemmers/hungarian';
import { stemmer as it } from '@orama/stemmers/italian';
import { stemmer as no } from '@orama/stemmers/norwegian';
import { stemmer as pt } from '@orama/stemmers/portuguese';
import { stemmer as ro } from '@orama/stemmers/romanian';
import { stemmer as ru } from '@orama/stemmers/russian';
import { stemmer as es } from '@orama/stemmers/spanish';
import { stemmer as sv } from '@orama/stemmers/swedish';

export interface Stemmer {
  /** Letters that its words are written in. */
  readonly script: RegExp;
  stem(word: string): string;
}

const latin = /^\p{Script=Latin}+$/u;
const inLatin = { da, nl, en, fi, fr, de, hu, it, nb: no, nn: no, no, pt, ro, es, sv };

/** By the first part of a language tag. */
export const stemmers: ReadonlyMap<string, Stemmer> = new Map([
  ...Object.entries(inLatin).map(([lang, stem]) => [lang, { script: latin, stem }] as const),
  ['ru', { script: /^\p{Script=Cyrillic}+$/u, stem: ru }] as const,
]);
