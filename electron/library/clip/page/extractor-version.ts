// Which generation of the page reader made a reader content.

/**
 * Stored with every article. Raise it whenever the same bytes may give other content, text or metadata,
 * so that what an older reader made can be found and made anew from the snapshot.
 */
export const EXTRACTOR_VERSION = 5;
