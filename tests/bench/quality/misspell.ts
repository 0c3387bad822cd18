// Typing mistakes as hands make them, in any alphabet.
import type { Chance } from './chance.ts';

/** Shorter words are seldom mistyped unnoticed, and then nobody can tell what was meant. */
const LEAST_LETTERS = 5;
/** Letters taken for each other: neighbours on the keyboard, and vowels that sound alike. */
const mistaken: Readonly<Record<string, string>> = Object.fromEntries(
  'ae ea iy ei ie oa ou uo ck kc sz zs mn nm td dt vf bv gh rt lk po wv ао оа еи ие ия тд дт сз зс бп пб гк кг жш шж'
    .split(' ')
    .map(([from = '', to = '']) => [from, to]),
);

/**
 * The word with one mistake in it; null where none can be made.
 * @param isWord tells words that exist, which no mistake may turn into
 */
export function misspell(
  word: string,
  chance: Chance,
  isWord: (word: string) => boolean,
): string | null {
  const letters = [...word];
  if (letters.length < LEAST_LETTERS || /[\s-]/.test(word)) return null;
  for (let tries = 0; tries < 50; tries++) {
    // The first letter is nearly always right.
    const at = chance.between(1, letters.length - 2);
    const wrong = [...letters];
    const [here = '', next = ''] = letters.slice(at, at + 2);
    const kind = chance.below(4);
    if (kind === 0) wrong.splice(at, 2, next, here);
    else if (kind === 1) wrong.splice(at, 1);
    else if (kind === 2) wrong.splice(at, 0, here);
    else wrong[at] = mistaken[here] ?? here;
    const found = wrong.join('');
    if (found !== word && !isWord(found)) return found;
  }
  return null;
}
