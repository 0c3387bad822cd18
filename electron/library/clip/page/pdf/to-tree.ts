// Step 10: blocks become headings, paragraphs, lists and code, on the way to the sanitizer that all pages go.
import { type Element, element, text } from '../tree.ts';
import { type Block, type BodyType, isLarge, isSameSize, LEADERS } from './blocks.ts';
import type { Line } from './lines.ts';
import { mended, type Vocabulary } from './mend.ts';
import { roundTo } from './piece.ts';

export interface TextBlock {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'code';
  readonly text: string;
  readonly size: number;
}

const BULLET = /^[•‣▪▫■□●○◦◆◇➢➤✓∙·]\s*/u;
const NUMBERED = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}\.|[A-Z]\.)\s+\p{Lu}/u;

export function textBlocks(
  blocks: readonly Block[],
  body: BodyType,
  words: Vocabulary,
): TextBlock[] {
  return blocks.map((block) => {
    const { lines, size } = block;
    if (lines.every(({ isMono }) => isMono) && lines.length > 1) {
      return { kind: 'code', text: codeOf(lines), size };
    }
    const whole = mended(
      lines.map((line) => line.text),
      words,
    );
    if (BULLET.test(whole)) return { kind: 'item', text: whole.replace(BULLET, ''), size };
    return { kind: isHeading(block, whole, body) ? 'heading' : 'paragraph', text: whole, size };
  });
}

function isHeading({ lines, size, font }: Block, whole: string, body: BodyType): boolean {
  if (!/\p{L}{2}/u.test(whole) || whole.length > 250 || lines.length > 5) return false;
  if (LEADERS.test(whole)) return false;
  if (isLarge(size, body)) return !/[.,;]$/.test(whole) || whole.length < 60;
  // As large as the text, but in a face of its own: numbered, or in capitals throughout.
  if (lines.length > 2 || font === body.font || !isSameSize(size, body.size)) return false;
  if (/[.,;:]$/.test(whole) || whole.length > 120) return false;
  return NUMBERED.test(whole) || (/\p{Lu}{2}/u.test(whole) && !/\p{Ll}/u.test(whole));
}

/** Lines as they stand, indented by as many characters as they are on the page. */
function codeOf(lines: readonly Line[]): string {
  const edge = Math.min(...lines.map(({ start }) => start));
  return lines
    .map(({ text: line, start, end }) => {
      const width = (end - start) / Math.max(1, line.length);
      const indent = width > 0 ? Math.min(80, Math.round((start - edge) / width)) : 0;
      return `${' '.repeat(indent)}${line}`;
    })
    .join('\n');
}

/** The title is above the text already: headings begin one below. */
const LEVELS = ['h2', 'h3', 'h4'] as const;

export function toTree(blocks: readonly TextBlock[]): Element {
  const sizes = blocks
    .filter(({ kind }) => kind === 'heading')
    .map(({ size }) => roundTo(size, 0.5));
  const tiers = [...new Set(sizes)].sort((a, b) => b - a);
  const nodes: Element[] = [];
  for (const { kind, text: words, size } of blocks) {
    const last = nodes.at(-1);
    switch (kind) {
      case 'heading': {
        const tier = Math.min(tiers.indexOf(roundTo(size, 0.5)), LEVELS.length - 1);
        nodes.push(element(LEVELS[tier] ?? 'h4', {}, [text(words)]));
        break;
      }
      case 'item': {
        const item = element('li', {}, [text(words)]);
        if (last?.tagName !== 'ul') nodes.push(element('ul', {}, [item]));
        else {
          item.parentNode = last;
          last.childNodes.push(item);
        }
        break;
      }
      case 'code':
        nodes.push(element('pre', {}, [element('code', {}, [text(words)])]));
        break;
      case 'paragraph':
        nodes.push(element('p', {}, [text(words)]));
    }
  }
  return element('div', {}, nodes);
}
