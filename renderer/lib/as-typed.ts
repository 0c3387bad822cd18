// Makes a query of what has been typed so far: while the last word is being typed, every word that begins so is meant.
// Who wants that word alone puts it in quotes.

const WORD = /^[\p{L}\p{M}\p{N}’']{2,}$/u;
/** Written without spaces between words: the library finds any part of these as it is. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const QUOTES = /["“”„«»]/gu;

export function asTyped(text: string): string {
  const last = text.split(/\s/u).at(-1) ?? '';
  const inQuotes = (text.match(QUOTES)?.length ?? 0) % 2 === 1;
  return WORD.test(last) && !UNSPACED.test(last) && !inQuotes ? `${text}*` : text;
}
