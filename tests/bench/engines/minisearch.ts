// MiniSearch with what its manual shows: fuzzy to a fifth of a word, prefixes, titles worth twice.
import MiniSearch from 'minisearch';
import type { Engine, EngineDocument } from './engine.ts';
import { splitWords } from './split-words.ts';

const options = {
  fields: ['title', 'text', 'author', 'site', 'marks'],
  tokenize: splitWords,
  // Folded when they were split.
  processTerm: (term: string) => term,
};

export function openMiniSearch(
  documents: Iterable<EngineDocument>,
  combineWith: 'AND' | 'OR' = 'OR',
): Engine & { saved(): string } {
  const index = new MiniSearch<EngineDocument>(options);
  for (const document of documents) index.add(document);
  return { ...engineOf(index, combineWith), saved: () => JSON.stringify(index) };
}

export const loadMiniSearch = (saved: string): Engine =>
  engineOf(MiniSearch.loadJSON<EngineDocument>(saved, options), 'OR');

const engineOf = (index: MiniSearch<EngineDocument>, combineWith: 'AND' | 'OR'): Engine => ({
  name: `MiniSearch, fuzzy and prefix${combineWith === 'AND' ? ', all words' : ''}`,
  search: (query, limit) =>
    index
      .search(query, { fuzzy: 0.2, prefix: true, boost: { title: 2 }, combineWith })
      .slice(0, limit)
      .map(({ id }) => id as number),
  close() {},
});
