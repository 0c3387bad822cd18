// Style sheets that a page names and that a browser saved beside it.
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { MAX_SHEETS } from '../limits.ts';
import { companionOf } from './image-sources.ts';
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

/** @returns their paths, in their order */
export function sheetsBeside(document: Tree.Document): string[] {
  const paths = new Set<string>();
  eachElement(document, (any) => {
    const path = isSheet(any) ? sheetPath(attr(any, 'href') ?? '') : null;
    if (path !== null && paths.size < MAX_SHEETS) paths.add(path);
  });
  return [...paths];
}
