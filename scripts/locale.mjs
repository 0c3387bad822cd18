// A Vite plugin for the window: React Aria asks as it is loaded whether dates can be written in the browser's language, to find out
// whether the language has a name that can be used at all. For the answer ICU looks through the calendars of all languages, 8 ms;
// whether a name is one can be told from itself.

const ASKED = /Intl\.DateTimeFormat\.supportedLocalesOf\(\[\s*locale\s*\]\)/;

/** @returns {import('vite').Plugin} */
export const localeWithoutCalendars = () => ({
  name: 'lectern:locale-without-calendars',
  transform(code, id) {
    if (!/\/react-aria\/.*\/useDefaultLocale\.m?js$/.test(id)) return null;
    if (!ASKED.test(code)) this.error('React Aria looks at its locale in another way.');
    return { code: code.replace(ASKED, 'Intl.getCanonicalLocales(locale)'), map: null };
  },
});
