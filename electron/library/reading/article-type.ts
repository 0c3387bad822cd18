// Type settings of one article, as JSON in its row; null where it follows the general choice.
import { ArticleType } from '#contract/types/settings.ts';
import { parseKnown } from '../settings/parse-known.ts';
import { parseJson } from '../storage/parse-json.ts';

/** @returns null where nothing in it means anything */
export function readArticleType(json: string | null): ArticleType | null {
  const found = json === null ? null : parseJson(json);
  if (typeof found !== 'object' || found === null) return null;
  return orNull(parseKnown(ArticleType.shape, found as Record<string, unknown>));
}

export function writeArticleType(type: ArticleType | null): string | null {
  const chosen = type && orNull(type);
  return chosen && JSON.stringify(chosen);
}

const orNull = (type: ArticleType): ArticleType | null => {
  const chosen = Object.entries(type).filter(([, value]) => value !== undefined);
  return chosen.length === 0 ? null : Object.fromEntries(chosen);
};
