// A formula as MathML that a schema takes. The sanitiser has left what browsers draw; where a fraction has one part or a root
// three, it is not drawn but said.
import { escapeMarkup } from '../escape-markup.ts';
import type { MarkupElement, MarkupNode } from '../markup-tree.ts';

/** How many parts each has. */
const PARTS: Readonly<Record<string, number>> = {
  mfrac: 2,
  mroot: 2,
  msub: 2,
  msup: 2,
  munder: 2,
  mover: 2,
  msubsup: 3,
  munderover: 3,
};
const TOKENS = new Set(['mi', 'mn', 'mo', 'ms', 'mtext']);
const GROUPS = new Set(['mrow', 'msqrt', 'mstyle', 'mpadded', 'mphantom', 'menclose', 'merror']);

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  math: ['alttext', 'display', 'dir'],
  mi: ['mathvariant'],
  mo: [
    'accent',
    'fence',
    'form',
    'largeop',
    'lspace',
    'maxsize',
    'minsize',
    'movablelimits',
    'rspace',
    'separator',
    'stretchy',
    'symmetric',
  ],
  mspace: ['depth', 'height', 'width'],
  mfrac: ['linethickness'],
  mover: ['accent'],
  munder: ['accentunder'],
  munderover: ['accent', 'accentunder'],
  mstyle: ['displaystyle', 'scriptlevel'],
  mtable: ['displaystyle'],
  mtd: ['columnspan', 'rowspan', 'columnalign'],
};

/** @returns null where it is no formula by the book */
export function mathXml(math: MarkupElement): string | null {
  const inner = childrenXml(math.children);
  if (inner === null) return null;
  return `<math xmlns="http://www.w3.org/1998/Math/MathML"${attributesXml(math)}>${inner}</math>`;
}

function childrenXml(nodes: readonly MarkupNode[]): string | null {
  const parts: string[] = [];
  for (const node of nodes) {
    if (typeof node === 'string') {
      if (node.trim() !== '') return null;
      continue;
    }
    const xml = elementXml(node);
    if (xml === null) return null;
    parts.push(xml);
  }
  return parts.join('');
}

function elementXml(element: MarkupElement): string | null {
  const { tag, children } = element;
  const elements = children.filter((child) => typeof child !== 'string');
  const wrap = (inner: string | null): string | null =>
    inner === null ? null : `<${tag}${attributesXml(element)}>${inner}</${tag}>`;
  if (TOKENS.has(tag)) {
    return elements.length > 0 ? null : wrap(escapeMarkup(children.join('')));
  }
  if (tag === 'mspace') return wrap('');
  const needed = Object.hasOwn(PARTS, tag) ? PARTS[tag] : undefined;
  if (needed !== undefined) return elements.length === needed ? wrap(childrenXml(children)) : null;
  if (GROUPS.has(tag)) return wrap(childrenXml(children));
  const within: Readonly<Record<string, string>> = { mtable: 'mtr', mtr: 'mtd' };
  const row = Object.hasOwn(within, tag) ? within[tag] : undefined;
  if (row !== undefined) {
    return elements.every((child) => child.tag === row) ? wrap(childrenXml(children)) : null;
  }
  return tag === 'mtd' ? wrap(childrenXml(children)) : null;
}

function attributesXml({ tag, attributes }: MarkupElement): string {
  const known = Object.hasOwn(ATTRIBUTES, tag) ? (ATTRIBUTES[tag] ?? []) : [];
  return known
    .filter((name) => attributes[name] !== undefined)
    .map((name) => ` ${name}="${escapeMarkup(attributes[name] ?? '')}"`)
    .join('');
}
