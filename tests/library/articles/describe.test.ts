// Title, author, site, date and address in the reader's own words: found by at once, undone, and not lost to a better page reader.
import { beforeEach, describe, expect, it } from 'vitest';
import type { ArticleDetails } from '#contract/types/article.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';

const FILLING = '<p>Many plain words make an article of a page, and this is one.</p>'.repeat(15);
const page = (title: string) =>
  new TextEncoder().encode(
    `<html lang="en"><head><title>${title}</title><meta name="author" content="Someone Else"></head><body><article><h1>${title}</h1>${FILLING}</article></body></html>`,
  );

let context: TestContext;
let uid: ArticleUid;

async function clip(title: string, url: string): Promise<ArticleUid> {
  const name = `${title}.html`;
  const clipped = await context.client['clip.fromFile']({ name, bytes: page(title), url });
  return clipped.uid;
}
const change = (details: ArticleDetails) =>
  context.client['articles.describe']({ uid, ...details });
const article = () => context.client['articles.get']({ uid });
const hits = async (text: string) => (await context.client['search.run']({ text })).hits.length;

beforeEach(async () => {
  context = await makeContext();
  uid = await clip('Owls', 'https://birds.example/owls?utm_source=x');
});

describe('the details of an article', () => {
  it('are changed, found by, undone and done again', async () => {
    const before = await article();
    const { step } = await change({
      title: '  Quixotic\n owls ',
      author: 'Ann Author',
      siteName: 'The Nightjar',
      publishedAt: '2020-02-29',
      url: 'https://www.night.example/owls#top',
    });
    expect(step).toMatchObject({ kind: 'describe', count: 1 });
    const described = {
      title: 'Quixotic owls',
      author: 'Ann Author',
      siteName: 'The Nightjar',
      publishedAt: '2020-02-29',
      url: 'https://www.night.example/owls#top',
      sourceUrl: before.sourceUrl,
    };
    expect(await article()).toMatchObject(described);
    expect((await article()).contentTag).not.toBe(before.contentTag);
    expect([
      await hits('quixotic'),
      await hits('nightjar'),
      await hits('site:night.example'),
    ]).toEqual([1, 1, 1]);
    expect(await hits('plain words')).toBe(1);

    await context.client['journal.undo']({});
    expect(await article()).toMatchObject({
      title: before.title,
      author: before.author,
      url: before.url,
    });
    expect([await hits('quixotic'), await hits('site:birds.example')]).toEqual([0, 1]);
    await context.client['journal.redo']({});
    expect(await article()).toMatchObject(described);
    expect(await hits('quixotic')).toBe(1);
  });

  it('change only where they are named, and empty ones go away', async () => {
    await change({ publishedAt: '2019' });
    expect(await article()).toMatchObject({ title: 'Owls', publishedAt: '2019' });
    await change({ author: '', publishedAt: '' });
    expect(await article()).toMatchObject({ author: null, publishedAt: null });
    expect((await change({ title: 'Owls' })).step).toBeNull();
  });

  it('outlive a page that is read anew', async () => {
    await change({ title: 'My owls', publishedAt: '2001-01-01' });
    await context.client['articles.reread']({ uid });
    expect(await article()).toMatchObject({ title: 'My owls', publishedAt: '2001-01-01' });
    expect(await hits('"my owls"')).toBe(1);
  });

  it('make a clip of the new address find the article', async () => {
    await change({ url: 'https://night.example/owls' });
    const again = await clip('Owls at night', 'http://night.example/owls/?utm_medium=y');
    expect(again).toBe(uid);
  });

  it('leave it known by where it came from when the address is taken away', async () => {
    await change({ url: 'https://night.example/owls' });
    await change({ url: '' });
    expect(await article()).toMatchObject({ url: 'https://birds.example/owls?utm_source=x' });
    expect(await hits('site:birds.example')).toBe(1);
  });

  it.each<[string, ArticleDetails, RegExp]>([
    ['no title', { title: ' \n ' }, /needs a title/],
    ['a title of 501 characters', { title: 'x'.repeat(501) }, /at most 500 characters/],
    ['an author of 201 characters', { author: 'x'.repeat(201) }, /author has at most 200/],
    ['a date in words', { publishedAt: 'yesterday' }, /“yesterday” is no date/],
    ['a day that is none', { publishedAt: '2023-02-29' }, /is no date/],
    ['an address without a scheme', { url: 'birds.example' }, /no address of a web page/],
    ['a script for an address', { url: 'javascript:alert(1)' }, /no address of a web page/],
  ])('refuse %s with a sentence', async (_name, details, sentence) => {
    const before = await article();
    await expect(change({ ...details, siteName: 'Changed' })).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringMatching(sentence),
    });
    expect(await article()).toEqual(before);
  });

  it('refuse the address of another article', async () => {
    await clip('Mice', 'https://birds.example/mice');
    await expect(change({ url: 'https://www.birds.example/mice/' })).rejects.toMatchObject({
      code: 'conflict',
      message: 'The article “Mice” has this address already.',
    });
  });

  it('leave a whole library', async () => {
    await change({ title: 'Other owls' });
    await context.client['journal.undo']({});
    expect((await context.client['library.check']({})).problems).toEqual([]);
  });
});
