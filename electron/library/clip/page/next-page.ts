// Where an article goes on: the link to its next page. Told by the address above all, and only of a page that is an article:
// what is overlooked can be clipped by hand, and what is joined by mistake is in the text for good.
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { resolveUrl } from './addresses.ts';
import { blocksOf } from './blocks.ts';
import { oneLine } from './one-line.ts';
import { isNextPage } from './page-number.ts';
import {
  attr,
  closest,
  type Element,
  eachElement,
  isElement,
  namesOf,
  type Parent,
  rawText,
} from './tree.ts';
import { estimateWords } from './word-count.ts';

/** What links to a next page are called, without arrows around it. */
const NEXT = new RegExp(
  `^(?:${[
    'next|next page|continue|continue reading|more on next page|go to next page',
    'weiter|nächste|nächste seite|zur nächsten seite|weiter auf seite',
    'volgende|volgende pagina|suivant|suivante|page suivante|lire la suite',
    'siguiente|página siguiente|siguiente página|próxima|próxima página|seguinte|página seguinte',
    'avanti|successiva|successivo|pagina successiva|następna|następna strona|dalej|další|další stránka',
    'ďalej|következő|următoarea|pagina următoare|nästa|nästa sida|næste|næste side|neste|neste side',
    'seuraava|seuraava sivu|sonraki|sonraki sayfa|далее|следующая|следующая страница|вперёд|далі|наступна',
    'επόμενη|επόμενη σελίδα|التالي|الصفحة التالية|הבא|לעמוד הבא|अगला|ถัดไป|trang sau|halaman berikutnya|berikutnya',
    '次へ|次のページ|次ページ|下一页|下一頁|下页|다음|다음 페이지',
  ].join('|')})(?:\\s+\\d{1,3})?$`,
  'iu',
);
const ARROWS = /^[\s‹›«»<>→⟶▶►❯:.…]+|[\s‹›«»<>→⟶▶►❯:.…]+$/gu;
const FORWARD = /^[›»>→⟶▶►❯]{1,2}$/u;
const BESIDE = /comment|repl(?:y|ies)|disqus|related|recommend|sidebar|carousel|slider/;

/** @returns an absolute address; null where the page does not go on */
export function nextPageLink(
  document: Tree.Document,
  { baseUrl, pageUrl, number }: { baseUrl: string | null; pageUrl: string | null; number: number },
): string | null {
  if (pageUrl === null) return null;
  const found: string[] = [];
  const wanted = new RegExp(`(?:^|\\D)0*${number + 1}(?:\\D|$)`);
  eachElement(document, (any) => {
    if (found.length > 0) return false;
    if (any.tagName !== 'a' && any.tagName !== 'link') return true;
    const href = attr(any, 'href') ?? '';
    // Most links are passed over by that.
    if (!wanted.test(href)) return true;
    const url = resolveUrl(href, baseUrl, /^https?:$/)?.replace(/#.*$/s, '');
    if (url && isNextPage(pageUrl, url, number) && saysNext(any, number)) found.push(url);
    return true;
  });
  return found[0] ?? null;
}

function saysNext(link: Element, number: number): boolean {
  const rel = (attr(link, 'rel') ?? '').toLowerCase().split(/\s+/);
  if (rel.includes('next')) return true;
  if (link.tagName === 'link') return false;
  if (closest(link.parentNode, (any) => isElement(any) && BESIDE.test(namesOf(any)))) return false;
  const text = oneLine(rawText(link));
  const names = [text, attr(link, 'aria-label') ?? '', attr(link, 'title') ?? ''];
  if (FORWARD.test(text) || names.some((name) => NEXT.test(name.replace(ARROWS, '')))) return true;
  return text === String(number + 1) && isAmongNumbers(link, number);
}

/** The number of this page stands close before it. */
function isAmongNumbers(link: Element, number: number): boolean {
  const around = closest(
    link.parentNode,
    (any) => isElement(any) && /^(?:p|ul|ol|nav|div|section|td)$/.test(any.tagName),
  );
  if (!around) return false;
  const numbers: string[] = oneLine(rawText(around)).match(/\d+/g) ?? [];
  const at = numbers.indexOf(String(number));
  return at >= 0 && numbers[at + 1] === String(number + 1);
}

const FEWEST_WORDS = 60;
const READ_MORE =
  /^(?:read (?:more|on|the (?:full|whole|rest).*)|continue reading.*|more|full story|weiterlesen|mehr(?: lesen)?|zum artikel|lire (?:la suite|plus)|leer más|leggi (?:tutto|di più|ancora)|lees (?:meer|verder)|ler mais|läs mer|læs mere|les mer|lue lisää|czytaj (?:dalej|więcej)|читать (?:далее|дальше|полностью)|続きを読む|阅读全文)[\s.…»›→]*$/iu;

/** Whether a page leads to articles rather than being one. @param content what was taken for its text */
export function isListing(content: Parent): boolean {
  const blocks = blocksOf(content);
  const words = blocks.reduce((sum, block) => sum + block.words, 0);
  const linked = blocks.reduce((sum, block) => sum + block.linkWords, 0);
  const headings = blocks.filter(({ tags }) => tags.some((tag) => /^h[1-6]$/.test(tag)));
  const leading = headings.filter((block) => block.linkWords >= block.words * 0.8).length;
  const more = blocks.filter(({ text, linkWords }) => linkWords > 0 && READ_MORE.test(text)).length;
  return (
    linked > words * 0.4 ||
    leading >= 3 ||
    (leading >= 2 && leading > headings.length / 2) ||
    more >= 2
  );
}

const POST =
  /(?:^|\s)(?:h-?entry|post|posts?-item|entry|teaser|message|comment|reply|answer|card|thread-post)(?:\s|$)/;

/** Whether a page holds many posts. Of an article with others beneath it, the article itself is the longest by far. */
export function hasManyPosts(document: Parent): boolean {
  const posts: number[] = [];
  eachElement(document, (any) => {
    if (/^(?:aside|footer|nav|header)$/.test(any.tagName)) return false;
    if (any.tagName !== 'article' && !POST.test(attr(any, 'class') ?? '')) return true;
    posts.push(estimateWords(oneLine(rawText(any))));
    return false;
  });
  const all = posts.reduce((sum, words) => sum + words, 0);
  return posts.length >= 3 && Math.max(...posts) < all * 0.6;
}

/** @param number of the page: later ones may be short */
export const hasEnoughWords = (wordCount: number, number: number): boolean =>
  number > 1 || wordCount >= FEWEST_WORDS;
