// What is put into React Aria instead of a look at all calendars: it tells names of languages from others as that does.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { localeWithoutCalendars } from '../../scripts/locale.mjs';

const FILE = 'node_modules/react-aria/dist/private/i18n/useDefaultLocale.mjs';
const file = join(import.meta.dirname, '../..', FILE);

type Transform = (
  this: { error(message: string): never },
  code: string,
  id: string,
) => { code: string } | null;
const transform = localeWithoutCalendars().transform as Transform;
const context = {
  error(message: string): never {
    throw new Error(message);
  },
};

test('React Aria no longer looks through calendars as it is loaded', () => {
  const source = readFileSync(file, 'utf8');
  const made = transform.call(context, source, file)?.code ?? '';
  expect(source).toContain('supportedLocalesOf');
  expect(made).not.toContain('supportedLocalesOf');
  expect(made).toContain('Intl.getCanonicalLocales(locale)');
});

test('nothing else is changed, and a React Aria that asks in another way ends the build', () => {
  expect(transform.call(context, readFileSync(file, 'utf8'), '/elsewhere/locale.mjs')).toBeNull();
  expect(() => transform.call(context, 'export {}', file)).toThrow('in another way');
});

test.each([
  'en-US',
  'de',
  'zh-Hant-TW',
  'ar-EG-u-nu-latn',
  'tlh',
  'C',
  'en_US',
  'POSIX@euro',
  '',
  'a b',
  '12',
  '../de',
])('“%s” is refused by both or by none', (name) => {
  const isRefused = (look: () => unknown): boolean => {
    try {
      look();
      return false;
    } catch {
      return true;
    }
  };
  expect(isRefused(() => Intl.getCanonicalLocales(name))).toBe(
    isRefused(() => Intl.DateTimeFormat.supportedLocalesOf([name])),
  );
});
