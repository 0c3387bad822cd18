// Readability's package brings a document model of its own, and no types for it. Only what is made of it here.
declare module '@mozilla/readability/JSDOMParser.js' {
  export interface DomNode {
    readonly nodeType: number;
    readonly childNodes: readonly DomNode[];
    readonly textContent: string;
    appendChild(child: DomNode): void;
  }
  export interface DomElement extends DomNode {
    readonly children: readonly DomElement[];
    getAttribute(name: string): string | undefined;
    getElementsByTagName(name: string): readonly DomElement[];
    setAttribute(name: string, value: string): void;
  }
  export interface DomDocument extends DomNode {
    title: string;
    documentElement?: DomElement;
    head?: DomElement;
    body?: DomElement;
    createElement(tagName: string): DomElement;
    createTextNode(value: string): DomNode;
  }
  export default class JSDOMParser {
    parse(markup: string, url: string): DomDocument;
  }
}
