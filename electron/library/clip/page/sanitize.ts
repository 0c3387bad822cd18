// Step 14: foreign HTML becomes reader content. The only maker of SafeHtml: an allow-list, and a form that stays what
// it is when a browser parses and serialises it.
import { randomUUID } from 'node:crypto';
import {
  parseFragment,
  serialize,
  serializeOuter,
  type DefaultTreeAdapterTypes as Tree,
} from 'parse5';
import sanitize from 'sanitize-html';
import type { SafeHtml } from '#contract/types/html.ts';
import { ALLOWED_TAGS, attributesOf, isAllowed, SILENT_TAGS } from './allow-list.ts';
import { mathOf } from './mathml.ts';
import { textOf } from './text-of.ts';
import { type Element, eachElement, element, isText, replace, text } from './tree.ts';

export interface Sanitized {
  readonly html: SafeHtml;
  /** The same as a tree, for the texts. */
  readonly tree: Tree.DocumentFragment;
}

const OPTIONS: sanitize.IOptions & { readonly allowedEmptyAttributes: string[] } = {
  allowedTags: [...ALLOWED_TAGS],
  allowedAttributes: Object.fromEntries(
    [...ALLOWED_TAGS].map((tag) => [tag, [...attributesOf(tag)]]),
  ),
  // The scheme of a link is part of what an attribute may be; asset: is ours.
  allowedSchemes: ['http', 'https', 'mailto', 'asset'],
  allowProtocolRelative: false,
  nonTextTags: [...SILENT_TAGS],
  // Without `=""` what comes out would never be what a browser writes.
  allowedEmptyAttributes: ['alt', 'open', 'reversed'],
  selfClosing: ['img', 'br', 'hr', 'wbr', 'col'],
  transformTags: {
    '*': (tagName, attribs) => {
      const kept = Object.entries(attribs).filter(([name, value]) =>
        isAllowed(tagName, name, value),
      );
      const allowed: sanitize.Attributes = Object.fromEntries(kept);
      return { tagName, attribs: tagName === 'img' ? pictureOf(allowed) : allowed };
    },
  },
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !attribs.src,
};

/** Always the same two, in this order: whoever puts stored pictures in looks for exactly that. */
const pictureOf = ({ src, alt }: sanitize.Attributes): sanitize.Attributes =>
  src ? { src, alt: alt ?? '' } : {};

/** As a browser would write it: the sanitiser writes XHTML. In its output `>` stands for the end of a tag alone. */
const sanitizedTokens = (html: string): string =>
  sanitize(html, OPTIONS).replaceAll(' />', '>').replaceAll('\u00a0', '&nbsp;');

/** The sanitiser takes formulas out whole. Those of a tree are written anew by ourselves, and put in behind it. */
function sanitized(html: string): string {
  if (!/<math\b/i.test(html)) return sanitizedTokens(html);
  // No page can name what was made just now.
  const mark = `formula-${randomUUID()}-`;
  const formulas: string[] = [];
  const tree = parseFragment(html);
  eachElement(tree, (any) => {
    if (!isFormula(any)) return true;
    replace(any, text(`${mark}${formulas.push(serializedMath(any)) - 1}.`));
    return false;
  });
  return sanitizedTokens(serialize(tree)).replace(
    new RegExp(`${mark}(\\d+)\\.`, 'g'),
    (_, at: string) => formulas[Number(at)] ?? '',
  );
}

const isFormula = ({ tagName, namespaceURI }: Element): boolean =>
  tagName === 'math' && namespaceURI.endsWith('/MathML');

function serializedMath(formula: Element): string {
  const math = mathOf(formula);
  return math ? serializeOuter(math) : '';
}

/** Rounds after which markup that keeps changing is taken for an attack and loses its structure. One is the rule. */
const MOST_ROUNDS = 6;

/**
 * Everything that is not on the allow-list goes; its text stays. What comes out does not change any more when it
 * is sanitized, or parsed and serialised, once again: markup that does can hide something that only the next reader sees.
 */
export function sanitizeHtml(untrusted: string): Sanitized {
  let html = sanitized(untrusted);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const tree = parseFragment(html);
    trimPreformatted(tree);
    const next = serialize(tree);
    if (next === html && isClean(tree)) return { html: html as SafeHtml, tree };
    html = sanitized(next);
  }
  return plainly(parseFragment(html));
}

/** Looks at the tree itself, which is what a browser will have: the sanitiser has seen tokens only. */
function isClean(tree: Tree.DocumentFragment): boolean {
  let clean = true;
  eachElement(tree, (any) => {
    const { tagName, namespaceURI, attrs } = any;
    if (isFormula(any)) {
      clean &&= serializedMath(any) === serializeOuter(any);
      return false;
    }
    clean &&= ALLOWED_TAGS.has(tagName) && namespaceURI.endsWith('/xhtml');
    clean &&= attrs.every(({ name, value }) => isAllowed(tagName, name, value));
    return clean;
  });
  return clean;
}

/** Every parser drops one line break at the start of `pre`; with several, no reading would be the last. */
function trimPreformatted(tree: Tree.DocumentFragment): void {
  eachElement(tree, ({ tagName, childNodes: [first] }) => {
    if (tagName === 'pre' && first && isText(first)) first.value = first.value.replace(/^\n+/, '');
  });
}

/** The text alone, a paragraph a line. */
function plainly(tree: Tree.DocumentFragment): Sanitized {
  const paragraphs = textOf(tree, 'reader')
    .split('\n')
    .map((line) => element('p', {}, [text(line)]));
  const plain = parseFragment(
    paragraphs.length > 0 ? serialize(element('div', {}, paragraphs)) : '',
  );
  return { html: serialize(plain) as SafeHtml, tree: plain };
}
