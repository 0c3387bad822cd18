// The language of a text that nobody has declared.
import { languageTag } from './language.ts';

/** Enough for the detector to be sure, little enough to cost nothing. */
const GUESS_FROM = 3000;
const SHORTEST = 40;

/**
 * The detector's tables take longer to load than a page to read, and most pages say what their language is: they are
 * loaded when one does not.
 * @returns BCP 47; null where the text is too short, or like no language for certain
 */
export async function guessLanguage(text: string): Promise<string | null> {
  const part = text.slice(0, GUESS_FROM);
  if (part.length < SHORTEST) return null;
  const { eld } = await import('eld/small');
  const found = eld.detect(part);
  return found.isReliable() && found.language ? languageTag(found.language) : null;
}
