// The pages of one article made one: title once, what every page repeats once, pictures and links of all.
import { parseFragment, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { PageImage, ParsedPage } from '#contract/page.ts';
import type { EditOutcome, PageBlock } from '#contract/types/block.ts';
import { MAX_JOINED_PAGES, MAX_PAGE_LINKS } from '../limits.ts';
import { BLOCK_ATTRIBUTE, OUR_ATTRIBUTE } from './allow-list.ts';
import { type Block, blocksOf } from './blocks.ts';
import { sanitizeHtml } from './sanitize.ts';
import { textOf } from './text-of.ts';
import { tidy } from './tidy.ts';
import { attr, type Element, eachElement, type Node, removeNodes, setAttr } from './tree.ts';
import { countWords } from './word-count.ts';

/** Numbers of blocks and places on a page stay below that; both have five digits at least. */
const STRIDE = Math.floor(100_000 / MAX_JOINED_PAGES);

/**
 * @param pages in their order, at least one
 * @param everything whether all that is to be seen is wanted, also what is repeated
 */
export function joinPages(pages: readonly ParsedPage[], everything: boolean): ParsedPage {
  const [first, ...further] = pages as [ParsedPage, ...ParsedPage[]];
  if (further.length === 0) return first;
  const joined = parseFragment('');
  const images: PageImage[] = [];
  const seen = seenTexts();
  for (const [at, page] of pages.entries()) {
    const tree = parseFragment(page.html);
    renumber(tree, at);
    if (!everything) {
      dropRepeated(tree, page, at, seen, images);
      dropPageNumbers(tree);
    }
    takeImages(tree, page, images);
    for (const node of tree.childNodes) {
      node.parentNode = joined;
      joined.childNodes.push(node);
    }
  }
  tidy(joined);
  const { html, tree } = sanitizeHtml(serialize(joined));
  const bodyText = textOf(tree, 'body');
  const readerText = textOf(tree, 'reader');
  return {
    ...first,
    html,
    readerText,
    bodyText,
    wordCount: countWords(bodyText),
    images,
    links: pages.flatMap(({ links }) => links).slice(0, MAX_PAGE_LINKS),
    ...editedOf(pages),
    ...(everything && { blocks: pages.flatMap(numberedBlocks) }),
    nextPage: pages.at(-1)?.nextPage,
    warning: first.warning?.code === 'nothing_to_read' && readerText !== '' ? null : first.warning,
  };
}

/** Places that links lead to, and blocks, have a number of their own on every page. */
function renumber(tree: Tree.DocumentFragment, at: number): void {
  const further = (number: string) => String(Number(number) + at * STRIDE);
  eachElement(tree, (any) => {
    const id = /^page-(\d+)$/.exec(attr(any, 'id') ?? '')?.[1];
    if (id) setAttr(any, 'id', `page-${further(id)}`);
    const place = /^#page-(\d+)$/.exec(attr(any, 'href') ?? '')?.[1];
    if (place) setAttr(any, 'href', `#page-${further(place)}`);
    const block = attr(any, BLOCK_ATTRIBUTE);
    if (block !== null) setAttr(any, BLOCK_ATTRIBUTE, further(block));
  });
}

interface Seen {
  has(text: string): boolean;
  add(text: string): void;
}

function seenTexts(): Seen {
  const texts = new Set<string>();
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return {
    has: (text) => texts.has(plain(text)),
    add: (text) => void texts.add(plain(text)),
  };
}

/** A paragraph of so many words is not written twice. */
const UNIQUE_WORDS = 8;

/** What pages after the first say again: the title, who wrote it, the lead-in, its picture. */
function dropRepeated(
  tree: Tree.DocumentFragment,
  page: ParsedPage,
  at: number,
  seen: Seen,
  images: readonly PageImage[],
): void {
  const known = [page.title, page.author, page.siteName].filter((words) => words !== null);
  if (at === 0) for (const words of known) seen.add(words);
  const blocks = blocksOf(tree);
  const dropped: Node[] = [];
  let isHead = at > 0;
  for (const block of blocks) {
    const isSaid = seen.has(block.text) || (at > 0 && known.includes(block.text));
    isHead &&= isSaid || isAboutPage(block);
    if (at > 0 && (isHead || (isSaid && block.words >= UNIQUE_WORDS))) dropped.push(...block.nodes);
  }
  for (const { text } of blocks) seen.add(text);
  const pictures = new Set(images.flatMap(({ candidates }) => candidates));
  eachElement(tree, (any) => {
    if (any.tagName !== 'img') return;
    const [address = ''] = imageOf(any, page)?.candidates ?? [];
    if (pictures.has(address)) dropped.push(any);
  });
  removeNodes(dropped);
}

const isAboutPage = ({ container }: Block): boolean =>
  container !== null && /^(?:byline|title)$/.test(attr(container, OUR_ATTRIBUTE) ?? '');

const NUMBERS =
  /^(?:page|seite|pagina|página|sida|side|sivu|strona|sayfa)?[\s:]*(?:(?<!\d)\d{1,3}(?!\d)|[\s|/·•,.‹›«»<>→←…-]|of|von|de|di|sur|van|av|next|previous|prev|weiter|zurück|suivante?|précédente?|siguiente|anterior|volgende|vorige|nästa|föregående|далее|назад|次へ|前へ|下一页|上一页)+$/iu;

/** `1 2 3 Next`: where the article is one, it leads nowhere. */
function dropPageNumbers(tree: Tree.DocumentFragment): void {
  const dropped: Node[] = [];
  for (const { text, linkWords, nodes } of blocksOf(tree)) {
    if (linkWords > 0 && text.length < 200 && NUMBERS.test(text)) dropped.push(...nodes);
  }
  removeNodes(dropped);
}

function takeImages(tree: Tree.DocumentFragment, page: ParsedPage, images: PageImage[]): void {
  const positions = new Map<number, number>();
  eachElement(tree, (any) => {
    const image = any.tagName === 'img' ? imageOf(any, page) : undefined;
    if (!image) return;
    const own = page.images.indexOf(image);
    if (!positions.has(own)) positions.set(own, images.push(image) - 1);
    setAttr(any, 'src', `asset:${positions.get(own)}`);
  });
}

const imageOf = (img: Element, { images }: ParsedPage): PageImage | undefined =>
  images[Number(/^asset:(\d+)$/.exec(attr(img, 'src') ?? '')?.[1] ?? -1)];

/** Each edit is about a block of one page. */
function editedOf(pages: readonly ParsedPage[]): Pick<ParsedPage, 'edited'> {
  const [first] = pages;
  if (!first?.edited) return {};
  const edited = first.edited.map((none, edit): EditOutcome => {
    for (const [at, page] of pages.entries()) {
      const outcome = page.edited?.[edit];
      if (outcome && outcome.block >= 0) return { ...outcome, block: outcome.block + at * STRIDE };
    }
    return none;
  });
  return { edited };
}

const numberedBlocks = ({ blocks = [] }: ParsedPage, at: number): PageBlock[] =>
  blocks.map((block) => ({ ...block, number: block.number + at * STRIDE }));
