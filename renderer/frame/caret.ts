// The caret mode: a caret in the text that keys move and Shift extends, so that words are selected without a mouse.
import { NOT_IN_TEXT } from '#contract/reader-text.ts';
import type { KeyPress } from '../lib/shortcuts.ts';
import { articleText } from './article-text.ts';
import { type CaretMove, caretMoveFor } from './caret-keys.ts';
import { content } from './content.ts';
import { characterAt } from './graphemes.ts';
import { rangeAtTop } from './place.ts';

export interface CaretNews {
  readonly isOn: boolean;
  /** What the caret came to, to be read out; empty where nothing new is to be said. */
  readonly said: string;
}

/** How far from the edges of the window the caret is kept, in CSS pixels. */
const EDGE = 64;
const SAID_LENGTH = 80;

let line: HTMLElement | null = null;
let tell: (news: CaretNews) => void = () => undefined;

export const isCaretOn = (): boolean => line !== null;

export function watchCaret(listener: (news: CaretNews) => void): void {
  tell = listener;
  for (const name of ['scroll', 'resize'] as const) {
    window.addEventListener(name, draw, { passive: true, capture: true });
  }
  document.addEventListener('selectionchange', draw);
}

/** At the selection, where there is one, else at the first line on screen. */
export function startCaret(): void {
  if (line) return;
  const selection = document.getSelection();
  if (!selection) return;
  if (!selection.focusNode || !content().contains(selection.focusNode)) {
    const top = rangeAtTop();
    if (top) selection.collapse(top.startContainer, top.startOffset);
    else selection.collapse(content(), 0);
  }
  line = document.createElement('div');
  line.className = 'caret';
  line.setAttribute(NOT_IN_TEXT, '');
  line.setAttribute('aria-hidden', 'true');
  document.body.append(line);
  keepInSight();
  draw();
  tell({ isOn: true, said: '' });
}

export function stopCaret(): void {
  if (!line) return;
  line.remove();
  line = null;
  document.getSelection()?.removeAllRanges();
  tell({ isOn: false, said: '' });
}

/** @returns whether the key was the caret's */
export function moveCaret(press: KeyPress): boolean {
  const move = line && caretMoveFor(press);
  const selection = document.getSelection();
  if (!move || !selection) return false;
  const { focusNode, focusOffset } = selection;
  for (let time = 0; time < move.times; time++) {
    selection.modify(move.extends ? 'extend' : 'move', move.direction, move.by);
  }
  // Title and byline are not the article's text.
  if (focusNode && !content().contains(selection.focusNode)) {
    if (move.extends) selection.extend(focusNode, focusOffset);
    else selection.collapse(focusNode, focusOffset);
  }
  keepInSight();
  draw();
  tell({ isOn: true, said: saidAfter(move, selection) });
  return true;
}

/** The letter, the word or the words of the line that the caret came to; with Shift, all that is selected. */
function saidAfter(move: CaretMove, selection: Selection): string {
  const { focusNode, focusOffset } = selection;
  if (!focusNode) return '';
  if (move.extends) return selection.toString().slice(0, SAID_LENGTH * 2);
  const map = articleText();
  const { text } = map;
  const at = map.offsetOf(focusNode, focusOffset);
  if (at >= text.length) return '';
  if (move.by === 'character') {
    const { start, end } = characterAt(text, at);
    return text.slice(start, end);
  }
  const rest = text.slice(at, at + SAID_LENGTH);
  return move.by === 'word' ? (/^\W*[\w\p{L}\p{M}]*/u.exec(rest)?.[0] ?? rest) : rest;
}

function caretBox(): DOMRect | null {
  const selection = document.getSelection();
  const { focusNode, focusOffset } = selection ?? {};
  if (!focusNode || focusOffset === undefined) return null;
  const range = new Range();
  range.setStart(focusNode, focusOffset);
  const [box] = range.getClientRects();
  if (box) return box;
  // An empty place has no box of its own: that of what stands there.
  const there =
    focusNode instanceof Element ? (focusNode.childNodes[focusOffset] ?? focusNode) : focusNode;
  const element = there instanceof Element ? there : there.parentElement;
  return element?.getBoundingClientRect() ?? null;
}

function keepInSight(): void {
  const box = caretBox();
  if (!box) return;
  const below = box.bottom - (window.innerHeight - EDGE);
  const above = box.top - EDGE;
  if (above < 0) window.scrollBy({ top: above, behavior: 'instant' });
  else if (below > 0) window.scrollBy({ top: below, behavior: 'instant' });
}

function draw(): void {
  if (!line) return;
  const box = caretBox();
  line.hidden = !box;
  if (!box) return;
  line.style.left = `${box.left}px`;
  line.style.top = `${box.top}px`;
  line.style.height = `${Math.min(box.height, 80) || 20}px`;
  // Begins to blink anew, as carets do: it is seen where it has come to.
  line.style.animation = 'none';
  void line.offsetWidth;
  line.style.animation = '';
}
