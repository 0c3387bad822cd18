// A second script for articles with code: colours it by its language with the CSS Custom Highlight API. The article's own
// elements are not touched, and nothing but the document is needed, so it knows nothing of the first script.
import { guessLanguage } from './guess-language.ts';
import { languageNamed, markUp } from './languages.ts';
import { piecesOf, rangeIn } from './pieces.ts';
import { tokenKinds, tokensOf } from './tokens.ts';

/** Longer code is shown as it is: the rules of a language are expressions that can be slow. UTF-16 units. */
const MAX_CODE_LENGTH = 100_000;
/** Of one article: each takes part in every painting. */
const MAX_TOKENS = 30_000;
/** Code is coloured this far before it comes into sight, in CSS pixels. */
const AHEAD = '1200px';
/** For browsers without idle callbacks. */
const PAUSE_MS = 30;

const colours = new Map(
  tokenKinds.map((kind) => {
    const highlight = new Highlight();
    // Below everything that a person marks or looks for: on those grounds its colours could not be read.
    highlight.priority = -10;
    CSS.highlights.set(`code-${kind}`, highlight);
    return [kind, highlight];
  }),
);
let left = MAX_TOKENS;

function colour(block: Element): void {
  const pieces = piecesOf(block);
  const { text } = pieces;
  if (text.length > MAX_CODE_LENGTH) return;
  const named = languageClass(block);
  const language = named === null ? guessLanguage(text) : languageNamed(named);
  if (language === null) return;
  for (const token of tokensOf(markUp(text, language))) {
    const range = rangeIn(pieces, token.start, token.end);
    if (range && left-- > 0) colours.get(token.kind)?.add(range);
  }
}

/** As the page gave it, on the block or on the code in it. */
function languageClass(block: Element): string | null {
  for (const element of [block, ...block.querySelectorAll('code')]) {
    const name = [...element.classList].find((one) => one.startsWith('language-'));
    if (name) return name.slice('language-'.length).toLowerCase();
  }
  return null;
}

const waiting: Element[] = [];
let isBusy = false;

/** One block at a time, so that scrolling goes on in between. */
function work(): void {
  const block = waiting.shift();
  isBusy = block !== undefined;
  if (!block) return;
  colour(block);
  later(work);
}

function later(step: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(step, { timeout: 500 });
  else setTimeout(step, PAUSE_MS);
}

const sight = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      sight.unobserve(target);
      waiting.push(target);
    }
    if (isBusy) return;
    isBusy = true;
    later(work);
  },
  { root: document, rootMargin: AHEAD },
);
for (const block of document.querySelectorAll('#content pre')) sight.observe(block);
