// Characters written another way: entities, white space, ligatures, quotation marks, soft hyphens. Nothing is gone.
import type { Dice } from './dice.ts';
import type { MarkedPage } from './marked-page.ts';

type Rewrite = (found: string, dice: Dice) => string;

/** @param keeps whether what stands there afterwards is the character that was there */
function rewrite(
  page: MarkedPage,
  pattern: RegExp,
  share: number,
  dice: Dice,
  to: Rewrite,
  keeps = true,
): void {
  for (const node of page.textNodes()) {
    for (const match of [...node.value.matchAll(pattern)].reverse()) {
      if (!dice.chance(share)) continue;
      page.replace(node, match.index, match.index + match[0].length, to(match[0], dice), keeps);
    }
  }
}

const NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '’': '&rsquo;',
  '‘': '&lsquo;',
  '“': '&ldquo;',
  '”': '&rdquo;',
  '–': '&ndash;',
  '—': '&mdash;',
  '…': '&hellip;',
  '\u00a0': '&nbsp;',
};
const numbered: Rewrite = (found, dice) => {
  const point = found.codePointAt(0) as number;
  return dice.chance(0.5) ? `&#${point};` : `&#x${point.toString(16)};`;
};

/** Escaped twice, or resolved to another kind of space. */
export function changeEntities(page: MarkedPage, dice: Dice): void {
  rewrite(page, /(?!\p{M}|\p{Cf})[^\p{ASCII}\s]/gu, 0.02, dice, numbered);
  rewrite(page, /[&<>"'’‘“”–—…\u00a0]/g, 0.6, dice, (found) => NAMES[found] ?? found);
  rewrite(page, / /g, 0.08, dice, (_, { pick }) => pick(['\u00a0', '&nbsp;', '\u2009']), false);
}

export function changeSpace(page: MarkedPage, dice: Dice): void {
  const spaces = ['  ', '\n    ', '\t', '\u00a0', '\u2009', '\u3000', ' \u200b', '\r\n'];
  rewrite(page, /\s+/g, 0.3, dice, (_, { pick }) => pick(spaces), false);
  rewrite(page, /(?<=\p{Script=Han})(?=\p{Script=Han})/gu, 0.05, dice, () => '\n', false);
}

const LIGATURES: Readonly<Record<string, string>> = {
  ffi: 'ﬃ',
  ffl: 'ﬄ',
  ff: 'ﬀ',
  fi: 'ﬁ',
  fl: 'ﬂ',
  st: 'ﬆ',
  ij: 'ĳ',
  لا: 'ﻻ',
};

/** Also letters and marks as one character or as two, and digits of full width. */
export function changeLigatures(page: MarkedPage, dice: Dice): void {
  rewrite(page, /ffi|ffl|ff|fi|fl|st|ij|لا/g, 0.7, dice, (found) => LIGATURES[found] ?? found);
  const form = dice.pick(['NFC', 'NFD'] as const);
  rewrite(page, /\p{L}\p{M}*/gu, 0.5, dice, (found) => found.normalize(form));
  rewrite(page, /[0-9]/g, 0.2, dice, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

export function changeQuotationMarks(page: MarkedPage, dice: Dice): void {
  const double = dice.pick(['"', '“', '”', '„', '«', '»', "''"]);
  const single = dice.pick(["'", '’', '‘', '‚', '`']);
  rewrite(page, /['’‘‚]/g, 0.8, dice, () => single);
  rewrite(page, /["“”„«»]/g, 0.8, dice, () => double);
  rewrite(page, /[–—-]/g, 0.5, dice, (_, { pick }) => pick(['-', '–', '—', '‑']));
}

export function changeSoftHyphens(page: MarkedPage, dice: Dice): void {
  rewrite(page, /\u00ad/g, 0.7, dice, () => '', false);
  rewrite(
    page,
    /(?<=\p{L}{2})(?=\p{L}{2})/gu,
    0.08,
    dice,
    (_, { pick }) => pick(['\u00ad', '\u00ad', '\u200b', '\u2060']),
    false,
  );
}
