// How dates, times and numbers are written: in the words of the window, as a country has it.
import i18next from 'i18next';
import { useEffect } from 'react';
import type { Settings } from '#contract/types/settings.ts';
import { useSettings } from './queries.ts';
import { recall, remember } from './view-memory.ts';

type Region = Settings['region'];

/** `en-DE`: English words, a German date. @param own languages of the system, as the browser tells them */
export function languageIn(words: string, region: Region, own: string): string {
  return `${words}-${region === 'system' ? (countryOf(own) ?? 'US') : region}`;
}

/** The likeliest one where the language names none. */
function countryOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).maximize().region;
  } catch {
    return undefined; // Some systems give their language a name that is none.
  }
}

/** The choice of last time, so that no date is written twice at the start. */
export function recallRegion(): Region {
  const known = recall('region');
  return known === 'US' || known === 'GB' ? known : 'system';
}

/** Has everything that is on screen written anew when the choice changes. */
export function useRegion(): void {
  const { settings, isKnown } = useSettings();
  const { region } = settings;
  useEffect(() => {
    const words = i18next.resolvedLanguage;
    if (!isKnown || words !== 'en') return;
    remember('region', region);
    const wanted = languageIn(words, region, navigator.language);
    if (wanted !== i18next.language) void i18next.changeLanguage(wanted);
  }, [region, isKnown]);
}
