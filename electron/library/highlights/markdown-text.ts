// Foreign words for a place in a Markdown file: they stay words, whatever signs are in them.

/** Signs that mean something wherever they stand in a line; `&` only where it begins an entity. */
const ANYWHERE = /[\\`*_{}[\]<#|~$]|&(?=#?\w{1,32};)/g;
/** What makes a list, a heading, a rule or a quotation at the start of a line. */
const AT_START = /^([-+=>]|\d{1,9}(?=[.)]))/;

/** One line of text in which Markdown, and HTML within it, find nothing of their own. */
export function markdownText(line: string): string {
  // `<` as an entity: not every reader of Markdown knows that a backslash takes its meaning away.
  const signs = line.replace(ANYWHERE, (sign) => (sign === '<' ? '&lt;' : `\\${sign}`));
  return signs.replace(AT_START, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** The same, on one line whatever it was. */
export const markdownLine = (text: string): string =>
  markdownText(text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim());
