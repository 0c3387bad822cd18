// Where in the article one is: found from the scroll position, and found again after the text was set anew.
import { articleText } from './article-text.ts';
import { content } from './content.ts';
import type { Place } from './messages/place.ts';
import { findWords, wordsAt } from './place-words.ts';
import { heightOfRelated } from './related.ts';

/** Where a restored line comes to stand below the top edge, in CSS pixels. */
const TOP_GAP = 24;
const REPORT_EVERY_MS = 250;

/** What is kept in sight when the text is set anew. */
interface Hold {
  /** At the top edge. */
  readonly range: Range | null;
  /** Nothing followed below: then that stays so. */
  readonly isEnd: boolean;
}

let hold: Hold = { range: null, isEnd: false };
/** Where scrolling of our own ended: the event that follows says nothing about reading. */
let ownTop: number | null = null;

export function placeNow(): Place {
  const fraction = room() <= 0 ? 1 : Math.min(1, Math.max(0, window.scrollY / room()));
  // The last pixels are out of reach on some zoom levels.
  return { fraction: fraction > 0.995 ? 1 : fraction, anchorText: anchorOf(rangeAtTop()) };
}

export function restorePlace({ fraction, anchorText }: Place): void {
  if (fraction <= 0) return;
  const range = fraction < 1 ? findAnchor(anchorText, fraction) : null;
  if (range) scrollToRange(range, TOP_GAP);
  else scrollOwn(fraction * room());
}

/** @param gap how far below the top edge the range comes to stand, in CSS pixels */
export function scrollToRange(range: Range, gap: number): void {
  const box = range.getBoundingClientRect();
  scrollOwn(window.scrollY + box.top - gap);
}

/** Changes how the text is set without losing the line at the top. */
export function keepingPlace(change: () => void): void {
  const { range, isEnd } = holdNow();
  const gap = range?.getBoundingClientRect().top ?? 0;
  change();
  keep({ range, isEnd }, gap);
}

/** Calls back while a person scrolls, and once more when the article goes out of sight. */
export function watchPlace(onMove: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsked = false;
  const report = () => {
    timer = undefined;
    onMove();
  };
  window.addEventListener(
    'scroll',
    () => {
      if (ownTop !== null && Math.abs(window.scrollY - ownTop) < 1) return;
      ownTop = null;
      timer ??= setTimeout(report, REPORT_EVERY_MS);
      if (isAsked) return;
      isAsked = true;
      requestAnimationFrame(() => {
        isAsked = false;
        hold = holdNow();
      });
    },
    { passive: true },
  );
  const flush = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    report();
  };
  window.addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flush();
  });
  window.addEventListener('resize', () => keep(hold, TOP_GAP));
}

/** How far one scrolls to the end of the article; what stands below it does not count. */
export const room = (): number =>
  document.documentElement.scrollHeight - heightOfRelated() - window.innerHeight;

/** At the very beginning nothing is held: what comes in above stays in sight there. */
function holdNow(): Hold {
  if (window.scrollY <= 0) return { range: null, isEnd: false };
  return { range: rangeAtTop(), isEnd: window.scrollY >= room() - 1 };
}

function keep({ range, isEnd }: Hold, gap: number): void {
  if (isEnd) scrollOwn(room());
  else if (range) scrollToRange(range, gap);
}

function scrollOwn(top: number): void {
  window.scrollTo({ top, behavior: 'instant' });
  ownTop = window.scrollY;
  hold = holdNow();
}

/** The text just below the top edge, in the middle of the column. */
export function rangeAtTop(): Range | null {
  const box = content().getBoundingClientRect();
  const x = box.left + box.width / 2;
  // Between two blocks there is no text: look a little further down.
  for (let y = TOP_GAP; y < window.innerHeight; y += 24) {
    const range = caretAt(x, y);
    if (range && content().contains(range.startContainer)) return range;
  }
  return null;
}

export function caretAt(x: number, y: number): Range | null {
  const position = document.caretPositionFromPoint?.(x, y);
  if (position) {
    if (!(position.offsetNode instanceof Text)) return null;
    const range = new Range();
    range.setStart(position.offsetNode, position.offset);
    return range;
  }
  // Safari, and Chromium before 128.
  const range = document.caretRangeFromPoint?.(x, y) ?? null;
  return range?.startContainer instanceof Text ? range : null;
}

/** The words from there on. */
function anchorOf(range: Range | null): string {
  if (!range) return '';
  const { text, offsetOf } = articleText();
  return wordsAt(text, offsetOf(range.startContainer, range.startOffset));
}

/** Of several places with these words, the one nearest to where the fraction points. */
function findAnchor(anchorText: string, fraction: number): Range | null {
  const { text, rangeOf } = articleText();
  const start = findWords(text, anchorText, fraction * text.length);
  return start === null ? null : rangeOf(start, start + 1);
}
