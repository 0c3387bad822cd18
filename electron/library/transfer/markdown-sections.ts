// What stands below the text in our own Markdown, so that it can be told from the text when it comes back. No page knows the uid.
export const NOTE = 'Note';
export const HIGHLIGHTS = 'Highlights';

/** Above a section: a comment, which readers of Markdown do not show. */
export const sectionMark = (section: typeof NOTE | typeof HIGHLIGHTS, uid: string): string =>
  `<!-- ${section.toLowerCase()} of ${uid} -->`;
