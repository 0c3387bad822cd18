// The files of a full export, beside pages and assets: by these names they are found again.

/** What it is, in which version, and the hash of every other file. */
export const MANIFEST = 'manifest.json';
/** A line for each article, by uid. */
export const ARTICLES = 'articles.jsonl';
/** Tags, collections, saved searches, settings. */
export const SHARED = 'library.json';

export const FORMAT = 'lectern-full-export';
/** Grows when an older Lectern could not take in what a newer one writes. */
export const VERSION = 1;
/** In the head of a list of pages, for people: no article. */
export const LIST_MARK = '<meta name="generator" content="Lectern, list of pages">';
/** In the head of the page of an article that has no text yet: the sentence in its place is none. */
export const AWAITS_MARK = '<meta name="generator" content="Lectern, page that awaits its text">';
