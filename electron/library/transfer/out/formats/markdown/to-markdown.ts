// Reader content as Markdown that Obsidian and GitHub read alike. Words of a page stay words: whatever means something to a reader of
// Markdown, or to a plugin that runs what stands in a note, is written so that it does not.
import { markdownText } from '../../../../highlights/markdown-text.ts';
import { webAddress } from '../escape-markup.ts';
import { type MarkupElement, type MarkupNode, markupTree, textOfNodes } from '../markup-tree.ts';

/** Only those: of some other words plugins think that they are to be run. */
const LANGUAGES = new Set(
  'bash c cpp csharp css diff go html java javascript js json kotlin lua markdown php py python r rb ruby rust scala sh sql swift ts typescript xml yaml'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table ul'.split(
    ' ',
  ),
);

/** A bar in code, which means something in a table alone. No text has it. */
const BAR = '\u0001';

/** @param html with pictures at paths in the export */
export const toMarkdown = (html: string): string => `${blocks(markupTree(html))}\n`;

/** Paragraphs with an empty line between. */
function blocks(nodes: readonly MarkupNode[]): string {
  const parts: string[] = [];
  let words: MarkupNode[] = [];
  const flush = () => {
    const line = paragraph(words);
    if (line !== '') parts.push(line);
    words = [];
  };
  for (const node of nodes) {
    if (typeof node === 'string' || !hasBlock(node)) words.push(node);
    else {
      flush();
      const written = block(node);
      if (written !== '') parts.push(written);
    }
  }
  flush();
  return parts.join('\n\n');
}

const hasBlock = (node: MarkupNode): boolean =>
  typeof node !== 'string' && (BLOCKS.has(node.tag) || node.children.some(hasBlock));

function block({ tag, attributes, children }: MarkupElement): string {
  switch (tag) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6': {
      const words = paragraph(children).replaceAll('\\\n', ' ');
      // The article's own title is the only one of the first rank.
      return words === '' ? '' : `${'#'.repeat(Math.min(6, Number(tag[1]) + 1))} ${words}`;
    }
    case 'hr':
      return '---';
    case 'pre':
      return codeBlock(children);
    case 'blockquote':
      return behind('> ', '> ', blocks(children));
    case 'ul':
      return list(children, () => '- ');
    case 'ol': {
      const start = Number(attributes.start ?? 1) || 1;
      return list(children, (at) => `${Math.max(0, start) + at}. `);
    }
    case 'dt':
      return bold(paragraph(children));
    case 'dd':
      return behind(': ', '  ', blocks(children));
    case 'table':
      return table(children);
  }
  return blocks(children);
}

const bold = (words: string): string => (words === '' ? '' : `**${words}**`);

/** The first line behind one mark, all others behind another. */
const behind = (first: string, others: string, text: string): string =>
  text
    .split('\n')
    .map((line, at) => `${at === 0 ? first : others}${line}`.trimEnd())
    .join('\n');

function list(children: readonly MarkupNode[], mark: (at: number) => string): string {
  const items = children.filter((child) => typeof child !== 'string' || child.trim() !== '');
  return items
    .map((item, at) => {
      const inner = typeof item !== 'string' && item.tag === 'li' ? item.children : [item];
      const sign = mark(at);
      return behind(sign, ' '.repeat(sign.length), blocks(inner));
    })
    .join('\n');
}

function codeBlock(children: readonly MarkupNode[]): string {
  const text = textOfNodes(children).replace(/\n$/, '');
  const [code] = children;
  const name = code && typeof code !== 'string' ? code.attributes.class : undefined;
  const language = name?.replace(/^language-/, '').toLowerCase() ?? '';
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${LANGUAGES.has(language) ? language : 'text'}\n${text}\n${fence}`;
}

const longestRun = (text: string): number =>
  Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));

function table(children: readonly MarkupNode[]): string {
  const rows: string[][] = [];
  const above: string[] = [];
  const collect = (nodes: readonly MarkupNode[]) => {
    for (const node of nodes) {
      if (typeof node === 'string') continue;
      if (node.tag === 'caption') above.push(paragraph(node.children));
      else if (node.tag === 'tr') rows.push(node.children.flatMap(cell));
      else collect(node.children);
    }
  };
  collect(children);
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return above.join('\n\n');
  const line = (row: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, at) => row[at] ?? '').join(' | ')} |`;
  const [head = [], ...body] = rows;
  const written = [line(head), line(Array.from({ length: width }, () => '---')), ...body.map(line)];
  return [...above, written.join('\n')].filter(Boolean).join('\n\n');
}

const cell = (node: MarkupNode): string[] =>
  typeof node === 'string'
    ? []
    : [paragraphWithBars(node.children).replaceAll('\\\n', ' ').replaceAll(BAR, '\\|')];

const paragraph = (nodes: readonly MarkupNode[]): string =>
  paragraphWithBars(nodes).replaceAll(BAR, '|');

/** Words on one line, but for the breaks that they have. */
function paragraphWithBars(nodes: readonly MarkupNode[]): string {
  const lines = inline(nodes)
    .split('\0')
    .map((line) => line.replace(/\s+/g, ' ').trim());
  return lines
    .filter((line, at) => line !== '' || (at > 0 && at < lines.length - 1))
    .map(atStart)
    .join('\\\n');
}

/** What makes a list, a heading, a rule or a quotation at the start of a line. */
const atStart = (line: string): string =>
  line.replace(/^(?:[-+=>]|\d{1,9}(?=[.)]))/, (sign) =>
    /\d/.test(sign) ? `${sign}\\` : `\\${sign}`,
  );

/** A break is a zero, which no text has. */
function inline(nodes: readonly MarkupNode[]): string {
  return nodes
    .map((node) => (typeof node === 'string' ? words(node) : inlineElement(node)))
    .join('');
}

function inlineElement(element: MarkupElement): string {
  const { tag, attributes, children } = element;
  switch (tag) {
    case 'br':
      return '\0';
    case 'b':
    case 'strong':
      return around('**', inline(children));
    case 'em':
    case 'i':
    case 'cite':
    case 'dfn':
    case 'var':
      return around('*', inline(children));
    case 'del':
    case 's':
      return around('~~', inline(children));
    case 'mark':
      return around('==', inline(children));
    case 'code':
    case 'kbd':
    case 'samp':
      return code(textOfNodes(children));
    case 'math':
      return code(attributes.alttext || textOfNodes(children));
    case 'img':
      return attributes.src ? `![${words(attributes.alt ?? '')}](<${attributes.src}>)` : '';
    case 'a':
      return link(attributes.href, inline(children));
    case 'sub':
    case 'sup':
      return `<${tag}>${inline(children)}</${tag}>`;
  }
  return BLOCKS.has(tag) ? ` ${inline(children)} ` : inline(children);
}

/** Marks stand at words, never at white space. */
function around(mark: string, text: string): string {
  const [, before = '', inner = '', after = ''] = /^([\s\0]*)(.*?)([\s\0]*)$/s.exec(text) ?? [];
  return inner === '' ? text : `${before}${mark}${inner}${mark}${after}`;
}

function code(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  // Plugins take what begins so for something to be worked out.
  if (/^\s*\$?=/.test(line) || line.trim() === '') return words(line);
  const fence = '`'.repeat(longestRun(line) + 1);
  const room = /^`|`$/.test(line) ? ' ' : '';
  return `${fence}${room}${line.replaceAll('|', BAR)}${room}${fence}`;
}

function link(href: string | undefined, text: string): string {
  const address = href === undefined ? null : webAddress(href);
  if (address === null || text.trim() === '') return text;
  return `[${text}](<${address}>)`;
}

/** Signs that Obsidian gives a meaning beside those of Markdown: comments and marks. */
const words = (text: string): string =>
  markdownText(text.toWellFormed().replace(/[\p{Cc}\u2028\u2029]+/gu, ' '))
    .replace(/^\\(?=[-+=>])|^(\d+)\\/, '$1')
    .replace(/%(?=%)|=(?==)|:(?=:)/g, (sign) => `\\${sign}`);
