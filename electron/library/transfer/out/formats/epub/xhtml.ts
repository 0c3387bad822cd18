// Reader content as XHTML that every checker of books takes: browsers forgive what a page does with its elements, a schema does not.
// What stands where it must not becomes a plain element; no word is lost.
import { escapeMarkup, webAddress } from '../escape-markup.ts';
import { type MarkupElement, type MarkupNode, markupTree, textOfNodes } from '../markup-tree.ts';
import { mathXml } from './math-xml.ts';

/** What may stand where: blocks and words, or words alone. */
type Where = 'flow' | 'phrasing';

export interface Xhtml {
  readonly markup: string;
  readonly hasMath: boolean;
}

const INLINE = new Set(
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark math q rp rt ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);
/** Stay what they are where blocks may stand. */
const FLOW = new Set('article aside blockquote div section'.split(' '));
/** Hold words alone. */
const WORDS = new Set('h1 h2 h3 h4 h5 h6 p pre'.split(' '));
const PLAIN = new Set(
  'abbr b bdi cite code em i kbd mark q s samp small span strong sub sup u var'.split(' '),
);

/** @param html as the sanitiser wrote it, with pictures at paths in the book */
export function toXhtml(html: string): Xhtml {
  const tree = markupTree(html);
  const writer = new XhtmlWriter(idsIn(tree));
  const markup = writer.nodes(tree, 'flow');
  return { markup, hasMath: writer.hasMath };
}

function idsIn(nodes: readonly MarkupNode[], found = new Set<string>()): Set<string> {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    if (node.attributes.id) found.add(node.attributes.id);
    idsIn(node.children, found);
  }
  return found;
}

class XhtmlWriter {
  hasMath = false;
  /** That a link may lead to. */
  readonly #targets: ReadonlySet<string>;
  /** An id names one element. */
  readonly #used = new Set<string>();

  constructor(targets: ReadonlySet<string>) {
    this.#targets = targets;
  }

  nodes(nodes: readonly MarkupNode[], where: Where): string {
    return nodes
      .map((node) => (typeof node === 'string' ? escapeMarkup(node) : this.#element(node, where)))
      .join('');
  }

  #element(element: MarkupElement, where: Where): string {
    const { tag, children } = element;
    if (tag === 'math') return this.#math(element);
    if (tag === 'br' || tag === 'wbr') return `<${tag}/>`;
    if (tag === 'img') return this.#image(element);
    if (tag === 'hr') return where === 'flow' ? '<hr/>' : '';
    if (tag === 'ruby') return this.#ruby(element);
    if (INLINE.has(tag)) return this.#inline(element, where);
    // Words alone may stand here: a block among them is words as well, on a line of its own.
    if (where === 'phrasing') return `${this.#wrap('span', element, 'phrasing')}<br/>`;
    if (FLOW.has(tag)) return this.#wrap(tag, element, 'flow');
    if (WORDS.has(tag)) return this.#wrap(tag, element, 'phrasing');
    switch (tag) {
      case 'ul':
      case 'ol':
        return this.#list(element);
      case 'dl':
        return this.#definitions(element);
      case 'table':
        return this.#table(element);
      case 'figure':
        return this.#figure(element);
      case 'summary':
        return this.#wrap('p', element, 'phrasing');
    }
    // Cells without a table, entries without a list, headers within headers.
    return children.length === 0 ? '' : this.#wrap('div', element, 'flow');
  }

  #wrap(tag: string, { attributes, children }: MarkupElement, where: Where, more = ''): string {
    return `<${tag}${this.#common(attributes)}${more}>${this.nodes(children, where)}</${tag}>`;
  }

  #common({ id, lang, dir, class: name }: MarkupElement['attributes']): string {
    const parts: string[] = [];
    if (id && !this.#used.has(id)) {
      this.#used.add(id);
      parts.push(` id="${escapeMarkup(id)}"`);
    }
    const language = lang && canonicalLanguage(lang);
    if (language) parts.push(` lang="${language}" xml:lang="${language}"`);
    if (dir) parts.push(` dir="${escapeMarkup(dir)}"`);
    if (name) parts.push(` class="${escapeMarkup(name)}"`);
    return parts.join('');
  }

  #inline(element: MarkupElement, where: Where): string {
    const { tag, attributes } = element;
    const hasBlocks = hasBlock(element.children);
    if (tag === 'a') {
      const href = this.#href(attributes.href);
      // A link may hold whatever may stand where it stands.
      if (href !== null) return this.#wrap('a', element, where, ` href="${escapeMarkup(href)}"`);
    } else if (!hasBlocks) {
      const title =
        tag === 'abbr' && attributes.title ? ` title="${escapeMarkup(attributes.title)}"` : '';
      if (tag === 'bdo' && attributes.dir && attributes.dir !== 'auto') {
        return this.#wrap('bdo', element, 'phrasing');
      }
      if (PLAIN.has(tag)) return this.#wrap(tag, element, 'phrasing', title);
    }
    return hasBlocks && where === 'flow'
      ? this.#wrap('div', element, 'flow')
      : this.#wrap('span', element, 'phrasing');
  }

  #href(href: string | undefined): string | null {
    if (href === undefined) return null;
    if (href.startsWith('#')) return this.#targets.has(href.slice(1)) ? href : null;
    if (/^mailto:[\w.+-]+@[\w.-]+$/i.test(href)) return href;
    return webAddress(href);
  }

  #image({ attributes }: MarkupElement): string {
    const size = ['width', 'height']
      .filter((name) => /^[1-9]\d{0,4}$/.test(attributes[name] ?? ''))
      .map((name) => ` ${name}="${attributes[name]}"`);
    return `<img src="${escapeMarkup(attributes.src ?? '')}" alt="${escapeMarkup(attributes.alt ?? '')}"${size.join('')}/>`;
  }

  #math(element: MarkupElement): string {
    const xml = mathXml(element);
    if (xml === null) {
      const words = element.attributes.alttext || textOfNodes(element.children);
      return `<code>${escapeMarkup(words)}</code>`;
    }
    this.hasMath = true;
    return xml;
  }

  /** Words, and how each is read: in turn, or it is no ruby. */
  #ruby(element: MarkupElement): string {
    const kinds = element.children.map((child) => {
      if (typeof child === 'string') return child.trim() === '' ? '' : 'w';
      if (child.tag === 'rt') return 't';
      if (child.tag === 'rp') return 'p';
      return hasBlock([child]) || child.tag === 'ruby' ? 'x' : 'w';
    });
    if (!/^(?:w+(?:t|ptp))+$/.test(kinds.join(''))) return this.#wrap('span', element, 'phrasing');
    const inner = element.children.map((child) =>
      typeof child !== 'string' && (child.tag === 'rt' || child.tag === 'rp')
        ? this.#wrap(child.tag, child, 'phrasing')
        : this.nodes([child], 'phrasing'),
    );
    return `<ruby${this.#common(element.attributes)}>${inner.join('')}</ruby>`;
  }

  #list(element: MarkupElement): string {
    const { tag, attributes } = element;
    const { start, type } = attributes;
    const more = [
      tag === 'ol' && start && /^-?\d{1,6}$/.test(start) && ` start="${start}"`,
      tag === 'ol' && attributes.reversed !== undefined && ' reversed="reversed"',
      tag === 'ol' && type && /^[1aAiI]$/.test(type) && ` type="${type}"`,
    ].filter(Boolean);
    const items = element.children.flatMap((child) => {
      if (typeof child === 'string')
        return child.trim() === '' ? [] : `<li>${escapeMarkup(child)}</li>`;
      if (child.tag !== 'li') return `<li>${this.#element(child, 'flow')}</li>`;
      const { value } = child.attributes;
      const number = tag === 'ol' && value && /^-?\d{1,6}$/.test(value) ? ` value="${value}"` : '';
      return this.#wrap('li', child, 'flow', number);
    });
    return `<${tag}${this.#common(attributes)}${more.join('')}>${items.join('')}</${tag}>`;
  }

  #definitions(element: MarkupElement): string {
    const parts = element.children.filter((child) => typeof child !== 'string' || child.trim());
    const kinds = parts.map((part) =>
      typeof part === 'string' ? 'x' : part.tag === 'dt' ? 't' : part.tag === 'dd' ? 'd' : 'x',
    );
    if (!/^(?:t+d+)+$/.test(kinds.join(''))) return this.#wrap('div', element, 'flow');
    const inner = parts.map((part) =>
      typeof part === 'string'
        ? ''
        : this.#wrap(part.tag, part, part.tag === 'dt' ? 'phrasing' : 'flow'),
    );
    return `<dl${this.#common(element.attributes)}>${inner.join('')}</dl>`;
  }

  #figure(element: MarkupElement): string {
    const isCaption = (child: MarkupNode) =>
      typeof child !== 'string' && child.tag === 'figcaption';
    const caption = element.children.find(isCaption);
    const others = element.children.filter((child) => child !== caption);
    const below =
      caption === undefined || typeof caption === 'string'
        ? ''
        : this.#wrap('figcaption', caption, 'flow');
    return `<figure${this.#common(element.attributes)}>${this.nodes(others, 'flow')}${below}</figure>`;
  }

  #table(element: MarkupElement): string {
    const rows = { head: '', body: '' };
    let caption = '';
    const collect = (nodes: readonly MarkupNode[], part: 'head' | 'body') => {
      for (const child of nodes) {
        if (typeof child === 'string') continue;
        if (child.tag === 'tr') rows[part] += this.#row(child);
        else if (child.tag === 'thead') collect(child.children, rows.body === '' ? 'head' : 'body');
        else if (child.tag === 'tbody' || child.tag === 'tfoot') collect(child.children, 'body');
        else if (child.tag === 'caption' && caption === '') {
          caption = this.#wrap('caption', child, 'phrasing');
        }
      }
    };
    collect(element.children, 'body');
    const head = rows.head === '' ? '' : `<thead>${rows.head}</thead>`;
    const body = rows.body === '' ? '' : `<tbody>${rows.body}</tbody>`;
    return `<table${this.#common(element.attributes)}>${caption}${head}${body}</table>`;
  }

  #row({ attributes, children }: MarkupElement): string {
    const cells = children.map((cell) => {
      if (typeof cell === 'string' || (cell.tag !== 'td' && cell.tag !== 'th')) return '';
      const spans = ['colspan', 'rowspan']
        .filter((name) => /^[1-9]\d{0,2}$/.test(cell.attributes[name] ?? ''))
        .map((name) => ` ${name}="${cell.attributes[name]}"`);
      return this.#wrap(cell.tag, cell, cell.tag === 'th' ? 'phrasing' : 'flow', spans.join(''));
    });
    return `<tr${this.#common(attributes)}>${cells.join('')}</tr>`;
  }
}

const hasBlock = (nodes: readonly MarkupNode[]): boolean =>
  nodes.some(
    (node) =>
      typeof node !== 'string' &&
      (!INLINE.has(node.tag) || (node.tag !== 'math' && hasBlock(node.children))),
  );

export function canonicalLanguage(lang: string): string | null {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? null;
  } catch {
    return null;
  }
}
