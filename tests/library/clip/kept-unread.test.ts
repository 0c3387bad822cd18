// What can be kept of a page that cannot be read is kept.
import { describe, expect, it } from 'vitest';
import { type ErrorCode, LibraryError } from '#contract/errors.ts';
import type { PageParser } from '#library/ports.ts';
import { afterOneClip, census, failsClean } from '../../support/census.ts';
import { articleFile, clipFile } from '../../support/clip-file.ts';
import { articlePage } from '../../support/local-site.ts';
import { makeContext } from '../../support/make-context.ts';

const page = articleFile('Dunmore');

describe('a page that cannot be read is kept', () => {
  const failing = (error: Error): PageParser => ({ read: () => Promise.reject(error) });

  it.each<[ErrorCode, string]>([
    ['timed_out', 'The page took too long to read.'],
    ['too_large', 'The page is too large to be read.'],
  ])('with its reader’s warning: %s', async (code, message) => {
    const context = await makeContext({ parser: failing(new LibraryError(code, message)) });
    const before = census(context);
    const result = await context.client['clip.fromFile']({ ...page, name: 'a hard page.html' });
    expect(result).toMatchObject({
      title: 'a hard page',
      status: 'saved',
      warning: { code, message },
    });
    expect(census(context)).toEqual(afterOneClip(before));
    expect(await context.client['articles.get']({ uid: result.uid })).toMatchObject({
      warning: { code, message },
      wordCount: 0,
      excerpt: '',
    });
    expect(await context.client['articles.content']({ uid: result.uid })).toMatchObject({
      html: '',
      text: '',
    });
    const { hits } = await context.client['search.run']({ text: 'hard' });
    expect(hits).toHaveLength(1);
  });

  it('after a mistake of ours, which goes to the log', async () => {
    const mistake = new TypeError('x is not a function');
    const context = await makeContext({ parser: failing(mistake) });
    const result = await context.client['clip.fromFile']({
      ...page,
      name: '',
      url: 'https://example.org/2024/a-hard_page.html?x=1',
    });
    expect(result).toMatchObject({
      title: 'a hard page',
      warning: {
        code: 'bug',
        message: 'Something went wrong while the page was read. It is kept as it was handed in.',
      },
    });
    expect(context.ports.log.lines.filter(({ level }) => level !== 'info')).toEqual([
      { level: 'error', line: 'A page could not be read; it is kept unread', cause: mistake },
    ]);
  });

  it('also when there is nothing to read on it', async () => {
    const context = await makeContext();
    const result = await context.client['clip.fromFile'](
      clipFile('<title>Nothing here</title><script>go()</script>'),
    );
    expect(result).toMatchObject({ status: 'saved', warning: { code: 'nothing_to_read' } });
    expect(await context.client['articles.list']({})).toMatchObject({
      articles: [{ uid: result.uid }],
    });
  });

  it.each([
    [
      'an unknown charset',
      'cliff',
      Buffer.concat([Buffer.from('<meta charset="klingon">'), page.bytes]),
    ],
    [
      '50,000 nested elements',
      'cliff',
      Buffer.from(`${articlePage('Deep')}${'<div>'.repeat(50_000)}the bottom`),
    ],
    [
      'malformed markup',
      'cliff',
      Buffer.from(`<p <p <b></table>${articlePage('Broken')}<<<>></body></html><td>`),
    ],
    [
      'no <html>',
      'anything',
      Buffer.from(
        '<h1>Bare</h1><p>'.concat('Words of an article without anything around it. '.repeat(20)),
      ),
    ],
  ])('and read, with %s', async (_, word, bytes) => {
    const context = await makeContext();
    expect(await context.client['clip.fromFile'](clipFile(bytes))).toMatchObject({
      status: 'saved',
    });
    expect((await context.client['articles.list']({})).articles).toHaveLength(1);
    expect((await context.client['search.run']({ text: word })).hits).toHaveLength(1);
    expect((await context.client['search.run']({ text: 'submarine' })).hits).toEqual([]);
  });

  it.each<ErrorCode>(['unsupported_type', 'host_gone'])('but not after %s', async (code) => {
    const context = await makeContext({ parser: failing(new LibraryError(code, 'Said so.')) });
    await failsClean(context, () => context.client['clip.fromFile'](page), code, 'Said so.');
  });
});
