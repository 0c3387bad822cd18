// As it was saved, an article that came over several pages is shown page by page: `?page=N`.
import { expect, onTestFinished, test } from 'vitest';
import { createFetcher } from '#hosts/fetcher.ts';
import { startLocalSite } from '../../support/local-site.ts';
import { addSplitArticle } from '../../support/split-article.ts';
import { startWebHost } from '../../support/web-host.ts';

test('each page of an article is served as its site sent it, and no page that it has not', async () => {
  const site = await startLocalSite();
  onTestFinished(() => site.close());
  const host = await startWebHost({ fetcher: createFetcher({ isOffline: () => false }) });
  const clip = async () => {
    const url = `${site.origin}/tides` as never;
    return host.client['clip.fromUrl']({ url, allowHosts: [site.host] });
  };
  addSplitArticle(site, '/tides', ['first', 'second', 'third']);
  const { uid } = await clip();
  addSplitArticle(site, '/tides', ['fourth', 'fifth']);
  await clip();
  const versions = await host.client['snapshots.ofArticle']({ uid });
  expect(versions.map(({ pages }) => pages)).toEqual([2, 3]);
  const [latest, former] = versions.map(({ uid: version }) => `?version=${version}`);

  const bases = (await host.bases()) as Awaited<ReturnType<typeof host.bases>> & {
    originalBase: string;
  };
  const shown = async (query: string) => {
    const { status, text } = await host.ask(`${bases.originalBase}${uid}${query}`);
    const [, word] = /In sentence number 1 the (\w+) tide/.exec(text) ?? [];
    return word ?? status;
  };
  const all = async (queries: readonly string[]) => Promise.all(queries.map(shown));
  // What was clipped last holds less, and is not the one that is shown.
  expect(
    await all([former ?? '', `${former}&page=1`, `${former}&page=2`, `${former}&page=3`]),
  ).toEqual(['first', 'first', 'second', 'third']);
  expect(await all([latest ?? '', `${latest}&page=2`, `${latest}&page=3`])).toEqual([
    'fourth',
    'fifth',
    404,
  ]);
  const none = ['0', '-1', '4', '1000', '2x', '02', '1e0', '', '2.0', '٢'];
  expect(await all(none.map((page) => `${former}&page=${encodeURIComponent(page)}`))).toEqual(
    none.map(() => 404),
  );
});
