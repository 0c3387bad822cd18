// A local site whose articles are split over pages, and what tests of them ask of it.
import { afterAll, beforeAll } from 'vitest';
import type { ArticleUid } from '#contract/types/ids.ts';
import { createFetcher } from '#hosts/fetcher.ts';
import { type LocalSite, type SiteRoute, startLocalSite } from './local-site.ts';
import { makeContext, type TestContext } from './make-context.ts';
import * as pictures from './pictures.ts';

/** Eight sentences that no other page has. */
export const text = (page: string) =>
  Array.from(
    { length: 8 },
    (_, at) =>
      `<p>On page ${page}, in sentence number ${at + 1}, the ${page} tide comes in over the flats and goes out again before the evening, as ${page} tides do.</p>`,
  ).join('');
const LEAD = '<p>How the sea comes and goes, and what the people of the coast have made of it.</p>';

export interface GivenPage {
  readonly title?: string;
  readonly inside?: string;
  readonly head?: string;
  readonly links?: string;
}

export const pageOf = (
  name: string,
  { title = 'Tides of the coast', inside = '', head = '', links = '' }: GivenPage = {},
) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>
<article><h1>Tides of the coast</h1><p class="byline">By Ann Author</p>${LEAD}<figure><img src="/lead.png" alt="Lead"></figure>
${text(name)}${inside}</article><div class="pages">${links}</div></body></html>`;

export const pager = (base: string, at: number, of: number) =>
  Array.from({ length: of }, (_, n) =>
    n + 1 === at ? `<b>${at}</b>` : `<a href="${base}/${n + 1}">${n + 1}</a>`,
  ).join(' ') + (at < of ? ` <a href="${base}/${at + 1}">Next</a>` : '');

/** Of the first pages, in their text. */
export const NAMES = ['first', 'second', 'third', 'fourth'];

export const broken: SiteRoute = (_, response) => {
  response.writeHead(500, { 'content-type': 'text/html' });
  response.end();
};

export const makeOnline = () => makeContext({ fetcher: createFetcher({ isOffline: () => false }) });

export async function textOf({ client }: TestContext, uid: ArticleUid) {
  return (await client['articles.content']({ uid })).text;
}

const picture =
  (shade: number): SiteRoute =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'image/png' });
    response.end(pictures.png(300, 200, shade));
  };

/** For the tests of one file: up before the first of them, down after the last. */
export function pagedSite() {
  let site: LocalSite;
  beforeAll(async () => {
    site = await startLocalSite({ '/lead.png': picture(1), '/two.png': picture(2) });
  });
  afterAll(() => site.close());

  return {
    get site(): LocalSite {
      return site;
    },
    /** An article of `of` pages at `base`, `base/2` and so on. */
    addArticle(base: string, of: number, change: (at: number) => GivenPage = () => ({})) {
      const routes = Object.fromEntries(
        Array.from({ length: of }, (_, n) => [
          n === 0 ? base : `${base}/${n + 1}`,
          pageOf(NAMES[n] ?? `number-${n + 1}`, {
            links: pager(base, n + 1, of),
            ...change(n + 1),
          }),
        ]),
      );
      site.add(routes);
    },
    clip: ({ client }: TestContext, path: string) =>
      client['clip.fromUrl']({ url: `${site.origin}${path}` as never, allowHosts: [site.host] }),
    /** How often a page was. */
    asked: (path: string) => site.requests.filter((request) => request.path === path).length,
  };
}
