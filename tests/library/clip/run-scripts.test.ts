// Pages that scripts fill: rendered where there is a renderer, told of where there is none.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LibraryError } from '#contract/errors.ts';
import { createFetcher } from '#hosts/fetcher.ts';
import type { PageRenderer, RenderRequest } from '#library/ports.ts';
import { statement } from '#library/storage/database.ts';
import { articlePage, type LocalSite, startLocalSite } from '../../support/local-site.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';

const SHELL = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Dunmore</title>
<meta name="description" content="The lighthouse of Dunmore, and what its keeper wrote down every evening for forty years, with notes on fog, storms and calms.">
</head><body><div id="root"></div><script src="/bundle.js"></script></body></html>`;
const WALL = SHELL.replace(
  '<div id="root">',
  '<noscript>You need to enable JavaScript to run this app.</noscript><div id="root">',
);

let site: LocalSite;
beforeAll(async () => {
  site = await startLocalSite({ '/shell': SHELL, '/wall': WALL });
});
afterAll(() => site.close());

/** What it was asked, and an answer of the test's own. */
function renderer(answer: (request: RenderRequest) => string) {
  const asked: RenderRequest[] = [];
  const port: PageRenderer = {
    async render(request) {
      asked.push(request);
      return answer(request);
    },
  };
  return { asked, port };
}

const make = (port: PageRenderer | null) =>
  makeContext({ fetcher: createFetcher({ isOffline: () => false }), renderer: port });
const clip = ({ client }: TestContext, path: string, anyway = false) =>
  client['clip.fromUrl']({
    url: `${site.origin}${path}` as never,
    allowHosts: [site.host],
    anyway,
  });

describe('a page that scripts fill', () => {
  it('is what they make of it, with what was sent kept beside', async () => {
    const { asked, port } = renderer(() => articlePage('Dunmore'));
    const context = await make(port);
    const { client } = context;
    const result = await clip(context, '/shell');
    expect(result).not.toHaveProperty('warning');
    expect(asked).toEqual([
      {
        url: `${site.origin}/shell`,
        bytes: new Uint8Array(Buffer.from(SHELL)),
        charset: 'utf-8',
        allowHosts: [site.host],
      },
    ]);
    const { uid } = result;
    expect((await client['articles.content']({ uid })).text).toContain('The lighthouse of Dunmore');
    expect(await client['snapshots.ofArticle']({ uid })).toMatchObject([{ rendered: true }]);
    const sent = statement<string>(context.db, 'SELECT sent_asset FROM rendered_snapshot').pluck();
    expect((await context.assets.read(sent.get() as never)).toString()).toBe(SHELL);
    expect(await client['library.check']({})).toMatchObject({ ok: true });

    // Read anew from the snapshot, and clipped again, it is the same.
    expect(await client['articles.reread']({ uid })).toMatchObject({ changed: false });
    expect(await clip(context, '/shell')).toMatchObject({ uid, status: 'exists' });
  });

  it('is rendered also where it looks like a check for robots', async () => {
    const { port } = renderer(() => articlePage('Dunmore'));
    expect(await clip(await make(port), '/wall')).toMatchObject({
      title: 'Dunmore',
      status: 'saved',
    });
  });

  it.each<[string, (request: RenderRequest) => string, RegExp]>([
    ['bring no more', () => SHELL, /its scripts were run, and brought no more/],
    [
      'take too long',
      () => {
        throw new LibraryError('timed_out', 'They took longer than 20 seconds.');
      },
      /could not be run\. They took longer than 20 seconds\.$/,
    ],
    [
      'put a login in its place',
      () =>
        '<title>Log in</title><h1>Log in to continue reading</h1><form action="/login"><input name="user"><input type="password"><button>Log in</button></form>',
      /brought no more/,
    ],
  ])('is kept as it was sent, with a warning, when they %s', async (_, answer, message) => {
    const context = await make(renderer(answer).port);
    const { uid, warning } = await clip(context, '/shell');
    expect(warning?.message).toMatch(message);
    expect(await context.client['snapshots.ofArticle']({ uid })).toMatchObject([
      { rendered: false },
    ]);
  });

  it('says that nothing here runs them', async () => {
    const context = await make(null);
    expect((await clip(context, '/shell')).warning?.message).toMatch(
      /scripts bring it, which are not run here/,
    );
    await expect(clip(context, '/wall')).rejects.toMatchObject({
      code: 'refused_by_site',
      message: expect.stringContaining('a page that scripts would have to fill'),
    });
  });

  it('is not rendered when it came as a file, nor one that has its text', async () => {
    const { asked, port } = renderer(() => articlePage('Dunmore'));
    const context = await make(port);
    await context.client['clip.fromFile']({ name: 'shell.html', bytes: Buffer.from(SHELL) });
    await clip(context, '/article');
    expect(asked).toEqual([]);
  });
});
