// Footnotes, before extraction: they are short, full of links and stand at the end, which is what an extractor throws out. Told
// by what they do: a mark in the text leads to a block that leads back, or says that it is a note.
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import {
  attr,
  closest,
  type Element,
  eachElement,
  element,
  isElement,
  isText,
  type Node,
  type Parent,
  parentOf,
  rawText,
  removeAttr,
  removeNodes,
  replace,
  text,
} from './tree.ts';

/** `1`, `[12]`, `*`, `iv`, `note 3`. */
const MARK =
  /^[[({]?\s*(?:(?:note|fn|n\.)\s*)?(?:\d{1,4}|[a-z]|[ivxlc]{1,6}|[*†‡§¶‖]{1,4})\s*[\])}]?\.?$/iu;
const BLOCK = /^(?:li|p|dd|dt|div|aside|section|td)$/;
/** Of these the extractor throws out the short ones; of sections it does not. */
const BOX = /^(?:div|aside)$/;
const NOTE_ROLE = /^doc-(?:foot|end)note$/;

/** Letters of a block that is no note any more, but a chapter. */
const MAX_LENGTH = 5000;
/** Letters beside its notes that a box of notes may have: a heading. */
const FEW_LETTERS = 40;

/** @param pageUrls addresses of the page itself, by which some of its links name it */
export function keepNotes(document: Tree.Document, pageUrls: readonly (string | null)[]): void {
  placeSidenotes(document);
  const own = new Set(pageUrls.map((url) => url?.replace(/#.*$/s, '')));
  const places = new Map<string, Element>();
  const marks: { link: Element; to: string }[] = [];
  eachElement(document, (any) => {
    const name = attr(any, 'id') ?? (any.tagName === 'a' ? attr(any, 'name') : null);
    if (name && !places.has(name)) places.set(name, any);
    const to = any.tagName === 'a' ? fragmentOf(any, own) : null;
    if (to !== null && MARK.test(rawText(any).trim())) marks.push({ link: any, to });
  });

  const lengths = new Map<Parent, number>();
  for (const { link, to } of marks) {
    const place = places.get(to);
    const note = place ? blockAround(place) : null;
    if (!note || lengths.has(note) || closest(link, (any) => any === note)) continue;
    const length = lettersIn(note);
    if (length > MAX_LENGTH || !(saysSo(note) || leadsBack(note, link, own))) continue;
    lengths.set(note, length);
    plainNote(note, own);
  }
  keepAround(lengths);
}

function fragmentOf(link: Element, own: ReadonlySet<string | undefined>): string | null {
  const href = attr(link, 'href')?.trim() ?? '';
  const at = href.indexOf('#');
  if (at < 0 || at === href.length - 1) return null;
  if (at > 0 && !own.has(href.slice(0, at))) return null;
  try {
    return decodeURIComponent(href.slice(at + 1));
  } catch {
    return href.slice(at + 1); // A bare %: it is not encoded, then.
  }
}

/** The place itself where it is a block; else the block that it stands in. */
function blockAround(place: Element): Element | null {
  for (let up: Parent | null = place; up && isElement(up); up = parentOf(up))
    if (BLOCK.test(up.tagName)) return up;
  return null;
}

const saysSo = (note: Element): boolean => NOTE_ROLE.test(attr(note, 'role') ?? '');

function leadsBack(note: Element, mark: Element, own: ReadonlySet<string | undefined>): boolean {
  const near = new Set<string>();
  let up: Parent | null = mark;
  for (let level = 0; level < 4 && up && isElement(up); level++, up = parentOf(up)) {
    for (const any of [up, elementBefore(up)]) {
      const name = any && (attr(any, 'id') ?? attr(any, 'name'));
      if (name) near.add(name);
    }
  }
  let found = false;
  eachElement(mark, (any) => void (attr(any, 'id') && near.add(attr(any, 'id') ?? '')));
  eachElement(note, (any) => {
    if (any.tagName === 'a') found ||= near.has(fragmentOf(any, own) ?? '');
    return !found;
  });
  return found;
}

function elementBefore(any: Element): Element | null {
  const siblings = any.parentNode?.childNodes ?? [];
  for (let at = siblings.indexOf(any) - 1; at >= 0; at--) {
    const sibling = siblings[at] as Node;
    if (isElement(sibling)) return sibling;
    if (isText(sibling) && sibling.value.trim() !== '') return null;
  }
  return null;
}

/** Its boxes become sections, its number begins its first paragraph, and its way back can be seen. */
function plainNote(note: Element, own: ReadonlySet<string | undefined>): void {
  eachElement(note, (any) => {
    if (BOX.test(any.tagName)) asSection(any);
    if (any.tagName !== 'a' || fragmentOf(any, own) === null) return;
    if (rawText(any).trim() !== '' || any.childNodes.some(isElement)) return;
    const arrow = text('\u21a9\ufe0e');
    arrow.parentNode = any;
    any.childNodes = [arrow];
  });
  if (!BOX.test(note.tagName)) return;
  asSection(note);
  const paragraph = firstParagraph(note);
  const before = paragraph
    ? note.childNodes.slice(0, note.childNodes.indexOf(outer(paragraph, note)))
    : [];
  const isNumber = before.every(
    (node) => !isElement(node) || /^(?:a|span|sup|b|strong)$/.test(node.tagName),
  );
  if (!paragraph || !isNumber || before.length === 0) return;
  removeNodes(before);
  const moved = [...before, text(' ')];
  for (const node of moved) node.parentNode = paragraph;
  paragraph.childNodes.unshift(...moved);
}

function firstParagraph(note: Element): Element | null {
  let found: Element | null = null;
  eachElement(note, (any) => {
    if (any.tagName === 'p') found ??= any;
    return found === null;
  });
  return found;
}

/** The child of `within` that holds a node. */
function outer(node: Element, within: Element): Element {
  let at = node;
  while (at.parentNode && at.parentNode !== within && isElement(at.parentNode)) at = at.parentNode;
  return at;
}

/** Levels around a note on which there may be boxes of notes. */
const LEVELS = 6;

/** Boxes that hold notes and hardly anything else. */
function keepAround(notes: ReadonlyMap<Parent, number>): void {
  const sums = new Map<Element, number>();
  for (const [note, length] of notes) {
    let up = parentOf(note);
    for (let level = 0; level < LEVELS && up && isElement(up); level++, up = parentOf(up)) {
      if (!/^(?:div|aside|section|ol|ul|dl)$/.test(up.tagName)) break;
      sums.set(up, (sums.get(up) ?? 0) + length);
    }
  }
  for (const [box, sum] of sums)
    if (BOX.test(box.tagName) && lettersIn(box) - sum <= FEW_LETTERS) asSection(box);
}

function asSection(box: Element): void {
  box.tagName = 'section';
  box.nodeName = 'section';
  removeAttr(box, 'class');
}

const lettersIn = (any: Parent): number => rawText(any).replace(/\s+/g, '').length;

const SIDENOTE = /(?:^|\s)(?:sidenote|marginnote)(?:\s|$)/;
const TOGGLE = /(?:^|\s)margin-toggle(?:\s|$)/;

/** Notes that a page shows in its margin stand in the middle of a sentence: they go behind its paragraph. */
function placeSidenotes(document: Tree.Document): void {
  const toggles: Node[] = [];
  const notes: Element[] = [];
  eachElement(document, (any) => {
    const names = attr(any, 'class') ?? '';
    if (TOGGLE.test(names)) toggles.push(any);
    else if (any.tagName === 'span' && SIDENOTE.test(names)) notes.push(any);
  });
  removeNodes(toggles);
  // From the last to the first, so that those of one paragraph stand behind it in their order.
  for (const [at, note] of [...notes.entries()].reverse()) {
    const paragraph = blockAround(note);
    const parent = paragraph?.parentNode;
    if (!paragraph || !parent) continue;
    const [here, there] = [`lectern-mark-${at}`, `lectern-note-${at}`];
    const mark = (id: string, to: string) =>
      element('sup', { id }, [element('a', { href: `#${to}` }, [text(String(at + 1))])]);
    replace(note, mark(here, there));
    const moved = element('p', { id: there }, [mark('', here), text(' '), ...note.childNodes]);
    moved.parentNode = parent;
    parent.childNodes.splice(parent.childNodes.indexOf(paragraph) + 1, 0, moved);
  }
}
