// FlexSearch with what its manual advises: beginnings of words, and suggestions where not every word is found.
import { Document } from 'flexsearch';
import type { Engine, EngineDocument } from './engine.ts';
import { splitWords } from './split-words.ts';

const FIELDS = ['title', 'marks', 'author', 'text', 'site'];

const createEmpty = () =>
  new Document({
    document: { id: 'id', index: FIELDS },
    tokenize: 'forward',
    encode: splitWords,
  });

export function openFlexSearch(
  documents: Iterable<EngineDocument>,
): Engine & { saveTo(write: (key: string, text: string) => void): void } {
  const index = createEmpty();
  for (const { id, title, text, author, site, marks } of documents) {
    index.add({ id, title, text, author, site, marks });
  }
  return {
    ...engineOf(index),
    saveTo: (write) => index.export((key: string, text: string) => write(key, text)),
  };
}

export function loadFlexSearch(saved: Iterable<readonly [string, string]>): Engine {
  const index = createEmpty();
  for (const [key, text] of saved) index.import(key, text);
  return engineOf(index);
}

const engineOf = (index: ReturnType<typeof createEmpty>): Engine => ({
  name: 'FlexSearch, beginnings of words',
  search(query, limit) {
    // A list for each field, in the order of the fields.
    const found = index.search(query, { limit, suggest: true });
    return [...new Set(found.flatMap(({ result }) => result as number[]))].slice(0, limit);
  },
  close() {},
});
