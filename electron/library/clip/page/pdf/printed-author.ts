// Who wrote a PDF, where its first page says so: several names under the title, or one that something vouches for.
import { MAX_NAME_LENGTH } from '../../limits.ts';
import { oneLine } from '../one-line.ts';
import { shorten } from '../shorten.ts';
import { lettersOf } from './title.ts';
import type { TextBlock } from './to-tree.ts';

const NAME =
  /^\p{Lu}[\p{L}\p{M}’'.-]*(?:\s+(?:(?:de|del|da|di|du|la|le|van|von|der|den|ten|bin|ibn|al|y)\s+)*\p{Lu}[\p{L}\p{M}’'.-]*){1,3}$/u;
/** Signs that lead to a footnote or an affiliation. */
const SIGNS = /[\d*†‡§¶∗#^]+(?:\s*,\s*[\d*†‡§¶∗#^]+)*/g;
const BETWEEN = /\s*(?:,|;|·|•|&|\band\b|\bund\b|\bet\b|\by\b|\be\b)\s*/u;
const BY = /^(?:by|von|par|por|di|av|af|door)\s+/i;
const MOST_BLOCKS = 3;
const LONGEST = 400;

/** @param firstPage in the order of reading, with the title */
export function printedAuthor(firstPage: readonly TextBlock[], title: string): string | null {
  const at = firstPage.findIndex(({ text }) => lettersOf(text) === lettersOf(title));
  if (at < 0) return null;
  const under = firstPage.slice(at + 1, at + 1 + MOST_BLOCKS).map(({ text }) => oneLine(text));
  for (const [index, line] of under.entries()) {
    if (line.length > LONGEST) return null;
    const names = namesIn(line.replace(BY, ''));
    if (names.length === 0) continue;
    const isVouchedFor =
      names.length > 1 || BY.test(line) || (under[index + 1] ?? '').includes('@');
    return isVouchedFor ? shorten(names.join(', '), MAX_NAME_LENGTH) : null;
  }
  return null;
}

/** All of a line are names, or none is. */
function namesIn(line: string): string[] {
  const parts = line
    .replace(SIGNS, ',')
    .split(BETWEEN)
    .filter((part) => part !== '');
  return parts.every((part) => NAME.test(part)) ? parts : [];
}
