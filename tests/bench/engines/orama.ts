// Orama with a tolerance of one mistake, and words split as for the others, since its own splitter
// knows one language at a time. Titles worth twice made its answers worse on the working seed.
import { type AnyOrama, create, insert, search, type Tokenizer } from '@orama/orama';
import type { Engine, EngineDocument } from './engine.ts';
import { splitWords } from './split-words.ts';

const tokenizer: Tokenizer = {
  language: 'many',
  normalizationCache: new Map(),
  tokenize: (text) => [...new Set(splitWords(text))],
};
const schema = {
  title: 'string',
  text: 'string',
  author: 'string',
  site: 'string',
  marks: 'string',
} as const;

/** @param threshold 1 finds what has any of the words, 0 what has all */
export async function openOrama(
  documents: Iterable<EngineDocument>,
  threshold = 1,
): Promise<Engine & { readonly database: AnyOrama }> {
  const database = create({ schema, components: { tokenizer } });
  for (const { id, ...fields } of documents) await insert(database, { id: String(id), ...fields });
  return {
    name: `Orama, tolerance 1${threshold === 0 ? ', all words' : ''}`,
    database,
    async search(query, limit) {
      const found = await search(database, { term: query, tolerance: 1, threshold, limit });
      return found.hits.map(({ id }) => Number(id));
    },
    close() {},
  };
}
