// A footnote where it is referred to: a copy of it in a small box by the mark, outside the article's own elements.
import { content } from '../content.ts';
import { label } from '../labels.ts';
import { ownButton, ownElement } from '../own-element.ts';
import { backLinks, noteOf } from './find-note.ts';

/** UTF-16 units. A longer one is a text of its own: it is gone to, not shown over another. */
const MAX_NOTE_LENGTH = 4000;
/** CSS pixels between box and mark, and between box and edge. */
const GAP = 8;
const EDGE = 12;

interface Shown {
  readonly box: HTMLElement;
  readonly reference: HTMLElement;
}

let shown: Shown | null = null;

/**
 * @param goTo scrolls to the place that a link of the article leads to
 * @returns whether the link refers to a note, which is shown now
 */
export function showNote(reference: HTMLElement, goTo: () => void): boolean {
  const wasOf = shown?.reference;
  hide();
  if (wasOf === reference) return true;
  const note = content().contains(reference) ? noteOf(reference, content()) : null;
  if (!note || (note.textContent ?? '').length > MAX_NOTE_LENGTH) return false;
  const box = boxOf(note, reference, () => {
    hide();
    goTo();
  });
  document.body.append(box);
  shown = { box, reference };
  place(box, reference);
  reference.setAttribute('aria-expanded', 'true');
  box.focus({ preventScroll: true });
  return true;
}

export function watchNotes(): void {
  document.addEventListener('pointerdown', ({ target }) => {
    if (!shown || !(target instanceof Node)) return;
    if (!shown.box.contains(target) && !shown.reference.contains(target)) hide();
  });
  window.addEventListener('resize', hide);
}

function hide(): void {
  if (!shown) return;
  shown.reference.removeAttribute('aria-expanded');
  shown.box.remove();
  shown = null;
}

/** To where the keys were. */
function leave(): void {
  const reference = shown?.reference;
  hide();
  reference?.focus({ preventScroll: true });
}

function boxOf(note: Element, reference: HTMLElement, goTo: () => void): HTMLElement {
  const box = ownElement('div', 'note');
  box.setAttribute('role', 'dialog');
  box.setAttribute('aria-label', label('note'));
  box.tabIndex = -1;
  const go = ownButton('goToNote', goTo);
  const close = ownButton('close', leave);
  const actions = ownElement('div', 'note-actions');
  actions.append(go, close);
  box.append(copyOf(note, reference), actions);
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') leave();
    else if (event.key === 'Tab' && isLeaving(event, box, close)) leave();
    else return;
    // The window's own Escape would leave the article.
    event.preventDefault();
    event.stopPropagation();
  });
  return box;
}

function isLeaving(event: KeyboardEvent, box: HTMLElement, last: HTMLElement): boolean {
  const first = box.querySelector('a[href], button, [tabindex="0"]');
  const { activeElement } = document;
  return event.shiftKey ? activeElement === box || activeElement === first : activeElement === last;
}

/** Nothing in it can be led to, and nothing in it leads back. */
function copyOf(note: Element, reference: Element): HTMLElement {
  const text = ownElement('div', 'note-text');
  for (const name of ['lang', 'dir']) {
    const value = note.closest(`[${name}]`)?.getAttribute(name);
    if (value) text.setAttribute(name, value);
  }
  const back = new Set(backLinks(note, reference, content()));
  const links = [...note.querySelectorAll('a')];
  const copy = note.cloneNode(true) as Element;
  [...copy.querySelectorAll('a')].forEach((link, index) => {
    const original = links[index];
    if (original && back.has(original)) link.remove();
  });
  for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id');
  text.append(...copy.childNodes);
  return text;
}

/** Below the mark where there is room, else above it; it scrolls with the text. */
function place(box: HTMLElement, reference: Element): void {
  const mark = reference.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const room = document.documentElement.clientWidth - width - EDGE;
  const left = Math.max(EDGE, Math.min(mark.left + mark.width / 2 - width / 2, room));
  const below = mark.bottom + GAP;
  const fits = below + height + EDGE <= window.innerHeight || mark.top - GAP - height < EDGE;
  box.style.left = `${left + window.scrollX}px`;
  box.style.top = `${(fits ? below : mark.top - GAP - height) + window.scrollY}px`;
}
