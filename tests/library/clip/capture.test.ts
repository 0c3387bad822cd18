// Pages as a window shows them: their markup, the pictures that the window has, and words that somebody chose of them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFetcher } from '#hosts/fetcher.ts';
import { articlePage, type LocalSite, startLocalSite } from '../../support/local-site.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';
import * as pictures from '../../support/pictures.ts';

const URL_OF_PAGE = 'https://dunmore.example/log?day=3';
const PAGE = articlePage(
  'the log of Dunmore',
  '<figure><img src="small.png" lectern-shown="https://dunmore.example/large.png#x" srcset="huge.png 2000w" alt="The lamp"></figure>',
);
const lamp = {
  url: 'https://dunmore.example/large.png',
  bytes: new Uint8Array(pictures.png(300, 200)),
};

const capture = (
  { client }: TestContext,
  more: Partial<Parameters<TestContext['client']['clip.fromCapture']>[0]> = {},
) =>
  client['clip.fromCapture']({
    url: URL_OF_PAGE,
    kind: 'html',
    bytes: Buffer.from(PAGE),
    ...more,
  });

describe('a page as a window shows it', () => {
  it('becomes an article with the pictures of the window, and asks the network for none', async () => {
    const context = await makeContext({});
    const { client } = context;
    const { uid, status, url } = await capture(context, { pictures: [lamp] });
    expect({ status, url }).toEqual({ status: 'saved', url: URL_OF_PAGE });
    expect((await client['articles.content']({ uid })).html).toMatch(/src="[^"]*\.png"/);
    expect(await client['pictures.missing']({ uid })).toEqual([]);
    expect((await client['search.run']({ text: 'lighthouse' })).hits).toHaveLength(1);
    expect(await client['library.check']({})).toMatchObject({ ok: true });
    // Read anew it is the same, and clipped anew it is there.
    expect(await client['articles.reread']({ uid })).toMatchObject({ changed: false });
    expect(await capture(context, { pictures: [lamp] })).toMatchObject({ uid, status: 'exists' });
  });

  it('says which pictures are missing where the window did not have them', async () => {
    const context = await makeContext({});
    const { uid } = await capture(context);
    expect(await context.client['pictures.missing']({ uid })).toHaveLength(1);
  });

  it('becomes a version of the article that its address is already', async () => {
    const context = await makeContext({});
    const { uid } = await capture(context);
    const grown = PAGE.replace(
      '</article>',
      '<p>In the spring the lamp was lit again.</p></article>',
    );
    expect(await capture(context, { bytes: Buffer.from(grown) })).toMatchObject({
      uid,
      version: { number: 2, shown: true },
    });
  });

  it('is refused where it only asks for a login, in words of the window, unless it is wanted all the same', async () => {
    const context = await makeContext({});
    const bytes = Buffer.from(
      '<!doctype html><html lang="en"><title>Log in</title><body><h1>Log in to continue reading</h1><form><input type="email" name="email"><input type="password" name="password"><button>Log in</button></form><p>Subscribe to read this article.</p></body></html>',
    );
    await expect(capture(context, { bytes })).rejects.toMatchObject({
      code: 'login_required',
      message: expect.stringContaining('Log in here, then clip the page.') as string,
    });
    expect((await context.client['articles.list']({})).articles).toEqual([]);
    expect(await capture(context, { bytes, anyway: true })).toMatchObject({ status: 'saved' });
  });

  it('is refused where there is nothing on it, and where its address is none of the web', async () => {
    const context = await makeContext({});
    await expect(capture(context, { bytes: new Uint8Array(0) })).rejects.toMatchObject({
      code: 'nothing_to_read',
    });
    for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'app://lectern/']) {
      await expect(capture(context, { url })).rejects.toMatchObject({
        code: 'invalid_input',
      });
    }
    expect((await context.client['articles.list']({})).articles).toEqual([]);
  });
});

describe('words that somebody chose of it', () => {
  const chosen = (words: string) =>
    Buffer.from(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>the log of Dunmore</title></head><body><p>${words}</p></body></html>`,
    );

  it('are an article of their own, beside the page and beside other words of it', async () => {
    const context = await makeContext({});
    const { client } = context;
    const page = await capture(context);
    const one = await capture(context, { bytes: chosen('A heron on the gallery.'), isPart: true });
    const two = await capture(context, { bytes: chosen('A seal on the slip.'), isPart: true });
    expect(new Set([page.uid, one.uid, two.uid]).size).toBe(3);
    expect(one).toMatchObject({ status: 'saved', title: 'the log of Dunmore', url: URL_OF_PAGE });
    expect((await client['articles.content']({ uid: one.uid })).text.trim()).toBe(
      'A heron on the gallery.',
    );
    // The same words again are there already, and stay what they are when they are read anew.
    expect(
      await capture(context, { bytes: chosen('A heron on the gallery.'), isPart: true }),
    ).toMatchObject({ uid: one.uid, status: 'exists' });
    expect(await client['articles.reread']({ uid: one.uid })).toMatchObject({ changed: false });
    // The page itself is still found by its address.
    expect(await capture(context, { bytes: Buffer.from(`${PAGE}<!-- -->`) })).toMatchObject({
      uid: page.uid,
      status: 'exists',
    });
  });

  it('do not stand for a page that is clipped after them', async () => {
    const context = await makeContext({});
    const words = await capture(context, {
      bytes: chosen('A heron on the gallery.'),
      isPart: true,
    });
    const page = await capture(context);
    expect(page).toMatchObject({ status: 'saved' });
    expect(page.uid).not.toBe(words.uid);
  });
});

describe('pictures that the window did not have', () => {
  let site: LocalSite;
  beforeAll(async () => {
    site = await startLocalSite();
  });
  afterAll(() => site.close());

  it('come from the network, within the same rules as ever', async () => {
    const context = await makeContext({ fetcher: createFetcher({ isOffline: () => false }) });
    const page = articlePage('Dunmore', `<img src="${site.origin}/images/png" alt="A lamp">`);
    const { uid } = await capture(context, { bytes: Buffer.from(page) });
    expect(await context.client['pictures.missing']({ uid })).toMatchObject([
      { problem: { code: 'not_allowed' } },
    ]);
    await context.client['settings.change']({ allowedHosts: [site.host] });
    const again = Buffer.from(
      page.replace('</article>', '<p>And more of it was told.</p></article>'),
    );
    await capture(context, { bytes: again });
    expect(await context.client['pictures.missing']({ uid })).toEqual([]);
  });
});
