// Two languages that nobody speaks, made from the catalogue, to see the window as other languages will have it:
// `en-XA` is longer and full of accents, `ar-XB` runs from right to left. A browser set to one of them shows it.

export const pseudoLocales = ['en-XA', 'ar-XB'] as const;
export type PseudoLocale = (typeof pseudoLocales)[number];

interface Catalogue {
  readonly [key: string]: string | Catalogue;
}

/** Names and tags within a string are not words: `{{count, number}}`, `$t(key)`, `<1>`. */
const KEPT = /(\{\{.*?\}\}|\$t\(.*?\)|<[^>]*>)/;
const PLAIN = 'aeioucnsyAEIOUCNSY';
const ACCENTED = 'àëïøùçñšÿÅÉÎÖÜÇÑŠÝ';
/** How much longer a translation may be than the English it is made from. */
const LONGER = 0.4;
/** Plural forms that Arabic has and English has not. */
const MORE_FORMS = ['zero', 'two', 'few', 'many'] as const;

export function pseudoCatalogue(locale: PseudoLocale, english: Catalogue): Catalogue {
  const made: Record<string, string | Catalogue> = {};
  for (const [key, value] of Object.entries(english)) {
    if (typeof value !== 'string') {
      made[key] = pseudoCatalogue(locale, value);
    } else if (locale === 'en-XA') {
      made[key] = lengthened(value);
    } else {
      made[key] = mirrored(value);
      if (!key.endsWith('_other')) continue;
      for (const form of MORE_FORMS) made[key.replace(/other$/, form)] = mirrored(value);
    }
  }
  return made;
}

/** Word by word, so that lines break where they would. */
const lengthened = (text: string): string =>
  eachWord(text, (part) =>
    part.replace(/\p{L}+/gu, (word) => {
      const accented = word.replace(/./g, (sign) => ACCENTED[PLAIN.indexOf(sign)] ?? sign);
      return `${accented}${'·'.repeat(Math.ceil(word.length * LONGER))}`;
    }),
  );

/** An override makes Latin letters run like Arabic ones. */
const mirrored = (text: string): string =>
  eachWord(text, (part) => (part.trim() === '' ? part : `\u202e${part}\u202c`));

const eachWord = (text: string, change: (part: string) => string): string =>
  text
    .split(KEPT)
    .map((part, at) => (at % 2 === 1 ? part : change(part)))
    .join('');
