// Finding words in the open article: counts all of them, paints those around the one that is current.
import { articleText } from '../article-text.ts';
import { lastAt } from '../last-at.ts';
import type { FrameNews } from '../messages/from-frame.ts';
import { rangeAtTop, scrollToRange } from '../place.ts';
import { type Folded, fold } from './fold.ts';
import { hitsOf } from './hits.ts';

/** A letter may stand in a book a million times: more than these around the current one nobody sees at once. */
const MAX_PAINTED = 1500;
/** What scrolls within itself, as content.ts makes it. */
const SIDEWAYS = '.pane, pre';

export interface Find {
  look(text: string): void;
  step(by: 1 | -1): void;
  /** Leaves the current hit selected. */
  close(): void;
}

export function makeFind(tell: (news: FrameNews) => void): Find {
  let foldedOf: { readonly source: string; readonly folded: Folded } | null = null;
  let wanted = '';
  let hits: Uint32Array<ArrayBuffer> = new Uint32Array();
  let current = -1;

  const folded = (): Folded => {
    const { text } = articleText();
    if (foldedOf?.source !== text) foldedOf = { source: text, folded: fold(text) };
    return foldedOf.folded;
  };
  const rangeOf = (hit: number): Range | null => {
    const start = hits[hit];
    if (start === undefined) return null;
    const { sourceOf } = folded();
    return articleText().rangeOf(sourceOf(start), sourceOf(start + wanted.length));
  };
  const show = () => {
    paint(hits.length, current, rangeOf);
    const range = rangeOf(current);
    if (range) bringIntoView(range);
    tell({ kind: 'found', count: hits.length, index: current });
  };

  return {
    look(text) {
      wanted = fold(text).text;
      hits = hitsOf(folded().text, wanted);
      current = hits.length === 0 ? -1 : firstInSight(hits, folded());
      show();
    },
    step(by) {
      if (hits.length === 0) return;
      current = (current + by + hits.length) % hits.length;
      show();
    },
    close() {
      const range = rangeOf(current);
      hits = new Uint32Array();
      current = -1;
      paint(0, -1, rangeOf);
      if (!range) return;
      const selection = getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
    },
  };
}

/** From the top of the screen on; else from the beginning. */
function firstInSight(hits: Uint32Array, { sourceOf }: Folded): number {
  const top = window.scrollY > 0 ? rangeAtTop() : null;
  if (!top) return 0;
  const from = articleText().offsetOf(top.startContainer, top.startOffset);
  const before = lastAt(hits.map(sourceOf), from - 1);
  return (before + 1) % hits.length;
}

function paint(count: number, current: number, rangeOf: (hit: number) => Range | null): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete('find');
  CSS.highlights.delete('find-current');
  if (count === 0) return;
  const first = Math.max(0, current - MAX_PAINTED / 2);
  const others = new Highlight();
  for (let hit = first; hit < Math.min(count, first + MAX_PAINTED); hit++) {
    const range = hit === current ? null : rangeOf(hit);
    if (range) others.add(range);
  }
  others.priority = 20;
  CSS.highlights.set('find', others);
  const range = rangeOf(current);
  if (!range) return;
  const one = new Highlight(range);
  one.priority = 21;
  CSS.highlights.set('find-current', one);
}

function bringIntoView(range: Range): void {
  const element = range.startContainer.parentElement;
  element?.closest('details:not([open])')?.setAttribute('open', '');
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 0 || bottom > window.innerHeight) scrollToRange(range, window.innerHeight / 3);
  const pane = element?.closest(SIDEWAYS);
  if (pane) bringSideways(pane, range.getBoundingClientRect());
}

function bringSideways(pane: Element, { left, right }: DOMRect): void {
  const within = pane.getBoundingClientRect();
  if (left >= within.left && right <= within.right) return;
  pane.scrollLeft += (left + right) / 2 - (within.left + within.right) / 2;
}
