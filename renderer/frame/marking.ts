// Highlights in the article: what the window asks of them, and what a person does with them here.

import { shortcutFor } from '../lib/shortcuts.ts';
import { articleText } from './article-text.ts';
import { isCaretOn, moveCaret, startCaret, stopCaret, watchCaret } from './caret.ts';
import { asBox, characterUnder } from './hits.ts';
import type { FrameNews } from './messages/from-frame.ts';
import type { ToFrame } from './messages/to-frame.ts';
import { onScreen, paintedHighlights, paintFocus, paintHighlights } from './painter.ts';
import { scrollToRange } from './place.ts';
import { selectedNow, watchSelection } from './selection.ts';
import { watchSingleClicks } from './single-click.ts';
import { highlightBeyond, highlightsAt } from './strokes.ts';

type Tell = (news: FrameNews) => void;
type Message<Kind extends ToFrame['kind']> = Extract<ToFrame, { kind: Kind }>;

/** The highlight that keys have gone to. */
let focused: string | null = null;

/** @param article what is said of another one is not for this document */
export function markEars(article: string, tell: Tell) {
  return {
    highlights({ uid: of, items }: Message<'highlights'>) {
      if (of !== article) return;
      paintHighlights(items);
      if (focused !== null && !items.some(({ uid }) => uid === focused)) focusOn(null, tell);
    },
    'highlight-now'({ colour }: Message<'highlight-now'>) {
      const { selection, trouble } = selectedNow();
      if (selection) tell({ kind: 'highlight-wish', selection, colour, opens: false });
      else if (trouble) tell({ kind: 'selection', selection, trouble });
      else startCaret();
    },
    caret() {
      if (isCaretOn()) stopCaret();
      else startCaret();
    },
    'clear-selection'() {
      const selection = document.getSelection();
      if (isCaretOn()) selection?.collapseToEnd();
      else selection?.removeAllRanges();
    },
    'step-highlight': ({ by }: Message<'step-highlight'>) => step(by, tell),
    'show-range': (message: Message<'show-range'>) => show(message, tell),
  };
}

export function watchMarks(tell: Tell): void {
  watchSelection(({ selection, trouble }) => {
    if (selection || trouble) focusOn(null, tell);
    tell({ kind: 'selection', selection, trouble });
  });
  watchCaret((news) => {
    if (news.isOn) focusOn(null, tell);
    tell({ kind: 'caret', ...news });
  });
  document.addEventListener('click', () => focusOn(null, tell));
  watchSingleClicks(({ target, clientX, clientY }) => {
    if (!(document.getSelection()?.isCollapsed ?? true)) return null;
    if (target instanceof Element && target.closest('a[href]')) return null;
    const under = characterUnder(clientX, clientY);
    const uids = under ? uidsAt(under.index) : [];
    return under && uids.length > 0 ? () => tell({ kind: 'marked', uids, box: under.box }) : null;
  });
  // Before the keys of the window: while the caret is there, they are its own.
  window.addEventListener('keydown', (event) => {
    if (!isOurs(event, tell)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
}

function isOurs(event: KeyboardEvent, tell: Tell): boolean {
  if (event.isComposing) return false;
  if (moveCaret(event)) return true;
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  if (event.key === 'Escape' && isPlain) return leave(tell);
  // Here, and not by way of the window: an Enter that follows at once is about the highlight that was stepped to.
  const command = shortcutFor(event)?.command;
  if (command === 'next-highlight' || command === 'previous-highlight') {
    step(command === 'next-highlight' ? 1 : -1, tell);
    return true;
  }
  if (event.key !== 'Enter' || !isPlain) return false;
  if (isCaretOn()) {
    const { selection } = selectedNow();
    if (selection) tell({ kind: 'highlight-wish', selection, colour: null, opens: true });
    return true;
  }
  return openFocused(tell);
}

function step(by: 1 | -1, tell: Tell): void {
  const from = { uid: focused, offset: onScreen().start };
  const next = highlightBeyond(paintedHighlights(), from, by);
  if (next) show(next, tell);
}

/** One thing at a time, the innermost first; after the last Escape is the window's. */
function leave(tell: Tell): boolean {
  if (isCaretOn()) stopCaret();
  else if (!(document.getSelection()?.isCollapsed ?? true)) {
    document.getSelection()?.removeAllRanges();
  } else if (focused !== null) focusOn(null, tell);
  else return false;
  return true;
}

function openFocused(tell: Tell): boolean {
  const item = paintedHighlights().find(({ uid }) => uid === focused);
  // A link that has the focus is followed.
  if (!item || document.activeElement?.closest('a, button, summary')) return false;
  const [rect] = articleText().rangeOf(item.start, item.end)?.getClientRects() ?? [];
  if (!rect) return false;
  const others = uidsAt(item.start).filter((uid) => uid !== item.uid);
  tell({ kind: 'marked', uids: [item.uid, ...others], box: asBox(rect) });
  return true;
}

/** Brings a stretch of the text on screen; where it is a highlight, that one has the focus from then on. */
function show(
  stretch: { readonly start: number; readonly end: number; readonly uid?: string },
  tell: Tell,
): void {
  const { start, end } = stretch;
  const range = articleText().rangeOf(start, end);
  if (!range) return;
  const { top, bottom } = range.getBoundingClientRect();
  const third = window.innerHeight / 3;
  if (top < 0 || Math.min(bottom, top + third) > window.innerHeight) scrollToRange(range, third);
  // Of several that cover the very same words, the one that was asked for.
  const alike = paintedHighlights().filter((one) => one.start === start && one.end === end);
  focusOn((alike.find(({ uid }) => uid === stretch.uid) ?? alike[0])?.uid ?? null, tell);
  paintFocus(range);
}

function focusOn(uid: string | null, tell: Tell): void {
  if (uid === null) paintFocus(null);
  if (uid === focused) return;
  focused = uid;
  tell({ kind: 'at-highlight', highlight: uid });
}

const uidsAt = (index: number): string[] =>
  highlightsAt(paintedHighlights(), index).map(({ uid }) => uid);
