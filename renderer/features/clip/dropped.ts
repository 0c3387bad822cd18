// Reads what was dropped on the window, or chosen in its dialog: files, whole folders, links.
import { type FileAmong, pagesAmong } from '#contract/pages-among.ts';
import { LIBRARY_FILE, ZIP_NAME } from '#contract/saved-files.ts';
import { type ClipSource, type Companion, linksIn } from './clip-source.ts';
import { purposeOfFile, purposeOfNames } from './drop-purpose.ts';

/** A file and the folders it lies in, seen from what was dropped. */
interface PlacedFile {
  /** `folder/page.html`, with `/`. */
  readonly path: string;
  readonly file: File;
}

/** Enough for a folder of saved pages, few enough to be read in one go. */
const MAX_FILES = 20_000;

/** Whether a drag over the window carries anything that could be clipped. */
export const carriesClips = (data: DataTransfer): boolean =>
  data.types.includes('Files') || data.types.includes('text/uri-list');

/** What was dropped: to be clipped, to be imported, or, with both, to be asked about. */
export interface Drop {
  readonly sources: readonly ClipSource[];
  /** The one file or folder that could be imported. */
  readonly whole: File | null;
}

/**
 * Must be called within the drop event: its data is gone afterwards.
 * @param imports whatever it looks like
 * @throws DOMException when a folder cannot be read
 */
export async function readDrop(data: DataTransfer, imports: boolean): Promise<Drop> {
  // All of it at once: after the first wait the drop's data is gone.
  const items = [...data.items]
    .filter((item) => item.kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const links = linksIn(
    data
      .getData('text/uri-list')
      .split(/\r?\n/)
      .filter((line) => !line.startsWith('#'))
      .join('\n'),
  );
  if (items.length === 0) {
    return { sources: links.map((url) => ({ kind: 'link', url })), whole: null };
  }
  const [first] = items;
  const only = items.length === 1 ? (first?.file ?? null) : null;
  if (only && imports) return { sources: [], whole: only };
  const files: PlacedFile[] = [];
  for (const { entry, file } of items) {
    if (entry) await collect(entry, files);
    // A picture dragged out of another page is a file without a place.
    else if (file) files.push({ path: file.name, file });
  }
  const isFolder = first?.entry?.isDirectory ?? false;
  const sources = sourcesAmong(files, items.length === 1 && !isFolder);
  if (!only) return { sources, whole: null };
  const purpose = isFolder
    ? purposeOfNames(files.map(({ path }) => path))
    : await purposeOfFile(only);
  return {
    sources: purpose === 'import' ? [] : sources,
    whole: purpose === 'clip' ? null : only,
  };
}

/** The files of a file dialog, or of a folder dialog with their relative paths. */
export const readChosen = (files: readonly File[]): ClipSource[] =>
  sourcesAmong(
    files.map((file) => ({ path: file.webkitRelativePath || file.name, file })),
    files.length === 1,
  );

/**
 * Pages and texts, each page with the files of its `page_files` folder: those are companions, not articles. Zips as they are.
 * @param alone a single file was handed over: it is tried whatever its name, so that the library can say what is wrong
 */
export function sourcesAmong(files: readonly PlacedFile[], alone: boolean): ClipSource[] {
  if (alone) return files.map(({ file }) => ({ kind: 'file', file, companions: [] }));
  const fileAt = new Map(files.map(({ path, file }) => [path, file]));
  const pages = new Map(pagesAmong(files.map(({ path }) => path)).map((page) => [page.path, page]));
  const filesOf = (among: readonly FileAmong[]): Companion[] =>
    among.flatMap(({ path, at }) => {
      const file = fileAt.get(path);
      return file ? [{ at, file }] : [];
    });
  const nearbyOf = new Map<readonly FileAmong[], readonly Companion[]>();
  return files.flatMap(({ path, file }): ClipSource[] => {
    const page = pages.get(path);
    if (!page) return isZipItself(path) ? [{ kind: 'file', file, companions: [] }] : [];
    const nearby = nearbyOf.get(page.nearby) ?? filesOf(page.nearby);
    nearbyOf.set(page.nearby, nearby);
    return [{ kind: 'file', file, companions: filesOf(page.companions), nearby }];
  });
}

/** Zips in a folder belong to whatever it is a folder of. */
const isZipItself = (path: string): boolean => ZIP_NAME.test(path) && !path.includes('/');

async function collect(entry: FileSystemEntry, into: PlacedFile[]): Promise<void> {
  if (into.length >= MAX_FILES) return;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    into.push({ path: entry.fullPath.replace(/^\//, ''), file });
  } else if (isFolder(entry)) {
    const inside = await entriesOf(entry);
    if (inside.some(({ name }) => name === LIBRARY_FILE)) return;
    for (const inner of inside) await collect(inner, into);
  }
}

/** A reader gives at most a hundred at a time, and an empty list at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
