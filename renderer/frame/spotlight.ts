// Focus mode's lamp: everything but the paragraph being read is dimmed, by a highlight over the rest, so that no element
// of the article is touched.

import { NOT_IN_TEXT } from '#contract/reader-text.ts';
import { content } from './content.ts';

const BLOCKS = 'p, li, h2, h3, h4, h5, h6, pre, figure, dt, dd, tr, blockquote';
/** Where eyes rest, as a fraction of the height; then a little lower, a little higher. */
const LINES = [0.38, 0.42, 0.34, 0.48, 0.28, 0.56, 0.2, 0.66, 0.1, 0.8];

let isOn = false;
let lit: Element | null = null;
let isAsked = false;

export function setSpotlight(on: boolean): void {
  if (on === isOn || !('highlights' in CSS)) return;
  isOn = on;
  lit = null;
  if (on) {
    window.addEventListener('scroll', ask, { passive: true });
    window.addEventListener('resize', ask);
    light();
  } else {
    window.removeEventListener('scroll', ask);
    window.removeEventListener('resize', ask);
    CSS.highlights.delete('dimmed');
  }
}

function ask(): void {
  if (isAsked) return;
  isAsked = true;
  requestAnimationFrame(() => {
    isAsked = false;
    if (isOn) light();
  });
}

function light(): void {
  const block = blockInSight();
  if (!block || block === lit) return;
  lit = block;
  const whole = content();
  const before = new Range();
  before.setStart(whole, 0);
  before.setEndBefore(block);
  const after = new Range();
  after.setStartAfter(block);
  after.setEnd(whole, whole.childNodes.length);
  const dimmed = new Highlight(before, after);
  // Over the colours of code and of marks.
  dimmed.priority = 10;
  CSS.highlights.set('dimmed', dimmed);
}

function blockInSight(): Element | null {
  const { left, width } = content().getBoundingClientRect();
  for (const line of LINES) {
    const element = document.elementFromPoint(left + width / 2, window.innerHeight * line);
    const block = element?.closest(`[${NOT_IN_TEXT}]`) ? null : element?.closest(BLOCKS);
    if (block && content().contains(block)) return block;
  }
  return null;
}
