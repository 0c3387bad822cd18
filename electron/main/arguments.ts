// Reads the command line of the desktop app. No Electron here: the words of a second instance are read the same way.
import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Of the scheme that the packages declare. */
export const DEEP_LINK = /^lectern:/i;

/** An address may be 8,192 characters long, each of them written as three; a little more is room for the rest. */
export const MAX_LINK_LENGTH = 25_000;

/** Something to clip, named on the command line, by the system, or by a second instance. */
export type ClipTarget =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'url'; readonly url: string };

export interface ShellArguments {
  readonly help: boolean;
  readonly version: boolean;
  /** Absolute path of the library's folder; null for the usual one. */
  readonly library: string | null;
  /** Absolute path of the folder for window state and logs; null for the usual one. */
  readonly userData: string | null;
  readonly clips: readonly ClipTarget[];
  /** A `lectern:` link, unread; of one that is too long no more than what shows that it is. */
  readonly link: string | null;
  /** What was not understood, as a sentence; null where all was. */
  readonly mistake: string | null;
}

const folderOptions = { '--library': 'library', '--user-data-dir': 'userData' } as const;

/**
 * @param words the command line without the program and without the path of the app
 * @param cwd what relative paths are relative to
 */
export function parseArguments(words: readonly string[], cwd: string): ShellArguments {
  const folders: Record<'library' | 'userData', string | null> = { library: null, userData: null };
  const clips: ClipTarget[] = [];
  let link: string | null = null;
  let help = false;
  let version = false;
  let mistake: string | null = null;
  let onlyTargets = false;

  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const [name, inline] = splitOption(word);
    if (DEEP_LINK.test(word)) {
      link = word.slice(0, MAX_LINK_LENGTH + 1);
      // SECURITY: what was registered with the system ends with the link. Options behind it are part of a link that broke out
      // of its quotes.
      break;
    }
    if (onlyTargets || !word.startsWith('-')) {
      const target = clipTarget(word, cwd);
      if (target) clips.push(target);
    } else if (word === '--') {
      onlyTargets = true;
    } else if (name === '--help' || name === '-h') {
      help = true;
    } else if (name === '--version' || name === '-v') {
      version = true;
    } else if (name === '--library' || name === '--user-data-dir') {
      const value = inline ?? words[++at];
      if (value) folders[folderOptions[name]] = resolve(cwd, value);
      else mistake = `${name} needs a folder.`;
    } else if (name === '--port') {
      if (inline === undefined) at++; // For the web host, which `npm start` may serve instead of this window.
    }
    // Any other option is Chromium's (--no-sandbox, --ozone-platform=…): not ours to judge.
  }
  return { help, version, ...folders, clips, link, mistake };
}

/** @returns null for what names neither a file nor a page: nothing, or an address of another scheme */
export function clipTarget(word: string, cwd: string): ClipTarget | null {
  if (word === '') return null;
  if (/^https?:\/\//i.test(word)) {
    return URL.canParse(word) ? { kind: 'url', url: word } : null;
  }
  if (/^file:/i.test(word)) {
    const path = pathOfFileUrl(word);
    return path === null ? null : { kind: 'path', path };
  }
  // "mailto:…" is no file. One letter before the colon is a drive of Windows.
  if (/^[a-z][a-z0-9+.-]+:/i.test(word) && !isAbsolute(word)) return null;
  return { kind: 'path', path: resolve(cwd, word) };
}

function splitOption(word: string): [name: string, value: string | undefined] {
  const equals = word.indexOf('=');
  return equals < 0 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)];
}

function pathOfFileUrl(url: string): string | null {
  try {
    return fileURLToPath(url);
  } catch {
    return null; // A host, or an encoded slash: no file of this machine is meant.
  }
}

export const HELP = `Lectern: clip, read and search web articles in a library on your own computer

lectern [options] [FILE | FOLDER | URL]…
lectern LINK

Files (.html, .mhtml, .webarchive, .pdf, .md, .txt), folders and zips of them, and http or https addresses are
clipped into the library. A link (lectern:clip?url=…, lectern:open?uid=…) is shown, and clipped when you say so.

  --library DIR        the library's folder, instead of the usual one
  --user-data-dir DIR  where window state and logs are kept
  --cli COMMAND …      the command line, without a window: lectern --cli --help
  --version            print the version and end
  --help               print this and end
`;
