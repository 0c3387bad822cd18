// Small words that a language writes together with others: particles of Korean behind a noun, article, “and” and
// prepositions of Arabic before one. Somebody who looks for the noun types it bare.
import type { Vocabulary } from './vocabulary.ts';

export type FormsOf = (
  word: string,
  vocabulary: Pick<Vocabulary, 'beginningWith' | 'count'>,
) => string[];

const particles = new Set(
  (
    '은 는 이 가 을 를 의 에 도 만 와 과 로 으로 들 들이 들은 들을 들의 들에게 에서 에게 에게서 한테 한테서 께 께서 까지 부터 마다 보다 처럼 ' +
    '만큼 조차 마저 밖에 이나 나 이란 란 라고 이라고 이며 에는 에도 에만 에서는 에서도 에서의 에게는 으로는 로는 으로도 로도 으로서 로서 ' +
    '으로써 로써 와의 과의 이다 입니다 이었다 였다'
  )
    .normalize('NFC')
    .split(' '),
);
const LONGEST_PARTICLE = 3;
/** One syllable before a particle is as often the beginning of another word. */
const LEAST_NOUN = 2;
const hangul = /^\p{Script=Hangul}+$/u;

/** The word with any particle, and without the one that it has. */
const koreanForms: FormsOf = (word, vocabulary) => {
  if (!hangul.test(word)) return [];
  const nouns = new Set([word]);
  for (let length = 1; length <= LONGEST_PARTICLE; length++) {
    const noun = word.slice(0, -length);
    if (noun.length >= LEAST_NOUN && particles.has(word.slice(-length))) nouns.add(noun);
  }
  return [...nouns].flatMap((noun) =>
    vocabulary
      .beginningWith(noun)
      .filter((one) => one === noun || particles.has(one.slice(noun.length))),
  );
};

/** In the index form. */
const arabicPrefixes = ['ال', 'و', 'وال', 'بال', 'كال', 'فال', 'لل', 'ب', 'ل', 'ول', 'وب'];
const LEAST_ARABIC = 3;
const arabic = /^\p{Script=Arabic}+$/u;

const arabicForms: FormsOf = (word, { count }) => {
  if (!arabic.test(word) || word.length < LEAST_ARABIC) return [];
  const bare = arabicPrefixes
    .filter((prefix) => prefix.includes('ال') || prefix === 'لل')
    .filter((prefix) => word.startsWith(prefix) && word.length >= prefix.length + LEAST_ARABIC)
    .map((prefix) => word.slice(prefix.length));
  const words = [word, ...bare];
  return words
    .flatMap((one) => [one, ...arabicPrefixes.map((prefix) => prefix + one)])
    .filter((one) => count(one) > 0);
};

/** By the first part of a language tag. */
export const attachedForms: ReadonlyMap<string, FormsOf> = new Map([
  ['ko', koreanForms],
  ['ar', arabicForms],
]);
