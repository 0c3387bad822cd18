// Which way the lines of a block run, where an article mixes scripts. By most of its letters: by the first one alone, as
// `dir=auto` has it, a paragraph of Arabic that begins with a Latin name would run the wrong way.
import { content } from './content.ts';

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu;
const LETTER = /\p{L}/gu;
const BLOCKS = 'p, li, h2, h3, h4, h5, h6, figcaption, dt, dd, td, th, caption, summary';
/** Enough to tell by. UTF-16 units. */
const SAMPLE_LENGTH = 2000;

/** @returns null where there are no letters, or neither kind is most of them */
export function directionOf(text: string): 'ltr' | 'rtl' | null {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const letters = sample.match(LETTER)?.length ?? 0;
  const right = sample.match(RIGHT_TO_LEFT)?.length ?? 0;
  if (letters === 0) return null;
  if (right > letters * 0.5) return 'rtl';
  return right < letters * 0.3 ? 'ltr' : null;
}

/** Gives blocks that run against the article a direction of their own; lists and tables go with most of their text. */
export function setDirections(): void {
  const whole = document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr';
  const text = content().textContent ?? '';
  // Most articles are in one script, and most of those have no such letter at all.
  if (whole === 'ltr' && text.search(RIGHT_TO_LEFT) < 0) return;
  const against = (element: Element): 'ltr' | 'rtl' | null => {
    const own = directionOf(element.textContent ?? '');
    return own === whole ? null : own;
  };
  for (const element of content().querySelectorAll<HTMLElement>('ul, ol, table, blockquote')) {
    const own = element.dir ? null : against(element);
    if (own) element.dir = own;
  }
  for (const element of content().querySelectorAll<HTMLElement>(BLOCKS)) {
    if (element.dir) continue;
    const own = directionOf(element.textContent ?? '');
    const around = element.closest<HTMLElement>('[dir]')?.dir ?? whole;
    if (own && own !== around) element.dir = own;
  }
}
