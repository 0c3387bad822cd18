// Step 9: the lines of a paragraph become one text. Words that a line's end parted are whole again; what the document itself
// writes with a hyphen keeps it.

/** How often is not asked: whether a document uses a word anywhere. */
export type Vocabulary = ReadonlySet<string>;

const WORD = /[\p{L}\p{M}]+(?:[-‐'’][\p{L}\p{M}]+)*/gu;
const PARTED = /([\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*)([-‐\u00ad])$/u;
const FIRST = /^[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*/u;

/** Every word that stands whole in a line. */
export function vocabularyOf(lines: Iterable<string>): Vocabulary {
  const words = new Set<string>();
  let wasParted = false;
  for (const line of lines) {
    let text = wasParted ? line.replace(FIRST, '') : line;
    wasParted = PARTED.test(line);
    if (wasParted) text = text.replace(PARTED, '');
    for (const [word] of text.matchAll(WORD)) words.add(asWritten(word));
  }
  return words;
}

const asWritten = (word: string): string => word.toLowerCase().replaceAll('‐', '-');

export function mended(lines: readonly string[], words: Vocabulary): string {
  let text = '';
  for (const line of lines) text = text === '' ? line : joined(text, line, words);
  return text.replaceAll('\u00ad', '');
}

function joined(before: string, after: string, words: Vocabulary): string {
  const parted = PARTED.exec(before);
  if (!parted) return before + spaceBetween(before, after) + after;
  const [whole, first = '', hyphen] = parted;
  const bare = before.slice(0, before.length - (hyphen ?? '').length);
  if (hyphen === '\u00ad') return bare + after;
  // “pre- and post-war”
  if (SUSPENDED.test(after)) return `${before} ${after}`;
  const rest = FIRST.exec(after)?.[0];
  if (rest === undefined) return before + after;
  // “Anglo-Saxon”: what a hyphen only divides goes on in small letters.
  if (!/^\p{Ll}/u.test(rest) && !/^\p{Lu}+$/u.test(first + rest)) return before + after;
  const keeps = !words.has(asWritten(first + rest)) && words.has(asWritten(whole + rest));
  return keeps ? before + after : bare + after;
}

const SUSPENDED = /^(?:and|or|und|oder|bzw\.?|et|ou|y|e|o|en|of|og|och|i)\s/;

const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;

/** Scripts without spaces have none at the end of a line either; nor is there one around a dash set without. */
function spaceBetween(before: string, after: string): string {
  if (UNSPACED.test(before.slice(-1)) && UNSPACED.test(after.slice(0, 1))) return '';
  if (/\S[—–]$/u.test(before)) return '';
  return /\d-$/.test(before) && /^\d/.test(after) ? '' : ' ';
}
