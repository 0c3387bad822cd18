// What of a page meets the eye, taken down in one walk before anything is taken out: lines and where they stand, fields,
// buttons, and what the head says. Ends early on a page with a lot of text, for that stands in for nothing.
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { MAX_CODE_LENGTH } from '../../limits.ts';
import { isBlock } from '../blocks.ts';
import { oneLine } from '../one-line.ts';
import {
  attr,
  type Element,
  isElement,
  isText,
  type Node,
  namesOf,
  type Parent,
  rawText,
} from '../tree.ts';
import { estimateWords } from '../word-count.ts';
import { type FoundLine, headingOf, inSight, type Line, wordsOf } from './lines.ts';
import * as marks from './marks.ts';
import { withoutTeasers } from './teasers.ts';

export interface Control {
  readonly label: string;
  readonly element: Element;
}

export interface Sight {
  readonly title: string;
  readonly lines: readonly Line[];
  /** Buttons, and links as short as one. */
  readonly controls: readonly Control[];
  /** Fields for a password, outside of menus and of columns beside. */
  readonly passwords: number;
  /** A field for an address or a name, in a form that has none for a text. */
  readonly names: number;
  /** Where forms lead, and where the page goes by itself. */
  readonly targets: readonly string[];
  /** What an element of the page, a script or a frame is called that tells people from machines. */
  readonly checks: number;
  /** The code of the page, as far as it is short. */
  readonly code: readonly string[];
  /** Classes and ids of root and body. */
  readonly rootNames: string;
  /** Nothing is to be seen but what stands there for browsers without scripts. */
  readonly isEmpty: boolean;
  readonly robots: string;
  /** What the head tells those who render the page elsewhere: `404`. */
  readonly status: string;
  /** Links to the front page of a site, and fields to search in, in the middle of the page. */
  readonly homes: readonly string[];
  readonly searches: number;
  /** Links to anywhere, wherever on the page. */
  readonly links: number;
  /** The head says that this is an article. */
  readonly isArticle: boolean;
}

/** More words than these are a text. */
const ENOUGH_WORDS = 1000;
/** And so are more lines than these, whatever stands in them. */
const ENOUGH_LINES = 5000;
const LONGEST_LINE = 5000;
const MOST_CONTROLS = 500;
const SILENT = new Set(
  'style template svg canvas object select datalist math video audio'.split(' '),
);
const LONGEST_DATA = 20_000;
/** Of markup that was not parsed. */
const NO_TEXT = /<(style|script)\b[\s\S]*?<\/\1>|<[^>]*>/gi;
/** A page with fewer has nothing to say that is not said to browsers without scripts as well. */
const FEW_WORDS = 15;
/** A label is short; a link that is longer is a sentence. */
const LONGEST_LABEL = 60;

interface Level {
  readonly node: Parent;
  readonly beside: Element | null;
  readonly isHidden: boolean;
  readonly isLink: boolean;
  readonly heading: number;
  at: number;
}

/** @returns null for a page with so much text that it cannot but be what was asked for */
export function sightOf(document: Tree.Document): Sight | null {
  const lines: FoundLine[] = [];
  const controls: Control[] = [];
  const targets: string[] = [];
  const code: string[] = [];
  const found = {
    title: '',
    passwords: 0,
    names: 0,
    checks: 0,
    rootNames: '',
    robots: '',
    status: '',
    homes: [] as string[],
    searches: 0,
    links: 0,
    isArticle: false,
  };
  let noscript = '';
  let words = 0;
  let line = { text: '', links: '' };

  function endLine({ node, heading, beside, isHidden }: Level): void {
    const text = oneLine(line.text).slice(0, LONGEST_LINE);
    const linked = line.links === '' ? '' : oneLine(line.links).slice(0, LONGEST_LINE);
    line = { text: '', links: '' };
    if (text === '') return;
    const own = Math.max(0, estimateWords(text) - (linked === '' ? 0 : estimateWords(linked)));
    if (!beside && !isHidden) words += own;
    lines.push({ text, words: own, heading, beside, isHidden, element: node });
  }

  /** @returns whether the children are to be seen */
  function meet(element: Element, level: Level): boolean {
    const { tagName } = element;
    const names = namesOf(element);
    if (tagName === 'html' || tagName === 'body') found.rootNames += ` ${names}`;
    else if (names.length > 1 && marks.isCheck(names) && !marks.isWithinWriting(element))
      found.checks++;
    switch (tagName) {
      case 'title':
        found.title ||= oneLine(rawText(element));
        return false;
      case 'meta':
        readMeta(element);
        return false;
      case 'script':
        readScript(element);
        return false;
      case 'noscript':
        noscript += ` ${rawText(element).replace(NO_TEXT, ' ')}`;
        return false;
      case 'iframe':
        if (marks.CHECK_FRAME.test(`${attr(element, 'src') ?? ''} ${attr(element, 'title') ?? ''}`))
          found.checks++;
        return false;
      case 'img':
        if (marks.CHECK_PICTURE.test(attr(element, 'src') ?? '') && !marks.isWithinWriting(element))
          found.checks++;
        return false;
      case 'input':
        readInput(element, level);
        return false;
      case 'form':
        targets.push(attr(element, 'action') ?? '');
        return true;
      case 'button':
        control(element, rawText(element));
        return false;
      case 'a':
        if (attr(element, 'role') === 'button' || !level.beside) control(element, rawText(element));
        return attr(element, 'role') !== 'button' && readLink(attr(element, 'href') ?? '', level);
      default:
        if (attr(element, 'role') !== 'button') return !SILENT.has(tagName);
        control(element, rawText(element));
        return false;
    }
  }

  function control(element: Element, text: string): void {
    const label = oneLine(text || (attr(element, 'aria-label') ?? ''));
    if (label !== '' && label.length <= LONGEST_LABEL && controls.length < MOST_CONTROLS)
      controls.push({ label, element });
  }

  function readLink(href: string, { beside }: Level): true {
    if (href !== '') found.links++;
    if (!beside && marks.HOME.test(href)) found.homes.push(href.trim());
    return true;
  }

  function readMeta(element: Element): void {
    const name = (
      attr(element, 'name') ??
      attr(element, 'property') ??
      attr(element, 'http-equiv') ??
      ''
    ).toLowerCase();
    const content = attr(element, 'content') ?? '';
    if (name === 'robots') found.robots = content.toLowerCase();
    if (name === 'prerender-status-code') found.status = content.trim();
    if (name === 'refresh') targets.push(content.replace(/^[^=]*=\s*/, ''));
    if ((name === 'og:type' && content === 'article') || name === 'article:published_time')
      found.isArticle = true;
  }

  function readScript(element: Element): void {
    const src = attr(element, 'src');
    if (src !== null) found.checks += marks.CHECK_SCRIPT.test(src) ? 1 : 0;
    else if (!/json/i.test(attr(element, 'type') ?? ''))
      code.push(rawText(element).slice(0, MAX_CODE_LENGTH));
    else found.isArticle ||= marks.ARTICLE_DATA.test(rawText(element).slice(0, LONGEST_DATA));
  }

  function readInput(element: Element, { beside, isHidden }: Level): void {
    const type = (attr(element, 'type') ?? 'text').toLowerCase();
    if (type === 'submit' || type === 'button') control(element, attr(element, 'value') ?? '');
    else if (beside || isHidden) return;
    else if (type === 'search' || marks.SEARCH_FIELD.test(attr(element, 'name') ?? ''))
      found.searches++;
    else if (type === 'password') found.passwords++;
    else if (
      type === 'email' ||
      marks.USER_FIELD.test(`${attr(element, 'name') ?? ''} ${attr(element, 'autocomplete') ?? ''}`)
    )
      found.names++;
  }

  const open: Level[] = [
    { node: document, beside: null, isHidden: false, isLink: false, heading: 0, at: 0 },
  ];
  for (let level = open.at(-1); level; level = open.at(-1)) {
    const node: Node | undefined = level.node.childNodes[level.at++];
    if (!node) {
      if (isElement(level.node) && isBlock(level.node)) endLine(level);
      open.pop();
    } else if (isText(node)) {
      line.text += node.value;
      if (level.isLink) line.links += node.value;
    } else if (isElement(node)) {
      const blocks: boolean = isBlock(node);
      if (blocks || node.tagName === 'br' || node.tagName === 'label') endLine(level);
      if (!meet(node, level)) continue;
      open.push({
        node,
        beside: level.beside ?? (marks.isBeside(node) ? node : null),
        isHidden: level.isHidden || marks.isHidden(node),
        isLink: level.isLink || node.tagName === 'a',
        heading: blocks
          ? headingOf(node) || (node.tagName === 'div' ? 0 : level.heading)
          : level.heading,
        at: 0,
      });
    }
    if (words > ENOUGH_WORDS || lines.length > ENOUGH_LINES) return null;
  }
  const seen = withoutTeasers(inSight(lines), found.title);
  const shown = wordsOf(seen.filter(({ isBeside }) => !isBeside));
  const text = shown < FEW_WORDS ? oneLine(noscript) : '';
  if (text !== '') {
    const words = estimateWords(text);
    seen.push({ text, words, heading: 0, isBeside: false, element: document });
  }
  return { ...found, lines: seen, isEmpty: shown === 0, controls, targets, code };
}
