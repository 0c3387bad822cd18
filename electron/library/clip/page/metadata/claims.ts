// What a page says about itself, collected in one walk over its tree. Nothing is judged here.
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { oneLine } from '../one-line.ts';
import { attr, type Element, isComment, isElement, isText, namesOf, rawText } from '../tree.ts';
import { type JsonLdNode, readJsonLd } from './json-ld.ts';

export interface TimeClaim {
  readonly datetime: string;
  readonly names: string;
  /** Elements before it on the page: near the title is better than in a list of other articles. */
  readonly at: number;
}

export interface VisibleClaim {
  readonly text: string;
  readonly names: string;
  readonly at: number;
}

export interface Claims {
  /** `meta` by lower-case name, property or itemprop, in the order of the page. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** `itemprop` of visible elements, by lower-case name. */
  readonly itemprops: ReadonlyMap<string, readonly VisibleClaim[]>;
  readonly jsonLd: readonly JsonLdNode[];
  readonly title: string;
  readonly headings: readonly VisibleClaim[];
  /** The first of the second rank: some pages keep the first for the name of the site. */
  readonly subheadings: readonly VisibleClaim[];
  readonly authors: readonly VisibleClaim[];
  readonly bylines: readonly VisibleClaim[];
  readonly dates: readonly VisibleClaim[];
  readonly times: readonly TimeClaim[];
  readonly canonical: string | null;
  readonly base: string | null;
  readonly lang: string | null;
  readonly dir: string | null;
  readonly comments: readonly string[];
}

/** A line that names its author by a word, and may have the name in an element of its own. */
const BY_LINE =
  /^\s*(?:by|von|par|por|di|door|av|af|от|text|autor(?:in)?|author|auteur|words|written by|ein (?:artikel|beitrag|gastbeitrag|kommentar|interview) von)\b\s*:?\s*(?:[\p{Lu}@][^.!?]{0,60})?$/iu;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;

const BYLINE =
  /(?:^|[\s_-])(?:by-?lines?|author|authors|autor|autoren|auteur|writer|verfasser|creditline)(?:$|[\s_-])|byline|author-?name|article-?author|post-?author|entry-?author/;
const NO_BYLINE = /comment|avatar|related|widget|sidebar|bio|box|footer|share|social/;
const DATE =
  /(?:^|[\s_-])(?:date|datum|fecha|published|pubdate|post-?date|timestamp|time|datetime|posted|meta|dateline)(?:$|[\s_-])|publish|pub-?date|entry-?date|posted-?on/;

/** A byline or a date is a line; longer texts are something else. */
const LONGEST_LINE = 300;

const MOST_SUBHEADINGS = 5;

export function collectClaims(document: Tree.Document): Claims {
  const meta = new Map<string, string[]>();
  const itemprops = new Map<string, VisibleClaim[]>();
  const claims = {
    meta,
    itemprops,
    jsonLd: [] as JsonLdNode[],
    title: '',
    headings: [] as VisibleClaim[],
    subheadings: [] as VisibleClaim[],
    authors: [] as VisibleClaim[],
    bylines: [] as VisibleClaim[],
    dates: [] as VisibleClaim[],
    times: [] as TimeClaim[],
    canonical: null as string | null,
    base: null as string | null,
    lang: null as string | null,
    dir: null as string | null,
    comments: [] as string[],
  };
  let at = 0;

  const readers: Record<string, (element: Element) => void> = {
    html(element) {
      claims.lang ??= attr(element, 'lang') ?? attr(element, 'xml:lang');
      claims.dir ??= attr(element, 'dir');
    },
    body(element) {
      claims.lang ??= attr(element, 'lang');
      claims.dir ??= attr(element, 'dir');
    },
    title(element) {
      claims.title ||= oneLine(rawText(element));
    },
    base(element) {
      claims.base ??= attr(element, 'href');
    },
    link(element) {
      const rel = (attr(element, 'rel') ?? '').toLowerCase().split(/\s+/);
      if (rel.includes('canonical')) claims.canonical ??= attr(element, 'href');
    },
    meta(element) {
      const content = oneLine(attr(element, 'content') ?? '');
      if (content === '') return;
      for (const kind of ['name', 'property', 'itemprop', 'http-equiv']) {
        const name = attr(element, kind)?.trim().toLowerCase();
        if (name) meta.set(name, [...(meta.get(name) ?? []), content]);
      }
    },
    script(element) {
      if (/^application\/ld\+json\b/i.test(attr(element, 'type')?.trim() ?? ''))
        claims.jsonLd.push(...readJsonLd(rawText(element)));
    },
    h1(element) {
      visible(claims.headings, element);
    },
    h2(element) {
      if (claims.subheadings.length < MOST_SUBHEADINGS) visible(claims.subheadings, element);
    },
    time(element) {
      const datetime = attr(element, 'datetime') ?? attr(element, 'content');
      if (datetime) claims.times.push({ datetime, names: namesAround(element), at });
      else visible(claims.dates, element);
    },
  };

  function visible(list: VisibleClaim[], element: Element, content?: string | null): void {
    const text = oneLine(content ?? lines(element));
    if (text !== '' && text.length <= LONGEST_LINE)
      list.push({ text, names: namesAround(element), at });
  }

  walk(document, {
    comment: (text) => void (claims.comments.length < 20 && claims.comments.push(text)),
    // What says nothing by its class is found by its words: "By Ann Lee", "3 May 2021".
    text(value, parent) {
      if (value.length > LONGEST_LINE) return;
      if (BY_LINE.test(value)) visible(claims.bylines, parent);
      if (YEAR.test(value) && value.length < 120)
        claims.dates.push({ text: oneLine(value), names: namesAround(parent), at });
    },
    element(element) {
      at++;
      readers[element.tagName]?.(element);
      if (element.tagName === 'meta') return;
      const names = namesOf(element);
      const itemprop = attr(element, 'itemprop')?.toLowerCase();
      if (itemprop && WANTED_ITEMPROPS.has(itemprop)) {
        const list = itemprops.get(itemprop) ?? [];
        itemprops.set(itemprop, list);
        visible(list, element, attr(element, 'content') ?? attr(element, 'datetime'));
      }
      if (
        (attr(element, 'rel') ?? '').toLowerCase().split(/\s+/).includes('author') ||
        (element.tagName === 'a' &&
          /\/(?:author|autor|autoren|auteur)s?\/[^/]/.test(attr(element, 'href') ?? ''))
      )
        visible(claims.authors, element);
      if (names.length > 1 && !NO_BYLINE.test(names) && BYLINE.test(names))
        visible(claims.bylines, element);
      if (names.length > 1 && DATE.test(names)) visible(claims.dates, element);
    },
  });
  return claims;
}

const WANTED_ITEMPROPS = new Set(['author', 'name', 'datepublished', 'headline', 'datecreated']);

/** Class and id of an element and of the two around it. */
function namesAround(element: Element): string {
  let names = '';
  let up: Tree.ParentNode | null = element;
  for (let level = 0; level < 3 && up && isElement(up); level++) {
    names += ` ${namesOf(up)}`;
    up = up.parentNode;
  }
  return names;
}

/** Text of an element with its parts kept apart: `<span>By</span><span>Ann</span>` is two words. */
function lines(element: Element): string {
  let text = '';
  const waiting: Tree.Node[] = [element];
  for (let node = waiting.pop(); node && text.length <= LONGEST_LINE; node = waiting.pop()) {
    if (node.nodeName === '#text') text += ` ${(node as Tree.TextNode).value}`;
    else if ('childNodes' in node && !SILENT.has(node.nodeName))
      for (let i = node.childNodes.length - 1; i >= 0; i--)
        waiting.push(node.childNodes[i] as Tree.Node);
  }
  return text;
}

const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg']);

interface Visitor {
  comment(text: string): void;
  text(value: string, parent: Element): void;
  element(element: Element): void;
}

function walk(root: Tree.ParentNode, visitor: Visitor): void {
  const waiting: Tree.Node[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isComment(node)) visitor.comment(node.data);
    if (
      isText(node) &&
      node.parentNode &&
      isElement(node.parentNode) &&
      !SILENT.has(node.parentNode.tagName)
    )
      visitor.text(node.value, node.parentNode);
    if (isElement(node)) visitor.element(node);
    if ('childNodes' in node && !(SILENT.has(node.nodeName) && node.nodeName !== 'script'))
      for (let i = node.childNodes.length - 1; i >= 0; i--)
        waiting.push(node.childNodes[i] as Tree.Node);
  }
}
