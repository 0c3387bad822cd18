// The headings of the article: told when the window wants them, and which of them one reads under.
import { content, trimmed } from './content.ts';
import { lastAt } from './last-at.ts';
import type { FrameNews } from './messages/from-frame.ts';
import { MAX_HEADING_LENGTH, MAX_HEADINGS } from './messages/headings.ts';
import { room } from './place.ts';

/** Where a heading comes to stand below the top edge, in CSS pixels. */
const TOP_GAP = 24;
/** A heading counts as reached when it stands this far below the top edge: its text is then what is read next. */
const REACHED = 96;

export interface Headings {
  /** @param wanted whether the window shows them */
  watch(wanted: boolean): void;
  goTo(index: number): void;
}

export function watchHeadings(tell: (news: FrameNews) => void): Headings {
  let elements: readonly HTMLElement[] = [];
  let tops = new Float64Array();
  let current = -1;
  /** The one that was gone to: near the end it cannot come to the top, and is meant all the same. */
  let chosen: { readonly index: number; readonly scrollY: number } | null = null;
  let isAsked = false;

  /** One look at the layout for all of them; scrolling then only compares numbers. */
  const measure = () => {
    let lowest = 0;
    tops = Float64Array.from(elements, (element) => {
      // Columns and floats may stand higher than what comes before them.
      lowest = Math.max(lowest, element.getBoundingClientRect().top + window.scrollY);
      return lowest;
    });
  };
  const here = (): number => {
    if (chosen && Math.abs(chosen.scrollY - window.scrollY) > 1) chosen = null;
    const end = room();
    const isAtEnd = end > 0 && window.scrollY >= end - 1;
    return (
      chosen?.index ?? (isAtEnd ? elements.length - 1 : lastAt(tops, window.scrollY + REACHED))
    );
  };
  const say = () => {
    const index = here();
    if (index === current) return;
    current = index;
    tell({ kind: 'at-heading', index });
  };
  const onScroll = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      say();
    });
  };
  const sizes = new ResizeObserver(() => {
    measure();
    say();
  });

  return {
    watch(wanted) {
      window.removeEventListener('scroll', onScroll);
      sizes.disconnect();
      if (!wanted) return;
      elements = headingsOfContent();
      measure();
      current = here();
      tell({
        kind: 'headings',
        headings: elements.map((element) => ({
          level: Number(element.localName.slice(1)),
          text: textOf(element),
        })),
        index: current,
      });
      window.addEventListener('scroll', onScroll, { passive: true });
      sizes.observe(content());
    },
    goTo(index) {
      const element = elements[index];
      if (!element) return;
      window.scrollTo({ top: element.getBoundingClientRect().top + window.scrollY - TOP_GAP });
      chosen = { index, scrollY: window.scrollY };
      // So that Tab goes on from there.
      if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
      element.focus({ preventScroll: true });
      say();
    },
  };
}

const headingsOfContent = (): readonly HTMLElement[] =>
  [...content().querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')]
    .filter((element) => textOf(element) !== '')
    .slice(0, MAX_HEADINGS);

const textOf = (element: HTMLElement): string =>
  trimmed(element.textContent).slice(0, MAX_HEADING_LENGTH);
