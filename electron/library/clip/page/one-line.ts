// Foreign words for one line of our own: titles, names, excerpts.

/** Characters that a line cannot show or that would turn the words around it: controls, bidi overrides, lone surrogates. */
const HIDDEN = /[\p{Cc}\p{Cs}\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u;
const ALL_HIDDEN = new RegExp(HIDDEN, 'gu');
/** What is not a single space already: most of white space is. */
const SPACING = /\s{2,}|[^\S ]/g;

/** White space to single spaces, invisible and direction-changing characters away. */
export function oneLine(text: string): string {
  const line = text.replace(SPACING, ' ').trim();
  return HIDDEN.test(line) ? line.replace(ALL_HIDDEN, '').replace(/ {2,}/g, ' ').trim() : line;
}
