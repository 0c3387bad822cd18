// Step 3: keeps markup that would cost minutes or gigabytes away from the parsers that follow.
import { Parser } from 'htmlparser2';
import { LibraryError } from '#contract/errors.ts';
import type { Problem } from '#contract/types/problem.ts';
import { MAX_ELEMENTS, MAX_MARKUP_LENGTH, MAX_NESTING } from '../limits.ts';

export interface Guarded {
  /** Markup in which each lifted URI is `lifted:N`. */
  readonly html: string;
  readonly lifted: readonly string[];
  readonly warning: Problem | null;
}

/** A picture of a few hundred bytes may stay; the large ones are what makes saved pages of 50 MB. */
const LIFT_FROM = 512;
const DATA_URI = /data:[\w.+-]+\/[\w.+-]+[;,]/gi;
const URI_END = /["'\s)<>]/g;

/** @throws LibraryError too_large */
export function guard(source: string): Guarded {
  const { html, lifted } = liftDataUris(source);
  if (html.length > MAX_MARKUP_LENGTH) {
    throw new LibraryError(
      'too_large',
      `The page has ${megabytes(html.length)} of markup without its pictures. Lectern reads up to ${megabytes(MAX_MARKUP_LENGTH)}.`,
    );
  }
  const { deepest, excess } = measure(html);
  if (deepest <= MAX_NESTING) return { html, lifted, warning: null };
  return {
    html: cut(html, excess),
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

/** Elements and nesting as the tokens have it; `excess` are the places of tags below the limit. */
function measure(html: string): { deepest: number; excess: [number, number][] } {
  const excess: [number, number][] = [];
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
    onopentag() {
      if (depth > MAX_NESTING) excess.push([parser.startIndex, parser.endIndex + 1]);
    },
    onclosetag(_name, implied) {
      if (depth > MAX_NESTING && !implied) excess.push([parser.startIndex, parser.endIndex + 1]);
      depth--;
    },
  });
  parser.end(html);
  return { deepest, excess };
}

function cut(html: string, ranges: readonly [number, number][]): string {
  let kept = '';
  let at = 0;
  for (const [from, to] of ranges) {
    if (from < at) continue;
    kept += `${html.slice(at, from)} `;
    at = to;
  }
  return kept + html.slice(at);
}
