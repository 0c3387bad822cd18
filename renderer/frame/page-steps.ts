// Space and the Page keys turn a screen at a time, and leave two lines to find one's place by.
import { content } from './content.ts';
import type { ScrollStep } from './messages/scroll.ts';

const OVERLAP_LINES = 2;
/** They have a use for these keys themselves. */
const TAKERS = 'button, input, select, textarea, summary, pre, .pane, [contenteditable], [role]';

const LINES_OF_A_STEP = 2;

export function scrollStep(step: ScrollStep): void {
  const line = Number.parseFloat(getComputedStyle(content()).lineHeight) || 24;
  const page = Math.max(line, window.innerHeight - OVERLAP_LINES * line);
  const tops: Readonly<Record<ScrollStep, number>> = {
    'page-down': window.scrollY + page,
    'page-up': window.scrollY - page,
    'line-down': window.scrollY + LINES_OF_A_STEP * line,
    'line-up': window.scrollY - LINES_OF_A_STEP * line,
    start: 0,
    end: document.documentElement.scrollHeight,
  };
  window.scrollTo({ top: tops[step] });
}

export function watchPageKeys(): void {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest(TAKERS)) return;
    if (event.key === ' ') scrollStep(event.shiftKey ? 'page-up' : 'page-down');
    else if (event.key === 'PageDown' && !event.shiftKey) scrollStep('page-down');
    else if (event.key === 'PageUp' && !event.shiftKey) scrollStep('page-up');
    else return;
    event.preventDefault();
  });
}
