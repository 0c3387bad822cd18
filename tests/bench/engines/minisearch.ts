// MiniSearch with what its manual shows: fuzzy to a fifth of a word, prefixes, titles worth twice.
import MiniSearch from 'minisearch';
import type { Engine, EngineDocument } from './engine.ts';
import { splitWords } from './split-words.ts';

export function openMiniSearch(
  documents: Iterable<EngineDocument>,
  combineWith: 'AND' | 'OR' = 'OR',
): Engine {
  const index = new MiniSearch<EngineDocument>({
    fields: ['title', 'text', 'author', 'site', 'marks'],
    tokenize: splitWords,
    // Folded when they were split.
    processTerm: (term) => term,
  });
  for (const document of documents) index.add(document);
  return {
    name: `MiniSearch, fuzzy and prefix${combineWith === 'AND' ? ', all words' : ''}`,
    search: (query, limit) =>
      index
        .search(query, { fuzzy: 0.2, prefix: true, boost: { title: 2 }, combineWith })
        .slice(0, limit)
        .map(({ id }) => id as number),
    close() {},
  };
}
