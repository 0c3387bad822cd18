// Foreign words for one line of our own: titles, names, excerpts.

/** Characters that a line cannot show or that would turn the words around it: controls, bidi overrides, lone surrogates. */
const UNSHOWABLE = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]+/gu;

/** White space to single spaces, invisible and direction-changing characters away. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\s\u00ad]+/g, (space) => (space === '\u00ad' ? '' : ' '))
    .replace(UNSHOWABLE, '')
    .replace(/ {2,}/g, ' ')
    .trim();
