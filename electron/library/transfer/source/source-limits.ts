// How much of a source is looked at, and what of it never.

/** Files in one source. A library of 100,000 articles with text and highlights comes as 200,000 files and their lists. */
export const MAX_SOURCE_ENTRIES = 1_000_000;

/** The list of files at the end of a zip: a million of them with long names. */
export const MAX_ZIP_DIRECTORY_BYTES = 256 * 1024 * 1024;

/** What systems and programs leave for themselves: nobody put it there to be read. */
export const isOfTheSystem = (path: string): boolean =>
  /(?:^|\/)(?:\.[^/.][^/]*|__MACOSX|Thumbs\.db|desktop\.ini|node_modules)(?:\/|$)/i.test(path);
