// Languages as people name them in a query: by code, in English, or as the language calls itself.

/** The languages that pages are most often written in; any other is known by its code. */
// biome-ignore format: a list
export const someLanguages = [
  'en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'da', 'no', 'fi', 'cs', 'sk', 'hu', 'ro', 'bg', 'el', 'tr', 'ru', 'uk',
  'sr', 'hr', 'sl', 'lt', 'lv', 'et', 'ca', 'ar', 'fa', 'he', 'ur', 'hi', 'bn', 'ta', 'th', 'vi', 'id', 'zh', 'ja', 'ko',
];

const CODE = /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/;

let codesByName: ReadonlyMap<string, string> | undefined;

/** @returns the code in lower case, or null where that names no language */
export function readLanguage(typed: string): string | null {
  const value = typed.toLowerCase();
  codesByName ??= namesOf(someLanguages);
  return codesByName.get(value) ?? (CODE.test(value) ? value : null);
}

function namesOf(codes: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const code of codes) {
    for (const inLanguage of ['en', code]) {
      const name = new Intl.DisplayNames(inLanguage, { type: 'language' }).of(code);
      if (name) names.set(name.toLowerCase(), code);
    }
  }
  return names;
}

let englishNames: Intl.DisplayNames | undefined;

/** In English, as the window is. */
export function languageName(code: string): string {
  englishNames ??= new Intl.DisplayNames('en', { type: 'language' });
  return englishNames.of(code) ?? code;
}
