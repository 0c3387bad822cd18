// The catalogue of strings. One language so far; everything asks for its words here.
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './strings/en.json';

export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}
