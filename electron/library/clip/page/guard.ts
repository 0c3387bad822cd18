// Step 3: keeps away from the parsers that follow what would cost minutes or gigabytes, and what costs half of their time for
// nothing: style sheets, and scripts but for their beginnings.
import { Parser } from 'htmlparser2';
import { LibraryError } from '#contract/errors.ts';
import type { Problem } from '#contract/types/problem.ts';
import { MAX_CODE_LENGTH, MAX_ELEMENTS, MAX_MARKUP_LENGTH, MAX_NESTING } from '../limits.ts';

export interface Guarded {
  /** Markup in which each lifted URI is `lifted:N`, style sheets are empty, and of scripts the beginnings are left. */
  readonly html: string;
  readonly lifted: readonly string[];
  readonly warning: Problem | null;
}

/** A picture of a few hundred bytes may stay; the large ones are what makes saved pages of 50 MB. */
const LIFT_FROM = 512;
const DATA_URI = /data:[\w.+-]+\/[\w.+-]+[;,]/gi;
const URI_END = /["'\s)<>]/g;

/** What costs time and says nothing of a text. */
const UNREAD: ReadonlySet<string> = new Set(['script', 'style']);

/**
 * @param unread elements whose content is left out
 * @throws LibraryError too_large
 */
export function guard(source: string, unread = UNREAD): Guarded {
  const { html, lifted } = liftDataUris(source);
  if (html.length > MAX_MARKUP_LENGTH) {
    throw new LibraryError(
      'too_large',
      `The page has ${megabytes(html.length)} of markup without its pictures. Lectern reads up to ${megabytes(MAX_MARKUP_LENGTH)}.`,
    );
  }
  const { deepest, ranges, excess } = measure(html, unread);
  if (deepest <= MAX_NESTING) return { html: cut(html, ranges), lifted, warning: null };
  return {
    html: cut(
      html,
      [...ranges, ...excess].sort(([one], [other]) => one - other),
    ),
    lifted,
    warning: {
      code: 'too_large',
      message: `The page nests ${deepest.toLocaleString('en')} elements deep. What lay deeper than ${MAX_NESTING.toLocaleString('en')} was lifted up; its text is kept.`,
    },
  };
}

export const putBack = (url: string, lifted: readonly string[]): string =>
  url.startsWith('lifted:') ? (lifted[Number(url.slice('lifted:'.length))] ?? '') : url;

const megabytes = (length: number): string => `${Math.round(length / (1024 * 1024))} MB`;

/** Looks for the ends one by one: one expression over all of it fails on megabytes. */
function liftDataUris(source: string): { html: string; lifted: string[] } {
  const lifted: string[] = [];
  let html = '';
  let at = 0;
  for (const { index } of source.matchAll(DATA_URI)) {
    if (index < at) continue;
    URI_END.lastIndex = index;
    const end = URI_END.exec(source)?.index ?? source.length;
    if (end - index < LIFT_FROM) continue;
    html += `${source.slice(at, index)}lifted:${lifted.push(source.slice(index, end)) - 1}`;
    at = end;
  }
  return { html: html + source.slice(at), lifted };
}

/** From the first character to behind the last. */
type Range = readonly [number, number];

interface Measured {
  readonly deepest: number;
  /** What stands in elements that are not read. */
  readonly ranges: readonly Range[];
  /** Tags below the limit. */
  readonly excess: readonly Range[];
}

/** Scripts that say something of the page. */
const TELLS = /ld\+json|^math\//i;

/** Elements and nesting as the tokens have it. */
function measure(html: string, unread: ReadonlySet<string>): Measured {
  const ranges: Range[] = [];
  const excess: Range[] = [];
  /** Where the content of the script begins that was opened last. */
  let opened = -1;
  let elements = 0;
  let depth = 0;
  let deepest = 0;
  const parser = new Parser({
    onopentagname() {
      depth++;
      if (depth > deepest) deepest = depth;
      if (++elements > MAX_ELEMENTS) {
        throw new LibraryError(
          'too_large',
          `The page has more than ${MAX_ELEMENTS.toLocaleString('en')} elements. That is more than Lectern takes apart.`,
        );
      }
    },
    onopentag(name, attribs) {
      const isUnread =
        unread.has(name) && !(name === 'script' && TELLS.test(attribs.type?.trim() ?? ''));
      opened = isUnread ? parser.endIndex + 1 : -1;
      if (depth > MAX_NESTING) excess.push([parser.startIndex, parser.endIndex + 1]);
    },
    onclosetag(name, implied) {
      if (opened >= 0 && unread.has(name)) {
        const end = parser.startIndex;
        const from = opened + (name === 'script' ? MAX_CODE_LENGTH : 0);
        if (from < end && !implied && !hidesItsEnd(html.slice(opened, end)))
          ranges.push([from, end]);
        opened = -1;
      }
      if (depth > MAX_NESTING && !implied) excess.push([parser.startIndex, parser.endIndex + 1]);
      depth--;
    },
  });
  parser.end(html);
  return { deepest, ranges, excess };
}

/** After `<!--` in a script the first end tag may not be the last. */
const hidesItsEnd = (script: string): boolean => script.includes('<!--');

/** @param ranges in their order; those that begin inside another are passed over */
function cut(html: string, ranges: readonly Range[]): string {
  let kept = '';
  let at = 0;
  for (const [from, to] of ranges) {
    if (from < at) continue;
    kept += `${html.slice(at, from)} `;
    at = to;
  }
  return kept + html.slice(at);
}
