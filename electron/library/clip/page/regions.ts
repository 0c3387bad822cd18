// The regions of a page by how much running text they hold: what is left where Readability finds no article.
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { type Block, blocksOf } from './blocks.ts';
import { attr, type Element, eachElement, namesOf, type Parent } from './tree.ts';

const BESIDE = new Set(['aside', 'footer', 'nav', 'form']);
const BESIDE_NAME = /comment|footer|sidebar|cookie|consent|related|newsletter|banner/;

const isProse = ({ words, linkWords, tags, names }: Block): boolean =>
  words >= 12 &&
  linkWords < words * 0.4 &&
  !tags.some((tag) => BESIDE.has(tag)) &&
  !names.some((name) => BESIDE_NAME.test(name));

/** Words in blocks that look like sentences and stand in nothing that calls itself something else. */
export const proseWords = (root: Parent): number =>
  blocksOf(root).reduce((words, block) => (isProse(block) ? words + block.words : words), 0);

const MAIN_NAME =
  /(?:^|[\s_-])(?:(?:article|post|entry|story|page)-?(?:body|content|text)|content|main|hauptinhalt|text)(?:$|[\s_-])/;

/**
 * What a page marks as its main part, if most of its text is there; else its whole body.
 * @returns null where there is no body
 */
export function largestRegion(document: Tree.Document): Element | null {
  let body: Element | null = null;
  const marked: Element[] = [];
  eachElement(document, (element) => {
    if (element.tagName === 'body') body ??= element;
    const role = attr(element, 'role');
    const isMain =
      element.tagName === 'main' ||
      element.tagName === 'article' ||
      role === 'main' ||
      role === 'article';
    if (isMain || attr(element, 'itemprop') === 'articleBody' || MAIN_NAME.test(namesOf(element)))
      marked.push(element);
  });
  if (!body) return null;
  const enough = proseWords(body) * 0.7;
  // From the innermost out: the closest fit that still holds the text.
  const fitting = marked
    .slice(0, 200)
    .reverse()
    .find((element) => proseWords(element) >= enough && enough > 0);
  return fitting ?? body;
}
