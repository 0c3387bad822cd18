// Single articles: everything about one, its content, and what is said of those that are not there.
import { describe, expect, it } from 'vitest';
import type { SafeHtml } from '#contract/types/html.ts';
import { findSummaries } from '#library/articles/article-repo.ts';
import { insertAsset } from '#library/clip/asset-repo.ts';
import { insertArticleImage } from '#library/clip/snapshot-repo.ts';
import { assetNameOf } from '#library/storage/asset-store.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';

const NOBODY = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const picture = assetNameOf(new TextEncoder().encode('a picture'), 'jpg');

function insertIllustrated(context: TestContext) {
  const article = insertWholeArticle(context, {
    sourceUrl: 'http://www.example.org/a?utm_source=x',
    canonicalUrl: 'https://example.org/a',
    urlKey: 'example.org/a',
    site: 'example.org',
    title: 'A <b>bold</b> title',
    author: 'A. Writer',
    publishedAt: '2025-12-31T23:00:00+02:00',
    lang: 'en-GB',
    dir: 'ltr',
    excerpt: 'It begins.',
    wordCount: 1234,
    leadImage: 1,
    warning: { code: 'too_large', message: 'One image was too large.' },
    savedAt: 1000,
    tags: ['zoo', 'Art'],
    html: '<p>It begins.</p><img src="asset:0" alt="lost"><img src="asset:1" alt="kept">',
    text: 'It begins.',
  });
  insertAsset(context.db, { name: picture, byteSize: 9, width: 30, height: 20, createdAt: 1 });
  const none = { url: null, assetName: null, errorCode: 'unreachable' } as const;
  insertArticleImage(context.db, { articleId: article.id, position: 0, ...none });
  insertArticleImage(context.db, {
    articleId: article.id,
    position: 1,
    url: 'https://example.org/b.jpg',
    assetName: picture,
    errorCode: null,
  });
  return article;
}

const summary = {
  title: 'A <b>bold</b> title',
  url: 'https://example.org/a',
  author: 'A. Writer',
  siteName: 'example.org',
  excerpt: 'It begins.',
  lang: 'en-GB',
  dir: 'ltr',
  wordCount: 1234,
  savedAt: 1000,
  publishedAt: '2025-12-31T23:00:00+02:00',
  readingStatus: 'unread',
  progress: 0,
  starred: false,
  archived: false,
  trashed: false,
  awaitsText: false,
  tags: ['Art', 'zoo'],
  thumbnail: { asset: picture, width: 30, height: 20 },
};

describe('an article', () => {
  it('is told in full', async () => {
    const context = await makeContext();
    const { uid } = insertIllustrated(context);
    expect(await context.client['articles.get']({ uid })).toEqual({
      uid,
      ...summary,
      sourceUrl: 'http://www.example.org/a?utm_source=x',
      canonicalUrl: 'https://example.org/a',
      openedAt: null,
      finishedAt: null,
      updatedAt: 1000,
      progressAnchor: '',
      warning: { code: 'too_large', message: 'One image was too large.' },
      missingImages: 1,
      highlightCount: 0,
      lostHighlightCount: 0,
      hasNote: false,
      hasPages: false,
      versionCount: 1,
      collections: [],
      duplicateCount: 0,
      contentTag: expect.stringMatching(/^[0-9a-f]{24}$/),
      type: null,
    });
  });

  it('is summed up in lists, in the order asked for, without those that are gone', async () => {
    const context = await makeContext();
    const plain = insertWholeArticle(context, { title: 'Plain' });
    const illustrated = insertIllustrated(context);
    const found = findSummaries(context.db, [illustrated.id, 999, plain.id]);
    expect(found.map(({ title }) => title)).toEqual([summary.title, 'Plain']);
    expect(found[0]).toEqual({ uid: illustrated.uid, ...summary });
    expect(found[1]).toMatchObject({ url: null, siteName: null, tags: [], thumbnail: null });
    expect(findSummaries(context.db, [])).toEqual([]);
  });

  it('shows its content with stored pictures and the words of missing ones', async () => {
    const context = await makeContext();
    const { uid } = insertIllustrated(context);
    expect(await context.client['articles.content']({ uid })).toEqual({
      uid,
      title: summary.title,
      html: `<p>It begins.</p><span class="missing-picture" data-lectern-own="0">lost</span><img src="asset:${picture}" width="30" height="20" alt="kept">` as SafeHtml,
      text: 'It begins.',
      lang: 'en-GB',
      dir: 'ltr',
    });
  });

  it('that is not there is named in a sentence by every call', async () => {
    const context = await makeContext();
    const { uid } = insertWholeArticle(context);
    const { client } = context;
    const expected = { code: 'not_found', message: 'This article is not in the library.' };
    await expect(client['articles.get']({ uid: NOBODY })).rejects.toMatchObject(expected);
    await expect(client['articles.content']({ uid: NOBODY })).rejects.toMatchObject(expected);
    await expect(client['reading.opened']({ uid: NOBODY })).rejects.toMatchObject(expected);
    await expect(client['articles.star']({ uids: [NOBODY], starred: true })).rejects.toMatchObject(
      expected,
    );
    await expect(
      client['articles.star']({ uids: [uid, NOBODY], starred: true }),
    ).rejects.toMatchObject({
      code: 'not_found',
      message: 'Of 2 articles, 1 are not in the library. Nothing was changed.',
    });
    expect((await client['articles.get']({ uid })).starred).toBe(false);
  });

  it('without content says so', async () => {
    const context = await makeContext();
    const { uid, id } = insertWholeArticle(context);
    context.db.exec(`DELETE FROM reader_content WHERE article_id = ${id}`);
    await expect(context.client['articles.content']({ uid })).rejects.toMatchObject({
      code: 'not_found',
      message: 'The text of this article is missing.',
    });
  });
});
