// Reader content as a tree, for formats that are other markup than HTML. It is read as the sanitiser writes it, and only so: names in
// lower case, every value in quotes, everything closed but the few elements that never are. What is otherwise is text.

export interface MarkupElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: MarkupNode[];
}
export type MarkupNode = MarkupElement | string;

const TOKEN = /<(\/?)([a-z][a-z\d]*)((?: [a-z-]+="[^"]*")*)>|([^<]+|<)/g;
const ATTRIBUTE = / ([a-z-]+)="([^"]*)"/g;
const VOID: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img', 'wbr']);

/** @param html as placeImages leaves it */
export function markupTree(html: string): MarkupNode[] {
  const root: MarkupElement = { tag: '', attributes: {}, children: [] };
  const open: MarkupElement[] = [root];
  for (const [, slash, tag, attributes = '', words] of html.matchAll(TOKEN)) {
    const parent = open.at(-1) ?? root;
    if (tag === undefined) parent.children.push(unescaped(words ?? ''));
    else if (slash) {
      const at = open.findLastIndex((element) => element.tag === tag);
      if (at > 0) open.length = at;
    } else {
      const element: MarkupElement = { tag, attributes: attributesOf(attributes), children: [] };
      parent.children.push(element);
      if (!VOID.has(tag)) open.push(element);
    }
  }
  return root.children;
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, unescaped(value)]),
  );

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': '\u00a0',
};

const unescaped = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|nbsp);/g, (entity) => ENTITIES[entity] ?? entity);

export const textOfNodes = (nodes: readonly MarkupNode[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : textOfNodes(node.children))).join('');
