// PDFs in the library: from the file to a marked hit of the search, kept as they are, and nothing kept of one that is bad.
import type { ServerResponse } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFetcher } from '#hosts/fetcher.ts';
import { assetNameOf } from '#library/storage/asset-store.ts';
import { statement } from '#library/storage/database.ts';
import { afterOneClip, census, failsClean } from '../../support/census.ts';
import { articleFile, clipFile } from '../../support/clip-file.ts';
import { startLocalSite } from '../../support/local-site.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';
import { line, lines, makePdf, wrapped } from '../../support/make-pdf.ts';

const TEXT =
  'A quincunx of moths sat on the lamp, four at the corners and one in the middle, and none of them ' +
  'moved before the morning came and the lamp was put out by the keeper.';

const moths = (parts: { password?: string } = {}) =>
  makePdf({
    pages: [{ content: line('The Lamp', 72, 720, 20, 'F2') + lines(wrapped(TEXT, 300), 72, 680) }],
    info: { Title: 'The Lamp', Author: 'Ann Lee' },
    ...parts,
  });

async function hit({ client }: TestContext, text: string) {
  const { hits } = await client['search.run']({ text });
  return hits.map(({ article, passages }) => [
    article.title,
    passages.flatMap(({ parts }) => parts.flatMap((part) => (part.marked ? [part.text] : []))),
  ]);
}

const kindsIn = ({ db }: TestContext) =>
  statement(db, 'SELECT kind, file_name AS name, charset FROM snapshot').all();

describe('a PDF', () => {
  it('is clipped, found by its words, and kept as it is', async () => {
    const context = await makeContext();
    const before = census(context);
    const bytes = moths();
    const result = await context.client['clip.fromFile'](clipFile(bytes, 'lamp.pdf'));
    expect(result).toMatchObject({ title: 'The Lamp', status: 'saved', url: null });
    expect(census(context)).toEqual(afterOneClip(before));
    expect(kindsIn(context)).toEqual([{ kind: 'pdf', name: 'lamp.pdf', charset: 'binary' }]);
    expect(await hit(context, 'quincunx')).toEqual([['The Lamp', ['quincunx']]]);
    expect(await hit(context, 'has:pdf')).toEqual([['The Lamp', []]]);
    expect(await hit(context, 'Helvetica')).toEqual([]);
    expect(await context.client['articles.get']({ uid: result.uid })).toMatchObject({
      author: 'Ann Lee',
      warning: null,
      lang: 'en',
      hasPages: true,
    });
    expect(await context.client['articles.pdf']({ uid: result.uid })).toEqual({
      asset: assetNameOf(new Uint8Array(bytes), 'bin'),
    });
    expect(await context.client['clip.fromFile'](clipFile(bytes, 'again.pdf'))).toMatchObject({
      status: 'exists',
      uid: result.uid,
    });
    expect(await context.client['articles.reread']({ uid: result.uid })).toMatchObject({
      changed: false,
    });
  });

  it('is fetched from its address, whatever the site calls it', async () => {
    const sent = (type: string, body: Buffer) => (_: unknown, response: ServerResponse) => {
      response.writeHead(200, { 'content-type': type });
      response.end(body);
    };
    const site = await startLocalSite({
      '/paper': sent('application/pdf', moths()),
      '/other': sent('text/html', moths({ password: '' })),
    });
    onTestFinished(() => site.close());
    const context = await makeContext({ fetcher: createFetcher({ isOffline: () => false }) });
    for (const path of ['/paper', '/other']) {
      const url = site.origin + path;
      expect(await context.client['clip.fromUrl']({ url, allowHosts: [site.host] })).toMatchObject({
        title: 'The Lamp',
        status: 'saved',
        url,
      });
    }
    expect(await hit(context, 'quincunx')).toHaveLength(2);
  });

  it('alone has pages', async () => {
    const context = await makeContext();
    const { uid } = await context.client['clip.fromFile'](articleFile('The lamp'));
    expect(await context.client['articles.get']({ uid })).toMatchObject({ hasPages: false });
    await expect(context.client['articles.pdf']({ uid })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('of pictures is kept, with a warning', async () => {
    const context = await makeContext();
    const bytes = makePdf({ pages: [{ content: '', isScan: true }] });
    const { warning, title } = await context.client['clip.fromFile'](clipFile(bytes, 'scan.pdf'));
    expect({ code: warning?.code, title }).toEqual({ code: 'nothing_to_read', title: 'scan' });
    expect(kindsIn(context)).toMatchObject([{ kind: 'pdf' }]);
    const [article] = (await context.client['articles.list']({})).articles;
    const uid = article?.uid as never;
    expect(await context.client['articles.get']({ uid })).toMatchObject({ hasPages: true });
  });

  it.each([
    ['locked', moths({ password: 'secret' }), 'not_allowed', /is locked with a password/],
    ['cut off', moths().subarray(0, 60), 'unsupported_type', /is damaged/],
    ['empty', Buffer.alloc(0), 'nothing_to_read', /is empty/],
  ] as const)('that is %s leaves nothing behind', async (_, bytes, code, sentence) => {
    const context = await makeContext();
    const clip = () => context.client['clip.fromFile'](clipFile(bytes, 'lamp.pdf'));
    await failsClean(context, clip, code, sentence);
  });
});
