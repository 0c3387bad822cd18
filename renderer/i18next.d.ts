// Makes every key of the catalogue known to the compiler.
import type en from './app/strings/en.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}
