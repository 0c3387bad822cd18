// Orama with a tolerance of one mistake, and words split as for the others, since its own splitter
// knows one language at a time. Titles worth twice made its answers worse on the working seed.
import { create, insert, load, type RawData, save, search, type Tokenizer } from '@orama/orama';
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

const createEmpty = () => create({ schema, components: { tokenizer } });

/** @param threshold 1 finds what has any of the words, 0 what has all */
export async function openOrama(
  documents: Iterable<EngineDocument>,
  threshold = 1,
): Promise<Engine & { saved(): RawData }> {
  const index = createEmpty();
  for (const { id, ...fields } of documents) await insert(index, { id: String(id), ...fields });
  return { ...engineOf(index, threshold), saved: () => save(index) };
}

export function loadOrama(saved: RawData): Engine {
  const index = createEmpty();
  load(index, saved);
  return engineOf(index, 1);
}

const engineOf = (index: ReturnType<typeof createEmpty>, threshold: number): Engine => ({
  name: `Orama, tolerance 1${threshold === 0 ? ', all words' : ''}`,
  async search(query, limit) {
    const found = await search(index, { term: query, tolerance: 1, threshold, limit });
    return found.hits.map(({ id }) => Number(id));
  },
  close() {},
});
