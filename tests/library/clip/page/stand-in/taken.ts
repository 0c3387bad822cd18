// Labelled pages, and which of them are taken for what a site shows in place of a page.
import { buildTree } from '#library/clip/page/build-tree.ts';
import { decode } from '#library/clip/page/decode.ts';
import { guard } from '#library/clip/page/guard.ts';
import { standInOf } from '#library/clip/page/stand-in/stand-in-of.ts';
import { type LabelledPage, labelledPages } from '../../../../fitting/labelled-pages.ts';

/** @param folder null gives none */
export const pagesOf = (folder: string | null, known: 'whole' | 'passages'): LabelledPage[] =>
  folder === null
    ? []
    : labelledPages(folder).filter(({ body }) => (body !== null) === (known === 'whole'));

export const taken = (pages: readonly LabelledPage[]): string[] =>
  pages.flatMap(({ url, bytes }) => {
    const { text } = decode(bytes, 'html', null);
    const kind = standInOf(buildTree(guard(text).html), url);
    return kind === null ? [] : [`${kind}: ${url}`];
  });
