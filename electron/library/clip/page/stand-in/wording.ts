// How the wording of a kind of page is written down: a line a language, and what two words have to come together.

export interface Wording {
  /** What a title or heading of such a page consists of. Global. */
  readonly headings: RegExp;
  /** Whether a sentence speaks to its reader as such a page does. */
  readonly says: (sentence: string) => boolean;
  /** What else such a page talks of: no sign by itself, but no article's text either. */
  readonly loose: RegExp;
}

/** Lower case, one kind of apostrophe, full-width letters as others; Turkish capitals leave a dot behind. */
export const lower = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\u0307/g, '')
    .replace(/[’‘ʼ`´]/g, "'");

const WORDY = '[\\p{scx=Latin}\\p{scx=Cyrillic}\\p{scx=Greek}\\p{scx=Arabic}\\p{scx=Hebrew}]';

/** As `anyOf`, but of whole words, in scripts that part them. Global, for taking them out. */
export const wholeWords = (lines: string): RegExp =>
  new RegExp(`(?<!${WORDY})(?:${anyOf(lines).source})(?!${WORDY})`, 'gu');

/** Alternatives, a line each; a line may hold several. */
export const anyOf = (lines: string): RegExp =>
  new RegExp(
    lines
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('|'),
    'u',
  );

/** A language a line: what is spoken of, ` :: `, what is said of it. Both have to be in the sentence. */
export function together(lines: string): (sentence: string) => boolean {
  const pairs = lines
    .split('\n')
    .map((line) => line.trim().split(' :: '))
    .filter(([what, says]) => what && says)
    .map(([what = '', says = '']) => [new RegExp(what, 'u'), new RegExp(says, 'u')] as const);
  return (sentence) => pairs.some(([what, says]) => says.test(sentence) && what.test(sentence));
}
