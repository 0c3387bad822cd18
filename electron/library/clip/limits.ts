// How much of what comes from outside is taken in. Each limit names its reason; none is repeated elsewhere.

const MB = 1024 * 1024;

/** A saved page or text read from disk. The largest real saved pages (all pictures inlined) stay under 100 MB. */
export const MAX_FILE_BYTES = 200 * MB;

/** A page from the network, after decompression: small answers can unpack to gigabytes. */
export const MAX_PAGE_FETCH_BYTES = 50 * MB;

/** One picture. Photographs straight from a camera are under 20 MB. */
export const MAX_IMAGE_BYTES = 25 * MB;

/** All pictures of one article together, so that one clip cannot fill a disk. */
export const MAX_ARTICLE_IMAGES_BYTES = 50 * MB;

/** Pictures kept of one article; galleries beyond that are left out. */
export const MAX_ARTICLE_IMAGES = 200;

/** Waiting for a site, from the first connection to the last byte, redirects included. */
export const FETCH_TIMEOUT_MS = 20_000;

/** Hops until a site counts as going round in circles. Real chains have one to three. */
export const MAX_REDIRECTS = 5;

/** Longest URL that is followed or stored; browsers and servers refuse longer ones, too. */
export const MAX_URL_LENGTH = 8192;

/**
 * Markup of a page in characters, after its `data:` URIs are lifted out. Beyond that no article of
 * words is behind it: the longest books on one page come to about 5 MB.
 */
export const MAX_MARKUP_LENGTH = 10 * MB;

/**
 * Elements of a page. Parsing time follows elements rather than bytes, and some markup makes a browser's
 * tree far larger than its source. Long reference pages have 60,000.
 */
export const MAX_ELEMENTS = 150_000;

/** Characters at the beginning of a script that are read: by them a check for robots is told. The rest costs time and says nothing. */
export const MAX_CODE_LENGTH = 3000;

/** Levels of nesting kept; what lies deeper is lifted up to this level. Browsers flatten at 512. */
export const MAX_NESTING = 2000;

/**
 * Elements up to which an article is looked for among the rest of a page; of larger ones the main region is taken as it is.
 * The extractor needs a tenth of a millisecond for each, and several kilobytes.
 */
export const MAX_EXTRACT_ELEMENTS = 60_000;

/** Children of one element up to which the same holds: the extractor takes them out one by one, in time by the square of their number. */
export const MAX_EXTRACT_CHILDREN = 12_000;

/**
 * Levels of nesting that the extractor gets to see: real pages have 60 at most, and its time grows with their square. What
 * lies deeper keeps its text.
 */
export const MAX_EXTRACT_NESTING = 160;

/** One page in the parse process; then the process is ended. */
export const PARSE_TIMEOUT_MS = 10_000;

/** One PDF there: a book of a thousand pages is no attack. */
export const PARSE_PDF_TIMEOUT_MS = 60_000;

/** After that no further page of a PDF is read: what there is by then is worth more than nothing at the end. */
export const PDF_READING_MS = 40_000;

/** Pages of a PDF whose text is read. The longest books have 3,000. */
export const MAX_PDF_PAGES = 5000;

/** Pieces of text on a page of a PDF; a page of small print has 2,000. */
export const MAX_PDF_PIECES = 20_000;

/** Heap of the thread that parses. An overrun costs the page, not the process. */
export const PARSE_HEAP_MB = 512;

/** `data:` URIs of a page that is shown as it was saved, all together: style sheets may name one picture a thousand times. */
export const MAX_ORIGINAL_DATA_LENGTH = 100 * MB;

/** Pictures told of per page. Beyond that a page is a catalogue rather than an article. */
export const MAX_PAGE_IMAGES = 2000;

/** Places where one picture may be had; a srcset of hundreds of sizes adds nothing. */
export const MAX_IMAGE_CANDIDATES = 6;

/** Links told of per page. */
export const MAX_PAGE_LINKS = 5000;

/** Width in pixels above which a larger variant of a picture gains nothing on a screen. */
export const WANTED_IMAGE_WIDTH = 2000;

/** Characters of a title that are kept; pages put whole paragraphs there. */
export const MAX_TITLE_LENGTH = 500;

/** Characters of a title that is made from the first words of a text. */
export const MAX_MADE_TITLE_LENGTH = 120;

/** Characters of a name: authors, site. */
export const MAX_NAME_LENGTH = 200;

/** Characters of an excerpt. */
export const MAX_EXCERPT_LENGTH = 300;
/** Of a passage that was left out, for telling which it is. */
export const MAX_BEGINNING_LENGTH = 120;

/** Pictures of one article that are fetched at the same time; browsers ask a host for as many. */
export const IMAGES_AT_ONCE = 6;

/** All pictures of one article together; what is not there by then is marked as missing. */
export const ARTICLE_IMAGES_TIMEOUT_MS = 60_000;

/**
 * Pixels of one picture: a file of a few kB can claim more than the window has memory for, at 4 bytes each.
 * Cameras reach 100 million.
 */
export const MAX_IMAGE_PIXELS = 120_000_000;

/** Characters of a link's text that are kept. */
export const MAX_LINK_TEXT_LENGTH = 500;

/** Tags taken from a page itself: what names thirty names none. */
export const MAX_PAGE_TAGS = 30;

/** Style sheets kept of a page that was saved with its files, as the page itself names them. */
export const MAX_SHEETS = 50;

/** With the pictures and faces that they name, each of which the page may do without. */
export const MAX_STYLE_FILES = 300;

/** All of them together: the largest sites send 2 MB of style, and as much again in faces. */
export const MAX_SHEETS_BYTES = 10 * MB;

/** Of one that is looked through for what it names. */
export const MAX_SHEET_LENGTH = 2 * MB;

/** Files in a folder or a zip of pages, those of each page included. */
export const MAX_ZIP_ENTRIES = 50_000;

/** How much larger than packed a file may be, above 1 MB: markup packs to a tenth, a bomb to a thousandth. */
export const MAX_ZIP_RATIO = 200;

/** Pages of one article that are joined. Longer ones are books, and have a page for all of it. */
export const MAX_JOINED_PAGES = 20;

/** All further pages of one article, one after the other; what is there by then is kept. */
export const FURTHER_PAGES_TIMEOUT_MS = 120_000;

/** Characters of the note that comes with a saved page. */
export const MAX_PAGE_NOTE_LENGTH = 100_000;
