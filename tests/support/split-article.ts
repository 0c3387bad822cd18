// An article that its site splits over pages: `/tides`, `/tides/2`, …, each with a word of its own in every sentence.
import type { LocalSite } from './local-site.ts';

export const SPLIT_TITLE = 'Tides of the coast';

/** @param words one for each page; page one is at `base`, the others at `base/2` and so on */
export function addSplitArticle(site: LocalSite, base: string, words: readonly string[]): void {
  const path = (at: number) => (at === 0 ? base : `${base}/${at + 1}`);
  const routes = words.map((word, at) => {
    const next = at + 1 < words.length ? `<a rel="next" href="${path(at + 1)}">Next</a>` : '';
    const sentences = Array.from(
      { length: 8 },
      (_, n) =>
        `<p>In sentence number ${n + 1} the ${word} tide comes in over the flats and goes out again before the evening, as ${word} tides do.</p>`,
    );
    const page = `<!doctype html><html lang="en"><head><title>${SPLIT_TITLE}</title></head><body><article><h1>${SPLIT_TITLE}</h1>
<p class="byline">By Ann Author</p>${sentences.join('')}</article><div class="pages">${next}</div></body></html>`;
    return [path(at), page] as const;
  });
  site.add(Object.fromEntries(routes));
}
