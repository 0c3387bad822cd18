// The language of a page, and the direction it is read in.
import type { Claims } from './claims.ts';
import { type JsonLdNode, textsOf } from './json-ld.ts';

/** @returns BCP 47: what the page declares first that is a language; else null */
export function declaredLanguage(claims: Claims, article: JsonLdNode | null): string | null {
  const declared = [
    claims.lang,
    claims.meta.get('og:locale')?.[0],
    claims.meta.get('content-language')?.[0],
    claims.meta.get('language')?.[0],
    claims.meta.get('dc.language')?.[0],
    ...textsOf(article?.fields.inLanguage),
  ];
  for (const tag of declared) {
    const lang = languageTag(tag ?? '');
    if (lang) return lang;
  }
  return null;
}

/** The canonical form of a language tag (`en_us` is `en-US`), or null for what is none. */
export function languageTag(tag: string): string | null {
  const bare = tag.split(',')[0]?.trim().replaceAll('_', '-') ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(bare)) return null;
  try {
    const [lang] = Intl.getCanonicalLocales(bare);
    return lang && !/^(?:und|mul|zxx|mis)\b/.test(lang) ? lang : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const RTL =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu;
const LETTER = /\p{L}/gu;

/** Enough to be sure, little enough to cost nothing. */
const LOOK_AT = 3000;
const FEW_LETTERS = 40;

/** By the letters of the text; what the page declares decides only where there are hardly any. */
export function directionOf(declared: string | null, text: string): 'ltr' | 'rtl' | null {
  const part = text.slice(0, LOOK_AT);
  const letters = part.match(LETTER)?.length ?? 0;
  const said = declared?.trim().toLowerCase();
  if (letters >= FEW_LETTERS) return (part.match(RTL)?.length ?? 0) * 2 > letters ? 'rtl' : 'ltr';
  return said === 'rtl' || said === 'ltr' ? said : null;
}
