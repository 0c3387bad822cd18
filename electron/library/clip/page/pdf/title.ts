// The title of a PDF, and who wrote it: what its makers noted, where that can be believed; else what stands largest on the
// first page.
import { MAX_NAME_LENGTH, MAX_TITLE_LENGTH } from '../../limits.ts';
import { oneLine } from '../one-line.ts';
import { shorten } from '../shorten.ts';
import type { TextBlock } from './to-tree.ts';

/** Foreign words of any length. */
export interface Noted {
  readonly title: string;
  readonly author: string;
}

/** What programs write there by themselves: the name of a file, of a template, of nothing. */
const MADE_BY_PROGRAM =
  /^(?:untitled|unbenannt|sans titre|sin título|document|dokument|presentation|powerpoint presentation|slide|layout|print|title|paper|main|article|book|page|scan|doc|image|img|none|null|full ?page ?(?:photo|print))[\s_-]*\d*$|\.(?:docx?|odt|rtf|tex|dvi|ps|eps|indd|qxd|pages|pptx?|xlsx?|pdf|pmd|p65|html?|txt|fm)$|[\\/]|^[\d\s._-]*$|^https?:|\.dvi\b/i;
const PROGRAM = /^(?:microsoft (?:word|powerpoint|excel|publisher)|powerpoint|word)\s*[-–]\s*/i;
const LONGEST = 5000;

export function titleOf(noted: Noted, firstPage: readonly TextBlock[]): string {
  const own = oneLine(noted.title.slice(0, LONGEST).replace(PROGRAM, ''));
  const printed = largestOf(firstPage);
  const words = lettersOf(firstPage.map(({ text }) => text).join(' '));
  const isNamed = !MADE_BY_PROGRAM.test(own) && lettersOf(own).length >= 3;
  if (isNamed && words.includes(lettersOf(own))) return shorten(own, MAX_TITLE_LENGTH);
  if (printed !== '') return shorten(printed, MAX_TITLE_LENGTH);
  return isNamed ? shorten(own, MAX_TITLE_LENGTH) : '';
}

/** Of the headings on the first page; drop capitals and figures standing by themselves are none. */
function largestOf(blocks: readonly TextBlock[]): string {
  const headings = blocks.filter(({ kind, text }) => kind === 'heading' && /\p{L}{3}/u.test(text));
  const largest = headings.reduce<TextBlock | null>(
    (best, one) => (best === null || one.size > best.size * 1.02 ? one : best),
    null,
  );
  return oneLine(largest?.text ?? '');
}

export const lettersOf = (words: string): string =>
  words
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** A person's name, or several; the name of an account or a program is none. */
export function authorOf(noted: Noted): string | null {
  const names = oneLine(noted.author.slice(0, LONGEST))
    .split(/\s*;\s*/)
    .filter((name) => name !== '' && !/[@\\/]|^https?:/i.test(name))
    .filter((name) => /[^\p{ASCII}]/u.test(name) || /^\S+[ ,.]+\S/.test(name))
    .filter((name) => !/^(?:microsoft|adobe|the author|unknown|admin|user|owner)\b/i.test(name));
  return names.length === 0 ? null : shorten(names.join(', '), MAX_NAME_LENGTH);
}
