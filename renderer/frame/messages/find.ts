// Limits of what is looked for in an article.

/** In UTF-16 units: a paragraph's worth. */
export const MAX_FIND_LENGTH = 1000;
