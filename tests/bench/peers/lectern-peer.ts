// Lectern as its window uses it: the first answer with passages, asked of an open library by its contract.
import type { SearchPage } from '#contract/types/search.ts';
import { openLibrary } from '#library/open-library.ts';
import { makePorts } from '../../support/make-ports.ts';
import { fillLibrary } from '../big-library.ts';
import type { Peer } from './peer.ts';

export const lecternPeer: Peer = {
  async index(documents, dir) {
    const articles = [...documents].map((one) => ({ ...one, lang: 'en' }));
    const article = (i: number) => articles[i] as (typeof articles)[number];
    await fillLibrary(dir, { article, queries: () => ({}) }, articles.length);
  },
  async open(dir) {
    const library = await openLibrary({ dir, ports: makePorts() });
    const { signal } = new AbortController();
    return {
      name: 'Lectern',
      async search(text, limit) {
        const page = (await library.dispatch('search.run', { text, limit }, signal)) as SearchPage;
        return page.hits.map((_, at) => at);
      },
      close: () => library.close(),
    };
  },
};
