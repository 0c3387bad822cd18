// Small verbs for the trees that parse5 builds: plain objects, so that steps can work on them without a DOM.
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

export type Element = Tree.Element;
export type Parent = Tree.ParentNode;
export type Node = Tree.ChildNode;

export const isElement = (node: Tree.Node): node is Element => 'tagName' in node;
export const isText = (node: Tree.Node): node is Tree.TextNode => node.nodeName === '#text';
export const isComment = (node: Tree.Node): node is Tree.CommentNode =>
  node.nodeName === '#comment';

export const parentOf = (node: Parent): Parent | null => (isElement(node) ? node.parentNode : null);

/** The nearest of an element and what is around it of which something holds. */
export function closest(from: Parent | null, is: (any: Parent) => boolean): Parent | null {
  for (let up = from; up; up = parentOf(up)) if (is(up)) return up;
  return null;
}

/** The value of an attribute; null where there is none. */
export function attr(element: Element, name: string): string | null {
  for (const { name: own, value } of element.attrs) if (own === name) return value;
  return null;
}

export function setAttr(element: Element, name: string, value: string): void {
  const own = element.attrs.find((candidate) => candidate.name === name);
  if (own) own.value = value;
  else element.attrs.push({ name, value });
}

export function removeAttr(element: Element, name: string): void {
  element.attrs = element.attrs.filter((own) => own.name !== name);
}

/** Class and id as one lower-case string: what pages say about the role of an element. */
export const namesOf = (element: Element): string =>
  `${attr(element, 'class') ?? ''} ${attr(element, 'id') ?? ''}`.toLowerCase();

/**
 * Visits every element below a node, parents first. Loops rather than recurses: foreign trees are deep.
 * @param visit returns false to leave the children of an element out
 */
export function eachElement(root: Parent, visit: (element: Element) => unknown): void {
  const open: { elements: Element[]; at: number }[] = [];
  // Of what stands there when its parent has been visited: visitors take things out, and put others in.
  const enter = ({ childNodes }: Parent) => {
    const elements: Element[] = [];
    for (const node of childNodes) if (isElement(node)) elements.push(node);
    if (elements.length > 0) open.push({ elements, at: 0 });
  };
  enter(root);
  for (let level = open.at(-1); level; level = open.at(-1)) {
    const element = level.elements[level.at++];
    if (!element) open.pop();
    else if (visit(element) !== false) enter(element);
  }
}

/** All text below a node, as it stands. For names and labels; texts of articles are made by text-of.ts. */
export function rawText(root: Tree.Node): string {
  let text = '';
  const waiting: Tree.Node[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isText(node)) text += node.value;
    else if ('childNodes' in node)
      for (let i = node.childNodes.length - 1; i >= 0; i--)
        waiting.push(node.childNodes[i] as Node);
  }
  return text;
}

/** Takes nodes out, all at once: one by one takes time by the square of their number. */
export function removeNodes(nodes: Iterable<Node>): void {
  const gone = new Set(nodes);
  const parents = new Set<Parent>();
  for (const node of gone) if (node.parentNode) parents.add(node.parentNode);
  for (const parent of parents) {
    parent.childNodes = parent.childNodes.filter((node) => !gone.has(node));
  }
  for (const node of gone) node.parentNode = null;
}

/** Puts nodes in the place of another. */
export function replace(node: Node, ...others: Node[]): void {
  const parent = node.parentNode;
  if (!parent) return;
  const at = parent.childNodes.indexOf(node);
  parent.childNodes.splice(at, 1, ...others);
  node.parentNode = null;
  for (const other of others) other.parentNode = parent;
}

/** Takes elements away and leaves their children in their places. */
export function unwrapAll(root: Parent, wrappers: ReadonlySet<Element>): void {
  const opened = (node: Node): Node[] =>
    isElement(node) && wrappers.has(node) ? node.childNodes.flatMap(opened) : [node];
  const parents: Parent[] = [root];
  eachElement(root, (any) => parents.push(any));
  for (const parent of parents) {
    if (!parent.childNodes.some((node) => isElement(node) && wrappers.has(node))) continue;
    parent.childNodes = parent.childNodes.flatMap(opened);
    for (const node of parent.childNodes) node.parentNode = parent;
  }
}

export function element(
  tagName: string,
  attrs: Record<string, string>,
  children: readonly Node[] = [],
): Element {
  const made: Element = {
    nodeName: tagName,
    tagName,
    attrs: Object.entries(attrs).map(([name, value]) => ({ name, value })),
    namespaceURI: 'http://www.w3.org/1999/xhtml' as Element['namespaceURI'],
    parentNode: null,
    childNodes: [...children],
  };
  for (const child of children) child.parentNode = made;
  return made;
}

export const text = (value: string): Tree.TextNode => ({
  nodeName: '#text',
  value,
  parentNode: null,
});
