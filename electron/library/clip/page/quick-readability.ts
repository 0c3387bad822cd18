// Readability with two questions that it puts to thousands of elements asked in another order: the answers are the same, but the
// text of each element is no longer put together before anything cheaper was looked at.
import { Readability } from '@mozilla/readability';
import type { DomElement, DomNode } from '@mozilla/readability/JSDOMParser.js';

const TEXT = 3;

export class QuickReadability extends Readability {
  declare readonly REGEXPS: { readonly byline: RegExp };

  _isValidByline(node: DomElement, names: string): boolean {
    const isNamed =
      node.getAttribute('rel') === 'author' ||
      node.getAttribute('itemprop')?.includes('author') ||
      this.REGEXPS.byline.test(names);
    if (!isNamed) return false;
    const { length } = node.textContent.trim();
    return length > 0 && length < 100;
  }

  _isElementWithoutContent(node: DomElement): boolean {
    if (node.nodeType !== 1 || hasText(node)) return false;
    const inside = node.children.length;
    const lines = () =>
      node.getElementsByTagName('br').length + node.getElementsByTagName('hr').length;
    return inside === 0 || inside === lines();
  }
}

/** Loops rather than recurses: foreign trees are deep. */
function hasText(root: DomNode): boolean {
  const waiting: DomNode[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    for (const child of node.childNodes) {
      if (child.nodeType !== TEXT) waiting.push(child);
      else if (child.textContent.trim() !== '') return true;
    }
  }
  return false;
}
