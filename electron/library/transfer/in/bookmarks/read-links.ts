// The links of a list in HTML with what stands around them: folders, headings, and the lines below them.
import { oneLine } from '../../../clip/page/one-line.ts';
import type { Attributes, HtmlToken } from './html-tokens.ts';

export interface ListedLink {
  /** Counted from 1. */
  readonly number: number;
  readonly attributes: Attributes;
  readonly title: string;
  /** Folders around it, from the outermost. */
  readonly folders: readonly string[];
  /** The last heading before it. */
  readonly heading: string;
  readonly note: string;
}

/** Folders that are told; what lies deeper counts to the last of them. */
const MAX_FOLDERS = 20;
/** Characters of a title or a note that are read. */
const MAX_WORDS = 200_000;

/**
 * Iterative, and without a tree: a file of any size costs what its longest entry costs.
 * @returns whether the file went on to its end
 */
export async function* readLinks(
  lots: AsyncIterable<readonly HtmlToken[]>,
): AsyncGenerator<readonly ListedLink[], boolean> {
  const folders: (string | null)[] = [];
  let nextFolder: string | null = null;
  let heading = '';
  let number = 0;
  let link: Omit<ListedLink, 'title' | 'note' | 'number'> | null = null;
  let title = '';
  let note = '';
  let words: string[] = [];
  let wordsLength = 0;
  let reading: 'title' | 'heading' | 'folder' | 'note' | null = null;
  let found: ListedLink[] = [];
  let openLists = 0;
  let isCut = false;

  function endWords(): void {
    const text = words.join('');
    if (reading === 'title') title = oneLine(text);
    else if (reading === 'heading') heading = oneLine(text);
    else if (reading === 'folder') nextFolder = oneLine(text);
    else if (reading === 'note' && link) note = text.trim();
    reading = null;
    words = [];
    wordsLength = 0;
  }

  function begin(what: NonNullable<typeof reading>): void {
    endWords();
    reading = what;
  }

  function endLink(): void {
    endWords();
    if (link) found.push({ ...link, number: ++number, title, note });
    link = null;
    title = '';
    note = '';
  }

  function open(name: string, attributes: Attributes): void {
    if (name === 'a') {
      endLink();
      const named = folders.filter((folder) => folder !== null && folder !== '');
      link = { attributes, folders: named.slice(0, MAX_FOLDERS) as string[], heading };
      begin('title');
    } else if (name === 'dd') begin('note');
    else if (name === 'br' && reading === 'note') words.push('\n');
    else if (name === 'h1' || name === 'h2') {
      endLink();
      begin('heading');
    } else if (name === 'h3') {
      endLink();
      begin('folder');
    } else if (name === 'dl') {
      endLink();
      folders.push(nextFolder);
      nextFolder = null;
      openLists++;
    } else if (name === 'ul') openLists++;
    else if (name === 'dt' || name === 'li') endLink();
  }

  function close(name: string): void {
    if (name === 'dl') {
      endLink();
      folders.pop();
      openLists--;
    } else if (name === 'ul') openLists--;
    else if (name === 'a' && reading === 'title') endWords();
    else if (/^h[123]$/.test(name)) endWords();
  }

  for await (const lot of lots) {
    for (const token of lot) {
      if (token.kind === 'open') open(token.name, token.attributes);
      else if (token.kind === 'close') close(token.name);
      else if (token.kind === 'cut') isCut = true;
      else if (reading !== null && wordsLength < MAX_WORDS) {
        words.push(token.text);
        wordsLength += token.text.length;
      }
    }
    yield found;
    found = [];
  }
  isCut ||= reading === 'title' || openLists > 0;
  endLink();
  yield found;
  return !isCut;
}
