// Reader content to plain text. One function makes both texts, so that they cannot drift apart.
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { OUR_ATTRIBUTE } from './allow-list.ts';
import { attr, isElement, isText } from './tree.ts';

const BLOCKS = new Set(
  'address article aside blockquote caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const CELLS = new Set(['td', 'th']);

/**
 * Blocks are lines, `br` is a line break, cells are parted by tabs, `pre` keeps its white space.
 * @param which reader text holds everything; body text leaves out what is marked as furniture
 */
export function textOf(content: Tree.ParentNode, which: 'reader' | 'body'): string {
  const out = new Lines();
  const open: { nodes: Tree.ChildNode[]; at: number; end: (() => void) | null }[] = [
    { nodes: content.childNodes, at: 0, end: null },
  ];
  for (let level = open.at(-1); level; level = open.at(-1)) {
    const node = level.nodes[level.at++];
    if (!node) {
      open.pop()?.end?.();
    } else if (isText(node)) {
      out.text(node.value);
    } else if (isElement(node)) {
      if (which === 'body' && attr(node, OUR_ATTRIBUTE) !== null) {
        out.line();
        continue;
      }
      const name = node.tagName;
      if (name === 'br') out.line();
      else if (CELLS.has(name)) out.cell();
      else if (BLOCKS.has(name)) out.line();
      if (name === 'pre') out.keepSpace++;
      const end =
        name === 'pre'
          ? () => {
              out.keepSpace--;
              out.line();
            }
          : BLOCKS.has(name)
            ? () => out.line()
            : null;
      open.push({ nodes: node.childNodes, at: 0, end });
    }
  }
  return out.done();
}

/** Collects text line by line, white space as a browser shows it. */
class Lines {
  keepSpace = 0;
  private lines: string[] = [];
  private current = '';
  /** Kept beside the line: to look at the end of a string that is being built costs its whole length. */
  private endsInSpace = true;

  text(value: string): void {
    if (this.keepSpace > 0) {
      this.preformatted(value);
      return;
    }
    const collapsed = value.replace(/[ \t\n\r\f]+/g, ' ');
    const added = this.endsInSpace && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed;
    if (added === '') return;
    this.current += added;
    this.endsInSpace = added.endsWith(' ');
  }

  private preformatted(value: string): void {
    const [first = '', ...rest] = value.split('\n');
    this.current += first;
    for (const line of rest) {
      this.lines.push(this.current.trimEnd());
      this.current = line;
    }
  }

  line(): void {
    const trimmed = this.keepSpace > 0 ? this.current.trimEnd() : this.current.trim();
    if (trimmed !== '') this.lines.push(trimmed);
    this.start('');
  }

  /** The first cell of a row begins its line, every other one comes after a tab. */
  cell(): void {
    const trimmed = this.current.trimEnd();
    this.start(trimmed.trim() === '' ? '' : `${trimmed}\t`);
  }

  done(): string {
    this.line();
    return this.lines.join('\n');
  }

  private start(line: string): void {
    this.current = line;
    this.endsInSpace = true;
  }
}
