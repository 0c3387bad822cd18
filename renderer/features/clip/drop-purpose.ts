// What a dropped file or folder is for: pages to be clipped, or what another service gave out, to be imported whole.
import { pagesAmong } from '#contract/pages-among.ts';
import { ZIP_NAME } from '#contract/saved-files.ts';
import { namesInZip } from './names-in-zip.ts';

/** `either`: texts with notes on their front, which can be read as articles or taken over with all they say. */
export type DropPurpose = 'clip' | 'import' | 'either';

/** Lists and databases of articles: no page. */
const DATA_NAME = /\.(?:csv|tsv|jsonl?|enex)$/i;
const TEXT_NAME = /\.(?:md|markdown)$/i;
const PAGE_NAME = /\.html?$/i;
/** How bookmarks begin in every browser, and the pages of links of Pocket and Instapaper. */
const LIST_OF_LINKS =
  /<!doctype netscape-bookmark-file|<title>\s*(?:pocket export|instapaper: export)|<dt>\s*<(?:h3|a)\s[^>]*\badd_date=|<a\s[^>]*\btime_added=/i;
const HEAD_BYTES = 4096;

export async function purposeOfFile(file: File): Promise<DropPurpose> {
  if (DATA_NAME.test(file.name)) return 'import';
  if (PAGE_NAME.test(file.name)) {
    const head = await file.slice(0, HEAD_BYTES).text();
    return LIST_OF_LINKS.test(head) ? 'import' : 'clip';
  }
  if (!ZIP_NAME.test(file.name)) return 'clip';
  const names = await namesInZip(file);
  return names ? purposeOfNames(names) : 'either';
}

/** @param paths of what lies in a folder or a zip, with `/` */
export function purposeOfNames(paths: readonly string[]): DropPurpose {
  const pages = pagesAmong(paths);
  // A page may have tables and scripts of its own beside it.
  const beside = new Set(pages.flatMap(({ companions }) => companions.map(({ path }) => path)));
  if (paths.some((path) => DATA_NAME.test(path) && !beside.has(path))) return 'import';
  return pages.some(({ path }) => TEXT_NAME.test(path)) ? 'either' : 'clip';
}
