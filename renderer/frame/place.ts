// Where in the article one is: found from the scroll position, and found again after the text was set anew.
import { content, textNodes, trimmed } from './content.ts';
import type { Place } from './messages/place.ts';

/** Where a restored line comes to stand below the top edge, in CSS pixels. */
const TOP_GAP = 24;
const ANCHOR_LENGTH = 120;
const REPORT_EVERY_MS = 250;
/** Scrolling of our own arrives as an event a little later; it says nothing about reading. */
const OWN_SCROLL_MS = 300;

let ownScrollUntil = 0;
/** The text at the top edge, for when the text is set anew. */
let atTop: Range | null = null;

export function placeNow(): Place {
  const room = document.documentElement.scrollHeight - window.innerHeight;
  const fraction = room <= 0 ? 1 : Math.min(1, Math.max(0, window.scrollY / room));
  // The last pixels are out of reach on some zoom levels.
  return { fraction: fraction > 0.995 ? 1 : fraction, anchorText: anchorOf(rangeAtTop()) };
}

export function restorePlace({ fraction, anchorText }: Place): void {
  if (fraction <= 0) return;
  const range = fraction < 1 ? findAnchor(anchorText, fraction) : null;
  if (range) scrollToRange(range, TOP_GAP);
  else scrollOwn(fraction * (document.documentElement.scrollHeight - window.innerHeight));
}

/** @param gap how far below the top edge the range comes to stand, in CSS pixels */
export function scrollToRange(range: Range, gap: number): void {
  const box = range.getBoundingClientRect();
  scrollOwn(window.scrollY + box.top - gap);
  atTop = rangeAtTop();
}

/** Changes how the text is set without losing the line at the top. */
export function keepingPlace(change: () => void): void {
  const range = window.scrollY > 0 ? rangeAtTop() : null;
  const gap = range?.getBoundingClientRect().top ?? 0;
  change();
  if (range) scrollToRange(range, gap);
}

/** Calls back while a person scrolls, and once more when the article goes out of sight. */
export function watchPlace(onMove: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const report = () => {
    timer = undefined;
    atTop = rangeAtTop();
    onMove();
  };
  window.addEventListener(
    'scroll',
    () => {
      if (performance.now() >= ownScrollUntil) timer ??= setTimeout(report, REPORT_EVERY_MS);
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
  window.addEventListener('resize', () => {
    if (atTop && window.scrollY > 0) scrollToRange(atTop, TOP_GAP);
  });
}

function scrollOwn(top: number): void {
  ownScrollUntil = performance.now() + OWN_SCROLL_MS;
  window.scrollTo({ top, behavior: 'instant' });
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
  const rest = new Range();
  rest.setStart(range.startContainer, range.startOffset);
  rest.setEnd(content(), content().childNodes.length);
  const text = textOf(rest, ANCHOR_LENGTH * 2);
  // From the next whole word on: the edge may cut one in two.
  return text.slice(text.indexOf(' ') + 1).slice(0, ANCHOR_LENGTH);
}

/** The first characters of a range, without making a string of all of it. */
function textOf(range: Range, length: number): string {
  const walker = document.createTreeWalker(content(), NodeFilter.SHOW_TEXT);
  walker.currentNode = range.startContainer;
  // A paragraph can be as long as a book, and this is asked a few times a second; white space may be half of it.
  const enough = length * 4;
  const { startOffset } = range;
  const first = (range.startContainer as Text).data.slice(startOffset, startOffset + enough);
  const pieces = [trimmed(first)];
  let size = 0;
  while (size < length && walker.nextNode()) {
    const piece = trimmed((walker.currentNode as Text).data.slice(0, enough));
    if (piece) pieces.push(piece);
    size += piece.length;
  }
  return pieces.join(' ');
}

/** Of several places with these words, the one nearest to where the fraction points. */
function findAnchor(anchorText: string, fraction: number): Range | null {
  const wanted = trimmed(anchorText);
  if (!wanted) return null;
  const nodes = textNodes().filter((node) => trimmed(node.data) !== '');
  const starts: number[] = [];
  const pieces: string[] = [];
  let length = 0;
  for (const node of nodes) {
    const piece = trimmed(node.data);
    starts.push(length);
    pieces.push(piece);
    length += piece.length + 1;
  }
  return rangeAt(nearest(pieces.join(' '), wanted, fraction * length), nodes, starts);
}

function nearest(whole: string, wanted: string, about: number): number {
  let best = -1;
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1)) {
    if (best < 0 || Math.abs(at - about) < Math.abs(best - about)) best = at;
  }
  return best;
}

function rangeAt(offset: number, nodes: readonly Text[], starts: readonly number[]): Range | null {
  if (offset < 0) return null;
  const index = starts.findLastIndex((start) => start <= offset);
  const node = nodes[index];
  if (!node) return null;
  const range = new Range();
  // Collapsed and raw offsets differ by some white space: near enough for a line on screen.
  range.setStart(node, Math.min(node.data.length, offset - (starts[index] ?? 0)));
  return range;
}
