// Which attributes of a page may stay when it is shown as it was saved: those that say how it looks and what it means. None
// that is an address, and none that does something.
import type { Element } from '../tree.ts';
import { rewriteCss } from './rewrite-css.ts';

const KEPT = new Set(
  (
    'abbr align alink alt axis bgcolor border cellpadding cellspacing checked class clear color cols colspan compact ' +
    'content datetime dir disabled face for frame frameborder headers height hidden high hspace id kind label lang link ' +
    'low max media min multiple name noshade nowrap open optimum placeholder readonly reversed role rows rowspan rules ' +
    'scope selected size span start style summary text title translate type valign value vlink vspace width wrap'
  ).split(' '),
);
/** What style sheets may go by. */
const NAMED = /^(?:aria|data)-[\w.:-]+$/;
/** In drawings and formulas; none of those that are addresses, and `href` has rules of its own. */
const FOREIGN =
  /^(?!on|xml|href$|src$|base$|action|data$|definitionurl$|altimg|ping$|target$|form)[a-z][\w-]*$/i;

export type ResolveCss = (address: string) => string | null;

/** Of an element of HTML. */
export function keepAttributes(element: Element, resolve: ResolveCss): void {
  element.attrs = element.attrs
    .filter(({ name }) => KEPT.has(name) || NAMED.test(name))
    .map(({ name, value }) => ({
      name,
      value: name === 'style' ? rewriteCss(value, resolve) : value,
    }));
}

/** Of a drawing or a formula, where any attribute may be style. */
export function keepForeignAttributes(element: Element, resolve: ResolveCss): void {
  element.attrs = element.attrs
    .filter(({ name, prefix }) => !prefix && FOREIGN.test(name))
    .map(({ name, value }) => ({
      name,
      value: /[(\\]/.test(value) ? rewriteCss(value, resolve) : value,
    }));
}
