// Step 2: the pieces of one page, turned upright. Foreign numbers: whatever is not finite is passed over.
import type { PDFPageProxy, TextContent, TextItem } from 'pdfjs-dist/types/src/display/api.d.ts';
import { MAX_PDF_PIECES } from '../../limits.ts';
import { commonest, type PageOfPieces, type Piece } from './piece.ts';

type Matrix = readonly [number, number, number, number, number, number];
type Styles = TextContent['styles'];

/** Of a turn of the page: 0 is upright, 1 reads from top to bottom, 3 from bottom to top. */
type Quarter = 0 | 1 | 2 | 3;

interface Turned {
  readonly quarter: Quarter;
  readonly piece: Piece;
}

/** @throws whatever pdfjs does for a page that is broken */
export async function piecesOf(page: PDFPageProxy): Promise<PageOfPieces> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { items, styles } = await textOf(page);
  const turned = items.flatMap((item) => turn(item, styles, transform as unknown as Matrix) ?? []);
  // A table printed sideways is read sideways; a stamp along the margin is not text of the page.
  const quarter = commonest(
    turned,
    (one) => one.quarter,
    ({ piece }) => piece.text.length,
  );
  const pieces = turned.filter((one) => one.quarter === quarter).map((one) => one.piece);
  return { pieces, ...edges(quarter ?? 0, width, height) };
}

/** Read as it comes, so that a page with millions of pieces costs no more than the first of them. */
async function textOf(page: PDFPageProxy): Promise<{ items: TextItem[]; styles: Styles }> {
  const items: TextItem[] = [];
  const styles: Styles = {};
  const reader = page.streamTextContent().getReader();
  for (;;) {
    const { value, done } = (await reader.read()) as { value?: TextContent; done: boolean };
    if (done || !value) break;
    Object.assign(styles, value.styles);
    for (const item of value.items) if ('str' in item && item.str.trim() !== '') items.push(item);
    if (items.length < MAX_PDF_PIECES) continue;
    await reader.cancel(new Error('The page has more pieces of text than are read.'));
    break;
  }
  return { items, styles };
}

function turn(item: TextItem, styles: Styles, view: Matrix): Turned | null {
  const text = cleaned(item.str);
  const [a, b, c, d, e, f] = multiply(view, item.transform as unknown as Matrix);
  const style = styles[item.fontName];
  const isVertical = style?.vertical === true;
  const size = Math.hypot(c, d);
  const length = (isVertical ? item.height : item.width) * Math.hypot(view[0], view[1]);
  const angle = (Math.atan2(b, a) / Math.PI) * 2 + (isVertical ? 1 : 0);
  const numbers = [size, length, angle, e, f];
  if (text.trim() === '' || !numbers.every(Number.isFinite) || size <= 0) return null;
  // A watermark across the page.
  if (Math.abs(angle - Math.round(angle)) > 0.1) return null;
  const quarter = (((Math.round(angle) % 4) + 4) % 4) as Quarter;
  const [x, y] = upright(quarter, e, f);
  const piece: Piece = {
    text,
    x,
    right: x + Math.abs(length),
    y,
    size,
    font: item.fontName,
    isRtl: item.dir === 'rtl',
    isMono: style?.fontFamily === 'monospace',
  };
  return { quarter, piece };
}

function upright(quarter: Quarter, x: number, y: number): readonly [number, number] {
  switch (quarter) {
    case 0:
      return [x, y];
    case 1:
      return [y, -x];
    case 2:
      return [-x, -y];
    case 3:
      return [-y, x];
  }
}

function edges(quarter: Quarter, width: number, height: number): { top: number; bottom: number } {
  switch (quarter) {
    case 0:
      return { top: 0, bottom: height };
    case 1:
      return { top: -width, bottom: 0 };
    case 2:
      return { top: -height, bottom: 0 };
    case 3:
      return { top: 0, bottom: width };
  }
}

const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

/** Letters joined, or in the form that they have at a place of a word, as faces hold them. */
const LIGATURES = /[\ufb00-\ufdff\ufe70-\ufefc]/g;
/** Signs of symbol fonts, which are bullets where they stand alone and ornaments elsewhere. */
const PRIVATE = /[\ue000-\uf8ff]/g;
const UNSEEN = /[\p{Cc}\u200b\u2060\ufeff\ufffe\uffff]/gu;

function cleaned(text: string): string {
  const plain = text
    .replace(LIGATURES, (sign) => sign.normalize('NFKC'))
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(UNSEEN, '');
  return /^\s*[\ue000-\uf8ff]\s*$/.test(plain) ? '•' : plain.replace(PRIVATE, '');
}
