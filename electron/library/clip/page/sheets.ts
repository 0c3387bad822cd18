// What the style of a page is made of, as far as a browser saved it beside the page.
import { posix } from 'node:path';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { MAX_SHEETS } from '../limits.ts';
import { companionOf } from './beside-page.ts';
import { rewriteCss } from './original/rewrite-css.ts';
import { attr, type Element, eachElement } from './tree.ts';

export const isSheet = (any: Element): boolean => {
  const rel = (attr(any, 'rel') ?? '').toLowerCase().split(/\s+/);
  return any.tagName === 'link' && rel.includes('stylesheet') && !rel.includes('alternate');
};

/** Where a style sheet lies beside the page; null for one of the network. */
export function sheetPath(href: string): string | null {
  const [companion] = companionOf(href.trim());
  return href.trim() === '' ? null : (companion?.replace('companion:', '') ?? null);
}

/** Most name nothing; `\\` begins a letter that is spelled by its number. */
const MAY_NAME = /url\(|\\/i;

/** @returns paths of sheets, and of pictures that stand in style attributes, in their order */
export function sheetsBeside(document: Tree.Document): string[] {
  const paths = new Set<string>();
  eachElement(document, (any) => {
    const path = isSheet(any) ? sheetPath(attr(any, 'href') ?? '') : null;
    const style = attr(any, 'style') ?? '';
    const named = MAY_NAME.test(style) ? namedByStyle(style, '') : [];
    for (const one of path === null ? named : [path, ...named])
      if (paths.size < MAX_SHEETS) paths.add(one);
  });
  return [...paths];
}

/**
 * What a style sheet names that lies beside the page: sheets that it is made of, pictures, faces.
 * @param path of the sheet; empty for style within the page
 * @returns paths beside the page, sheets first
 */
export function namedByStyle(css: string, path: string): string[] {
  const sheets = new Set<string>();
  const files = new Set<string>();
  const note = (paths: Set<string>) => (address: string) => {
    const isBeside = sheetPath(address) !== null;
    const beside = isBeside ? sheetPath(posix.join(posix.dirname(path), address)) : null;
    if (beside !== null) paths.add(beside);
    return null;
  };
  rewriteCss(css, note(files), note(sheets));
  return [...new Set([...sheets, ...files])];
}
