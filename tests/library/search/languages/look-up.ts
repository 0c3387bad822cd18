// Looks up what tables of languages say: what must be found, with the words that are marked, and what is near and must not be.
import { makeSearchable } from '../searchable.ts';

interface Language {
  /** One article each, under a title that no query has. */
  readonly texts: Readonly<Record<string, string>>;
  /** By query and article: what is marked of the text, as it stands there. */
  readonly found: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly notFound: readonly string[];
}
export type Languages = Readonly<Record<string, Language>>;

type Looked = Record<string, Record<string, Readonly<Record<string, readonly string[]>>>>;

/** In one library for all of them, so that what is found of the one language must not be of the other. */
export async function lookUp(languages: Languages): Promise<{ found: Looked; expected: Looked }> {
  const texts = Object.values(languages).map((language) => language.texts);
  const { search } = await makeSearchable(Object.assign({}, ...texts));
  const found: Looked = {};
  const expected: Looked = {};
  for (const [name, language] of Object.entries(languages)) {
    const nothing = Object.fromEntries(language.notFound.map((query) => [query, {}]));
    expected[name] = { ...language.found, ...nothing };
    found[name] = {};
    for (const query of Object.keys(expected[name])) {
      const { hits } = await search(query);
      found[name][query] = Object.fromEntries(
        hits.map(({ article, passages }) => [
          article.title,
          passages
            .flatMap(({ parts }) => parts)
            .filter(({ marked }) => marked)
            .map(({ text }) => text),
        ]),
      );
    }
  }
  return { found, expected };
}
