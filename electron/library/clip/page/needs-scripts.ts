// Whether a page has less text than its head promises, because scripts are to bring the rest. For pages with little text alone:
// what can be read as it is needs nobody to run anything.
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Metadata } from './metadata/read-metadata.ts';
import { oneLine } from './one-line.ts';
import { attr, eachElement, isElement, namesOf, type Parent, rawText } from './tree.ts';
import { countWords } from './word-count.ts';

/** With more words a page without a promise is what it is. */
const FEW_WORDS = 60;
/** With more words it can be read, whatever it promises: what is counted may be more than the text. */
const MANY_WORDS = 200;
/** Of the words that are promised. */
const LEAST_KEPT = 0.4;
/** A promise of so few words may be a teaser. */
const LEAST_PROMISE = 100;
/** A description is an excerpt or a summary, and shorter than what it describes. */
const LEAST_DESCRIPTION = 15;

/** @param page a tree that nothing was taken out of; made only where it is looked at */
export function needsScripts(
  wordCount: number,
  { description, promisedWords }: Pick<Metadata, 'description' | 'promisedWords'>,
  page: () => Tree.Document,
): boolean {
  if (wordCount >= MANY_WORDS) return false;
  const described = countWords(description ?? '');
  const isLess =
    (promisedWords >= LEAST_PROMISE && wordCount < promisedWords * LEAST_KEPT) ||
    (described >= LEAST_DESCRIPTION && wordCount < described);
  if (!isLess && wordCount >= FEW_WORDS) return false;
  const { hasScripts, hasEmptyRoot, asksForScripts } = signsOf(page());
  return hasScripts && (isLess || hasEmptyRoot || asksForScripts);
}

/** Elements into which scripts put a page, by the names that the programs for it use. */
const ROOT =
  /^(?:root|app|react-?root|react-?app|app-?root|main-?app|application|mount|__next|__nuxt|___gatsby|svelte|ember-?app|vue-?app|ng-?app)$/;
const DATA = /json|template|^text\/(?!javascript|ecmascript)/i;
const SCRIPTS = /javascript|java script|скрипт|スクリプト|자바스크립트|جافا سكريبت|脚本/iu;

function signsOf(page: Parent): {
  hasScripts: boolean;
  hasEmptyRoot: boolean;
  asksForScripts: boolean;
} {
  const signs = { hasScripts: false, hasEmptyRoot: false, asksForScripts: false };
  eachElement(page, (any) => {
    if (any.tagName === 'script') {
      signs.hasScripts ||= attr(any, 'src') !== null && !DATA.test(attr(any, 'type') ?? '');
      signs.hasScripts ||= attr(any, 'type') === null && rawText(any).length > 200;
    } else if (any.tagName === 'noscript') {
      const words = oneLine(rawText(any).replace(/<[^>]*>/g, ' '));
      signs.asksForScripts ||= words.length < 1000 && SCRIPTS.test(words);
    } else if (/^(?:div|main|section)$/.test(any.tagName) || any.tagName.includes('-')) {
      const isRoot =
        any.tagName === 'app-root' ||
        namesOf(any)
          .split(/\s+/)
          .some((name) => ROOT.test(name));
      signs.hasEmptyRoot ||= isRoot && isEmpty(any);
    }
    return true;
  });
  return signs;
}

/** Nothing to be read: a picture that turns round while one waits is nothing. */
function isEmpty(root: Parent): boolean {
  let text = '';
  const add = (parent: Parent) => {
    for (const node of parent.childNodes) if (!isElement(node)) text += rawText(node);
  };
  add(root);
  eachElement(root, (any) => {
    if (/^(?:script|style|noscript|svg)$/.test(any.tagName)) return false;
    add(any);
    return true;
  });
  return text.trim().length < 40;
}
