// A style sheet made inert, with the sheets that it is made of in their places, as far as they are stored.
import { rewriteCss } from './rewrite-css.ts';
import type { Stored } from './stored.ts';

/** Sheets within sheets; beyond that they go in a circle. */
const DEEPEST = 5;

/** @param base where the sheet came from: what its addresses refer to */
export const inertSheet = (
  css: string,
  base: string | null,
  stored: Pick<Stored, 'at' | 'sheet'>,
  depth = 0,
): string =>
  rewriteCss(
    css,
    (address) => stored.at(address, base),
    (address) => {
      const sheet = depth < DEEPEST ? stored.sheet(address, base) : null;
      return sheet && inertSheet(sheet.css, sheet.url, stored, depth + 1);
    },
  );
