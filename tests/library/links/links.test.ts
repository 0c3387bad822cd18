// Links between articles: which of them lead to what is saved, who links here, and what many link to.
import { describe, expect, it } from 'vitest';
import type { ArticleUid } from '#contract/types/ids.ts';
import { siteOf, urlKey } from '#library/clip/url-key.ts';
import { insertLink } from '#library/links/link-repo.ts';
import { statement } from '#library/storage/database.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext } from '../../support/make-context.ts';
import { makeLibrary } from '../../support/make-library.ts';

async function library() {
  const context = await makeContext();
  const { client, db } = context;
  let made = 0;
  /** An article at an address, linking to others as a clip would keep it. */
  const article = (url: string, links: readonly string[] = []) => {
    context.ports.clock.tick();
    const key = urlKey(url);
    const html = links.map((to) => `<p><a href="${to}" title="x">To ${to}</a></p>`).join('');
    const { id, uid } = insertWholeArticle(context, {
      title: `Page ${++made}`,
      sourceUrl: url,
      urlKey: key,
      site: siteOf(url),
      html,
    });
    for (const to of links) {
      const toKey = urlKey(to.replaceAll('&amp;', '&'));
      if (toKey === null || toKey === key) continue;
      insertLink(db, { articleId: id, urlKey: toKey, url: to, text: `To ${to}` });
    }
    return { id, uid };
  };
  const wanted = async () =>
    (await client['links.wanted']({})).pages.map(({ url, count }) => [url, count]);
  const trash = (uid: ArticleUid, trashed = true) =>
    client['articles.trash']({ uids: [uid], trashed });
  return { context, client, db, article, wanted, trash };
}

describe('links to saved articles', () => {
  it('are told in every spelling that stands in the text', async () => {
    const { client, article } = await library();
    const target = article('https://www.example.com/owls?a=1&b=2');
    const { uid } = article('https://other.example/', [
      'http://example.com/owls/?b=2&amp;a=1&amp;utm_source=x#top',
      'https://example.com/owls?a=1&amp;b=2',
      'https://example.com/mice',
      'https://other.example/#here',
    ]);
    const linked = {
      uid: target.uid,
      title: 'Page 1',
      siteName: 'example.com',
      excerpt: '',
      readingStatus: 'unread',
    };
    expect(await client['links.ofArticle']({ uid })).toEqual([
      { url: 'http://example.com/owls/?b=2&a=1&utm_source=x#top', article: linked },
      { url: 'https://example.com/owls?a=1&b=2', article: linked },
    ]);
  });

  it('come and go with what is saved', async () => {
    const { client, article, trash } = await library();
    const { uid } = article('https://a.example/', ['https://b.example/']);
    expect(await client['links.ofArticle']({ uid })).toEqual([]);
    const target = article('https://b.example/');
    expect(await client['links.ofArticle']({ uid })).toHaveLength(1);
    await trash(target.uid);
    expect(await client['links.ofArticle']({ uid })).toEqual([]);
  });

  it('are found in what a clip has really stored', async () => {
    const { client } = await makeLibrary();
    const clip = async (url: string, body: string) => {
      const page = `<html><body><article><h1>T</h1>${body}${'<p>Many words make an article.</p>'.repeat(20)}</article></body></html>`;
      const bytes = new TextEncoder().encode(page);
      return (await client['clip.fromFile']({ name: 'a.html', bytes, url })).uid;
    };
    const target = await clip('https://example.com/a?x=1&y=2', '<p>Here.</p>');
    const uid = await clip(
      'https://example.com/b',
      `<p>See <a title='a "quoted" > title' href="/a?y=2&x=1#there">that <b>page</b></a>.</p>`,
    );
    expect(await client['links.ofArticle']({ uid })).toMatchObject([
      { url: 'https://example.com/a?y=2&x=1#there', article: { uid: target } },
    ]);
    expect(await client['links.to']({ uid: target })).toMatchObject({
      links: [{ article: { uid }, text: 'that page' }],
      total: 1,
    });
  });
});

describe('articles that link here', () => {
  it('come in pages, the last saved first, without the trash', async () => {
    const { client, article, trash } = await library();
    const target = article('https://example.com/');
    const linkers = Array.from({ length: 7 }, (_, at) =>
      article(`https://site${at}.example/`, ['https://example.com/?utm_source=x']),
    );
    article('https://nobody.example/', ['https://elsewhere.example/']);
    await trash(linkers[3]?.uid as ArticleUid);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await client['links.to']({ uid: target.uid, limit: 2, ...(after && { after }) });
      expect(page.total).toBe(6);
      for (const { article: one, text } of page.links) {
        expect(text).toBe('To https://example.com/?utm_source=x');
        seen.push(one.uid);
      }
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toEqual([6, 5, 4, 2, 1, 0].map((at) => linkers[at]?.uid));
    expect(await client['links.to']({ uid: linkers[0]?.uid ?? '' })).toEqual({
      links: [],
      next: null,
      total: 0,
    });
    for (const cursor of ['x', '-1', '1e9', '1:2']) {
      await expect(client['links.to']({ uid: target.uid, after: cursor })).rejects.toMatchObject({
        code: 'invalid_input',
      });
    }
  });
});

describe('pages that are linked to and not saved', () => {
  it('are counted by articles, most first, and leave out what is here', async () => {
    const { article, wanted } = await library();
    article('https://a.example/', [
      'https://most.example/',
      'https://most.example/#again',
      'https://saved.example/',
      'https://a.example/#top',
    ]);
    article('https://b.example/', ['https://most.example/?utm_source=b', 'https://some.example/']);
    article('https://c.example/', ['https://most.example/', 'https://saved.example/']);
    article('https://d.example/', ['https://some.example/']);
    article('https://saved.example/');
    expect(await wanted()).toEqual([
      ['https://most.example/', 3],
      ['https://some.example/', 2],
    ]);
  });

  it('do not count the trash, and come back from it', async () => {
    const { client, db, article, wanted, trash } = await library();
    const a = article('https://a.example/', ['https://x.example/', 'https://y.example/']);
    article('https://b.example/', ['https://x.example/']);
    const all = [
      ['https://x.example/', 2],
      ['https://y.example/', 1],
    ];
    expect(await wanted()).toEqual(all);
    await trash(a.uid);
    expect(await wanted()).toEqual([['https://x.example/', 1]]);
    await client['journal.undo']({});
    expect(await wanted()).toEqual(all);
    statement(db, 'DELETE FROM article WHERE id = ?').run(a.id);
    expect(await wanted()).toEqual([['https://x.example/', 1]]);
    expect(statement(db, 'SELECT * FROM linked_page').all()).toHaveLength(1);
  });

  it('come in pages, also among many with the same count', async () => {
    const { client, article } = await library();
    const links = Array.from({ length: 25 }, (_, at) => `https://x.example/${at}`);
    article('https://a.example/', links);
    article('https://b.example/', links.slice(0, 5));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await client['links.wanted']({ limit: 4, ...(after && { after }) });
      seen.push(...page.pages.map(({ url }) => url));
      after = page.next ?? undefined;
    } while (after);
    expect(seen.slice(0, 5).sort()).toEqual(links.slice(0, 5).sort());
    expect(seen.sort()).toEqual([...links].sort());
    await expect(client['links.wanted']({ after: 'x' })).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });

  it('are read from an index, whatever the number of links', async () => {
    const { db } = await library();
    const { WANTED_SQL } = await import('#library/links/wanted-repo.ts');
    const plan = statement<{ detail: string }>(db, `EXPLAIN QUERY PLAN ${WANTED_SQL}`)
      .all(1, 1, '', 1)
      .map(({ detail }) => detail);
    expect(plan.join('\n')).toMatch(/^SEARCH linked_page USING COVERING INDEX linked_page_count/);
    expect(plan.filter((line) => /SCAN|TEMP B-TREE/.test(line))).toEqual([]);
  });
});
