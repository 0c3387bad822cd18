// Articles as bookmarks that every browser takes in (the Netscape form): collections are folders, notes stand below.
import type { FormatWriter } from '../export-format.ts';
import type { ArticleFacts, CollectionPath } from '../facts-repo.ts';
import { escapeMarkup, webAddress } from './escape-markup.ts';

const HEAD = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- Written by Lectern, to be taken in by other programs. -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<META HTTP-EQUIV="Content-Security-Policy" CONTENT="default-src 'none'">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
`;

interface Folder {
  readonly lines: string[];
  readonly folders: Map<string, Folder>;
}

const newFolder = (): Folder => ({ lines: [], folders: new Map() });

export const bookmarks: FormatWriter = {
  shape: 'file',
  async write(work, file) {
    // A line for each is little; the folders are known when all were seen.
    const root = newFolder();
    for await (const article of work.facts()) {
      const line = bookmark(article);
      if (line === null) continue;
      const paths: readonly CollectionPath[] =
        article.collections.length > 0 ? article.collections : [[]];
      for (const path of paths) folderAt(root, path).lines.push(line);
    }
    await file.write(HEAD);
    for (const piece of folderLines(root, 0)) await file.write(`${piece}\n`);
  },
};

function folderAt(root: Folder, path: CollectionPath): Folder {
  let folder = root;
  for (const name of path) {
    const inner = folder.folders.get(name) ?? newFolder();
    folder.folders.set(name, inner);
    folder = inner;
  }
  return folder;
}

function* folderLines({ lines, folders }: Folder, depth: number): Generator<string> {
  const indent = '    '.repeat(depth);
  yield `${indent}<DL><p>`;
  for (const [name, folder] of folders) {
    yield `${indent}    <DT><H3>${oneLine(name)}</H3>`;
    yield* folderLines(folder, depth + 1);
  }
  for (const line of lines) yield `${indent}    ${line}`;
  yield `${indent}</DL><p>`;
}

/** What has no address is no bookmark. */
function bookmark({ url, title, savedAt, tags, note }: ArticleFacts): string | null {
  const address = webAddress(url);
  if (address === null) return null;
  const attributes = [
    ['HREF', address],
    ['ADD_DATE', String(Math.floor(savedAt / 1000))],
    ...(tags.length > 0 ? [['TAGS', tags.join(',')]] : []),
  ];
  const written = attributes.map(([name, value]) => `${name}="${oneLine(value ?? '')}"`).join(' ');
  const below = note?.trim() ? `\n<DD>${escapeMarkup(note.trim())}` : '';
  return `<DT><A ${written}>${oneLine(title)}</A>${below}`;
}

const oneLine = (text: string): string =>
  escapeMarkup(text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim());
