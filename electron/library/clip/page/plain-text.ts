// Plain text as a page: paragraphs by blank lines, lines kept where they are meant, a title from its first words.
import { MAX_MADE_TITLE_LENGTH } from '../limits.ts';
import { oneLine } from './one-line.ts';
import { shorten } from './shorten.ts';
import { element, type Node, text } from './tree.ts';

export interface PlainPage {
  readonly title: string;
  readonly content: Node[];
}

/** Lines under that are broken by hand rather than at the edge of a page: verses, addresses. */
const SHORT_LINE = 45;
const LIST_ITEM = /^\s*(?:[-*+•–—]|\d{1,3}[.)]|\[[ x]\])\s+\S/;
const CODE_LINE = /^(?: {4,}|\t)\S/;

export function readPlainText(source: string): PlainPage {
  const paragraphs = source
    .replace(/\r\n?|\u2028/g, '\n')
    .replace(/\f|\u2029/g, '\n\n')
    .split(/\n(?:[ \t\u00a0]*\n)+/)
    .map((paragraph) => paragraph.replace(/^\n+|\s+$/g, ''))
    .filter((paragraph) => paragraph.trim() !== '');
  const first = paragraphs[0] ?? '';
  const heading = headingOf(first, paragraphs.length);
  const title = heading ?? firstSentence(oneLine(first));
  const content = heading === null ? paragraphs : withoutFirstLine(paragraphs);
  return { title: shorten(title, MAX_MADE_TITLE_LENGTH), content: content.map(toElement) };
}

/** A first line that stands for itself and does not end like a sentence. */
function headingOf(first: string, paragraphs: number): string | null {
  const [line = '', ...rest] = first.split('\n');
  const bare = oneLine(line.replace(/^#{1,6}\s+/, ''));
  const ownLine =
    rest.length === 0 ||
    /^[=-]{3,}\s*$/.test(rest[0] ?? '') ||
    (bare.length < 80 && /^\s*(?:by|von|par|por)\s/i.test(rest[0] ?? ''));
  if (
    !ownLine ||
    (paragraphs < 2 && rest.length === 0) ||
    bare === '' ||
    bare.length > MAX_MADE_TITLE_LENGTH
  )
    return null;
  if (LIST_ITEM.test(line) || CODE_LINE.test(line)) return null;
  return /[.;,:。]$/.test(bare) && !/(?:\.\.\.|…)$/.test(bare) ? null : bare;
}

/** The title is shown by itself: it is not said again as the first line of the text. */
function withoutFirstLine(paragraphs: readonly string[]): string[] {
  const [first = '', ...others] = paragraphs;
  const rest = first
    .split('\n')
    .slice(1)
    .filter((line, at) => at > 0 || !/^[=-]{3,}\s*$/.test(line))
    .join('\n');
  return rest.trim() === '' ? others : [rest, ...others];
}

/** Up to the end of the first sentence that is long enough to be recognised by. */
function firstSentence(line: string): string {
  const end = /^.{15,}?(?:[.!?…](?=["'”’»)\]]*\s)|[。！？])/u.exec(line);
  return (end?.[0] ?? line).replace(/[.。]$/, '');
}

function toElement(paragraph: string): Node {
  const lines = paragraph.split('\n');
  if (lines.every((line) => CODE_LINE.test(line) || line.trim() === ''))
    return element('pre', {}, [text(outdented(lines))]);
  if (lines.length > 1 && lines.every((line) => LIST_ITEM.test(line))) return list(lines);
  const kept =
    lines.length > 1 &&
    (lines.every((line) => line.trim().length < SHORT_LINE) ||
      lines.some((line) => LIST_ITEM.test(line)));
  if (!kept) return element('p', {}, [text(lines.map((line) => line.trim()).join(' '))]);
  return element(
    'p',
    {},
    lines.flatMap((line, at) => [...(at > 0 ? [element('br', {})] : []), text(line.trim())]),
  );
}

function list(lines: readonly string[]): Node {
  const ordered = lines.every((line) => /^\s*\d/.test(line));
  const items = lines.map((line) =>
    element('li', {}, [text(line.replace(/^\s*(?:[-*+•–—]|\d{1,3}[.)])\s+/, ''))]),
  );
  const start = ordered ? (/\d+/.exec(lines[0] ?? '')?.[0] ?? '1') : '1';
  return element(ordered ? 'ol' : 'ul', start === '1' ? {} : { start }, items);
}

/** Without the white space that all lines begin with. */
function outdented(lines: readonly string[]): string {
  const indent = Math.min(
    ...lines.filter((line) => line.trim() !== '').map((line) => /^\s*/.exec(line)?.[0].length ?? 0),
  );
  return lines.map((line) => line.slice(indent)).join('\n');
}
