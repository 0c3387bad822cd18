// Which of many files are pages to clip, and which belong to one: told by names and by what lies together.
import { companionEnds, LIBRARY_FILE, PAGE_NAME, READABLE_NAME } from './saved-files.ts';

const knownEnds = new Set(companionEnds.map((end) => end.toLowerCase()));
/** In other languages: a mark and one word, where the folder holds more than pages. */
const ANY_END = /^[_.-][\p{L}\p{M}]+$/u;

/** What a page is made of beside its markup. Films and archives may lie in the same folder, and are not looked at. */
const PART_END = '\\.(?:avif|webp|png|jpe?g|gif|svg|bmp|css)';
const PART_NAME = new RegExp(`${PART_END}$`, 'i');

/** What systems put into a folder or a zip for themselves. */
const OF_THE_SYSTEM = /^__MACOSX\/|(?:^|\/)\.[^/]*$/;

export interface PageAmong {
  readonly path: string;
  /** Files of the folder beside it, `page_files/…`, and what else lies there for it: as the page itself names them. */
  readonly companions: readonly FileAmong[];
  /** What lies there for several pages: those that the page names are its own as well (`namedIn`). One list for all of them. */
  readonly nearby: readonly FileAmong[];
}

export interface FileAmong {
  readonly path: string;
  readonly at: string;
}

/** @param found with `/`, relative to one folder */
export function pagesAmong(found: readonly string[]): PageAmong[] {
  const paths = outsideLibraries(found);
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
      addTo(folders, path.slice(0, at), path);
    }
  }
  const pages = paths.filter((path) => READABLE_NAME.test(path) && !OF_THE_SYSTEM.test(path));
  const stems = new Set(pages.filter((path) => PAGE_NAME.test(path)).map(stemOf));
  const foldersOf = new Map<string, string[]>();
  for (const [folder, inside] of folders) {
    const stem = ownerOf(folder, inside, stems);
    if (stem !== null) addTo(foldersOf, stem, folder);
  }
  const owned = new Set(
    [...foldersOf.values()].flat().flatMap((folder) => folders.get(folder) ?? []),
  );
  const shown = pages.filter((path) => !owned.has(path));
  const strays = paths.filter((path) => !owned.has(path) && PART_NAME.test(path));
  const straysIn = nearestPages(shown, strays);
  const at = (start: number) => (path: string) => ({ path, at: path.slice(start) });
  const nearbyIn = new Map<string, readonly FileAmong[]>();
  return shown.map((path) => {
    const start = path.lastIndexOf('/') + 1;
    const folder = folderOf(path);
    const { pages: inFolder = 0, files: around = [] } =
      (PAGE_NAME.test(path) && straysIn.get(folder)) || {};
    const nearby = nearbyIn.get(folder) ?? (inFolder > 1 ? around.map(at(start)) : []);
    if (PAGE_NAME.test(path)) nearbyIn.set(folder, nearby);
    const mine = PAGE_NAME.test(path) ? (foldersOf.get(stemOf(path)) ?? []) : [];
    const files = [
      ...mine.flatMap((one) => folders.get(one) ?? []),
      ...(inFolder === 1 ? around : []),
    ];
    return { path, companions: files.map(at(start)), nearby: PAGE_NAME.test(path) ? nearby : [] };
  });
}

function outsideLibraries(paths: readonly string[]): readonly string[] {
  const libraries = paths
    .filter((path) => path.slice(path.lastIndexOf('/') + 1) === LIBRARY_FILE)
    .map((path) => path.slice(0, -LIBRARY_FILE.length));
  if (libraries.length === 0) return paths;
  return paths.filter((path) => !libraries.some((folder) => path.startsWith(folder)));
}

const NAMES = new RegExp(`[^"'()<>=,/\\\\?#\\n]{1,255}${PART_END}`, 'gi');

/** Of many files those that a page names. @param markup of the page */
export function namedIn<File extends Pick<FileAmong, 'at'>>(
  markup: string,
  files: readonly File[],
): File[] {
  if (files.length === 0) return [];
  const named = new Set<string>();
  for (const [name] of markup.matchAll(NAMES)) {
    const whole = decoded(name.trim());
    // In a list, or in running text, the last word is the name.
    named.add(whole).add(whole.replace(/^.*\s/s, ''));
  }
  return files.filter(({ at }) => named.has(at.slice(at.lastIndexOf('/') + 1).normalize('NFC')));
}

function decoded(name: string): string {
  const plain = name.replaceAll('&amp;', '&');
  try {
    return decodeURIComponent(plain).normalize('NFC');
  } catch {
    return plain.normalize('NFC'); // A bare % in the name: it is not encoded, then.
  }
}

/** Pictures and sheets belong to pages of the nearest folder that has any: `images/a.png` beside `index.html`. */
function nearestPages(
  pages: readonly string[],
  strays: readonly string[],
): ReadonlyMap<string, { readonly pages: number; readonly files: readonly string[] }> {
  const found = new Map<string, { pages: number; files: string[] }>();
  for (const page of pages) {
    if (!PAGE_NAME.test(page)) continue;
    const folder = folderOf(page);
    const its = found.get(folder);
    if (its) its.pages++;
    else found.set(folder, { pages: 1, files: [] });
  }
  for (const stray of strays) {
    let folder = folderOf(stray);
    while (folder !== '' && !found.has(folder)) folder = folderOf(folder);
    found.get(folder)?.files.push(stray);
  }
  return found;
}

/** In place: a folder may hold a hundred thousand pages. */
function addTo(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Empty for what lies in the outermost one. */
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

const stemOf = (path: string): string => path.replace(PAGE_NAME, '').normalize('NFC');

function ownerOf(
  folder: string,
  inside: readonly string[],
  stems: ReadonlySet<string>,
): string | null {
  const name = folder.normalize('NFC');
  const start = name.lastIndexOf('/') + 1;
  // The longest name first: `a_b_files` belongs to `a_b` rather than to `a`.
  for (let end = name.length - 1; end > start; end--) {
    if (!/[_.-]/.test(name[end] ?? '') || !stems.has(name.slice(0, end))) continue;
    const ending = name.slice(end);
    const holdsMore = inside.some((path) => !READABLE_NAME.test(path));
    if (knownEnds.has(ending.toLowerCase()) || (ANY_END.test(ending) && holdsMore))
      return name.slice(0, end);
  }
  return null;
}
