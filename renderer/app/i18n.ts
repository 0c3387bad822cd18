// The catalogue of strings. One language so far; everything asks for its words here.
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { languageIn, recallRegion } from '../lib/region.ts';
import { pseudoCatalogue, pseudoLocales } from './pseudo-locales.ts';
import en from './strings/en.json';

export async function startI18n(): Promise<void> {
  const pseudo = pseudoLocales.find((locale) => locale === navigator.language);
  await i18next.use(initReactI18next).init({
    lng: pseudo ?? languageIn('en', recallRegion(), navigator.language),
    fallbackLng: 'en',
    resources: {
      en: { translation: en },
      ...(pseudo && { [pseudo]: { translation: pseudoCatalogue(pseudo, en) } }),
    },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  // Of the words, whatever country its dates are of.
  document.documentElement.lang = i18next.resolvedLanguage ?? 'en';
  document.documentElement.dir = i18next.dir();
}
