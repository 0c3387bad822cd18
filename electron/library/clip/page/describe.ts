// Step 15: from the reader content its texts, and what follows from them.
import type { PageInput, ParsedPage } from '#contract/page.ts';
import type { Problem } from '#contract/types/problem.ts';
import { MAX_MADE_TITLE_LENGTH, MAX_TITLE_LENGTH } from '../limits.ts';
import { excerptOf } from './excerpt.ts';
import { directionOf } from './metadata/language.ts';
import { oneLine } from './one-line.ts';
import type { Sanitized } from './sanitize.ts';
import { shorten } from './shorten.ts';
import { textOf } from './text-of.ts';
import { countWords } from './word-count.ts';

interface Known {
  readonly title: string;
  readonly description: string | null;
  /** The direction that the page declares. */
  readonly dir: string | null;
  readonly input: PageInput;
  readonly warning: Problem | null;
}

type Described = Pick<
  ParsedPage,
  'title' | 'html' | 'readerText' | 'bodyText' | 'wordCount' | 'excerpt' | 'dir' | 'warning'
>;

export function describe({ html, tree }: Sanitized, known: Known): Described {
  const readerText = textOf(tree, 'reader');
  const bodyText = textOf(tree, 'body');
  const title = known.title || nameOf(known.input) || firstLineOf(readerText) || 'Untitled';
  const wordCount = countWords(bodyText);
  return {
    title,
    html,
    readerText,
    bodyText,
    wordCount,
    excerpt: excerptOf(known.description, title, bodyText),
    dir: directionOf(known.dir, bodyText),
    warning: known.warning ?? (/[\p{L}\p{N}]/u.test(readerText) ? null : nothingToRead()),
  };
}

/** What to call a page that has no title: its file's name, else the last part of its address; empty without either. */
function nameOf({ name, url }: PageInput): string {
  const file = (name ?? '')
    .replace(/^.*[\\/]/, '')
    .replace(/\.(?:x?html?|xht|txt|text|md|markdown|pdf)$/i, '');
  const made = oneLine(file) || oneLine(fromAddress(url ?? ''));
  return shorten(made, MAX_TITLE_LENGTH);
}

/** Of what was pasted. */
function firstLineOf(text: string): string {
  const [line = ''] = text.trimStart().split('\n', 1);
  return shorten(oneLine(line), MAX_MADE_TITLE_LENGTH);
}

function fromAddress(address: string): string {
  if (!URL.canParse(address)) return '';
  const { hostname, pathname } = new URL(address);
  const last = pathname.split('/').filter(Boolean).at(-1) ?? '';
  const words = decodedOr(last)
    .replace(/\.\w{2,5}$/, '')
    .replace(/[-_+]+/g, ' ');
  const name = words.trim();
  // A number alone names nothing.
  if (/\p{L}/u.test(name)) return name;
  return `${hostname.replace(/^www\./, '')} ${name}`.trim();
}

function decodedOr(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // A bare %: it is not encoded, then.
  }
}

const nothingToRead = (): Problem => ({
  code: 'nothing_to_read',
  message: 'No text was found on this page. The page itself is kept as it is.',
});
