// Every field of a query, asked of a library in which each has something to find and something to leave out.
import { describe, expect, test } from 'vitest';
import { reindexArticle } from '#library/search/reindex-article.ts';
import { clip } from '../../support/clip-and-find.ts';
import { articlePage } from '../../support/local-site.ts';
import { makeSearchable } from './searchable.ts';

const DAY = 86_400_000;

async function library() {
  const searchable = await makeSearchable({
    Bridge: {
      text: 'Stone and water.',
      html: '<p>Stone and water.</p><table><tr><td>1</td></tr></table>',
      author: 'Ann Lee',
      site: 'blog.example.org',
      siteName: 'The Stone Blog',
      sourceUrl: 'https://blog.example.org/2025/Bridges',
      urlKey: 'a',
      lang: 'en-GB',
      publishedAt: '2025-03-14T23:30:00+02:00',
      wordCount: 3000,
      tags: ['built'],
    },
    Brücke: {
      text: 'Stein und Wasser.',
      html: '<p>Stein und Wasser.</p><pre>x</pre>',
      site: 'example.net',
      canonicalUrl: 'https://example.net/bruecke',
      urlKey: 'b',
      lang: 'de',
      publishedAt: '2025-03',
      wordCount: 120,
      tags: ['built', 'two words'],
    },
    Garden: { text: 'Roses, no stone at all.', publishedAt: '2024', wordCount: 500 },
  });
  const { client } = searchable.context;
  const uidOf = async (title: string) => {
    const { hits } = await searchable.search(`title:"${title}"`);
    const [hit] = hits;
    if (!hit || hits.length > 1) throw new Error(`Not one article “${title}”.`);
    return hit.article.uid;
  };
  return { ...searchable, client, uidOf };
}

describe('fields of words', () => {
  test('look where they say', async () => {
    const { find: ranked } = await library();
    const find = async (text: string) => (await ranked(text)).sort();
    expect({
      title: await find('title:bridge'),
      titleNot: await find('title:stone'),
      text: await find('text:stone'),
      prefix: await find('title:br*'),
      author: await find('author:lee'),
      negated: await find('-title:garden'),
      group: await find('title:(bridge OR garden)'),
    }).toEqual({
      title: ['Bridge'],
      titleNot: [],
      text: ['Bridge', 'Garden'],
      prefix: ['Bridge', 'Brücke'],
      author: ['Bridge'],
      negated: ['Bridge', 'Brücke'],
      group: ['Bridge', 'Garden'],
    });
  });

  test('look into notes and marks', async () => {
    const { find, client, uidOf } = await library();
    await client['notes.save']({ uid: await uidOf('Garden'), markdown: 'Plant more *lavender*.' });
    await client['highlights.add']({
      uid: await uidOf('Bridge'),
      colour: 'yellow',
      anchor: { quote: 'Stone', prefix: '', suffix: ' and', start: 0, end: 5 },
      note: 'As in Rome.',
    });
    expect({
      note: await find('note:lavender'),
      noteOfMark: await find('note:rome'),
      highlight: await find('highlight:stone'),
      anywhere: await find('lavender'),
      notInText: await find('text:lavender'),
    }).toEqual({
      note: ['Garden'],
      noteOfMark: ['Bridge'],
      highlight: ['Bridge'],
      anywhere: ['Garden'],
      notInText: [],
    });
  });
});

describe('fields of what an article belongs to', () => {
  test('find by tag, site, address and language', async () => {
    const { find } = await library();
    expect({
      tag: await find('tag:built'),
      eitherTag: await find('tag:(nothing OR "two words")'),
      site: await find('site:example'),
      siteName: await find('site:stone'),
      siteNames: await find('site:"the stone blog"'),
      noSite: await find('-site:example'),
      url: await find('url:/BRIDGES'),
      canonical: await find('url:bruecke'),
      notUrl: await find('-url:bridges'),
      lang: await find('lang:en'),
      region: await find('lang:en-gb'),
      byName: await find('lang:Deutsch'),
      notLang: await find('-lang:en'),
      mixed: await find('stone (lang:de OR tag:built)'),
      either: await find('lang:de OR roses'),
    }).toEqual({
      tag: ['Brücke', 'Bridge'],
      eitherTag: ['Brücke'],
      site: ['Brücke', 'Bridge'],
      siteName: ['Bridge'],
      siteNames: ['Bridge'],
      noSite: ['Garden'],
      url: ['Bridge'],
      canonical: ['Brücke'],
      notUrl: ['Garden', 'Brücke'],
      lang: ['Bridge'],
      region: ['Bridge'],
      byName: ['Brücke'],
      notLang: ['Garden', 'Brücke'],
      mixed: ['Bridge'],
      either: ['Garden', 'Brücke'],
    });
  });
});

describe('is: and has:', () => {
  test('find by what became of an article', async () => {
    const { find, client, uidOf } = await library();
    const [bridge, garden] = [await uidOf('Bridge'), await uidOf('Garden')];
    await client['articles.setStatus']({ uids: [bridge], status: 'finished' });
    await client['articles.star']({ uids: [bridge], starred: true });
    await client['articles.archive']({ uids: [garden], archived: true });
    await client['highlights.add']({
      uid: bridge,
      colour: 'yellow',
      anchor: { quote: 'Stone', prefix: '', suffix: ' and', start: 0, end: 5 },
    });
    await client['notes.save']({ uid: garden, markdown: 'Plant more.' });
    const asked = async (...queries: string[]) =>
      Object.fromEntries(await Promise.all(queries.map(async (q) => [q, await find(q)])));
    expect(
      await asked(
        'is:unread',
        'is:finished',
        '-is:finished',
        'is:reading',
        'is:starred',
        'is:archived',
        '-is:archived stone',
        'is:highlighted',
        'has:highlight',
        'has:note',
        '-has:note',
        'has:code',
        'has:table',
        '-has:table',
        'has:image',
        'has:pdf',
        'is:duplicate',
      ),
    ).toEqual({
      'is:unread': ['Garden', 'Brücke'],
      'is:finished': ['Bridge'],
      '-is:finished': ['Garden', 'Brücke'],
      'is:reading': [],
      'is:starred': ['Bridge'],
      'is:archived': ['Garden'],
      '-is:archived stone': ['Bridge'],
      'is:highlighted': ['Bridge'],
      'has:highlight': ['Bridge'],
      'has:note': ['Garden'],
      '-has:note': ['Brücke', 'Bridge'],
      'has:code': ['Brücke'],
      'has:table': ['Bridge'],
      '-has:table': ['Garden', 'Brücke'],
      'has:image': [],
      'has:pdf': [],
      'is:duplicate': [],
    });
  });

  test('look into the trash only where they are told to', async () => {
    const { find, search, client, uidOf } = await library();
    await client['articles.trash']({ uids: [await uidOf('Garden')], trashed: true });
    expect(await find('stone')).toEqual(['Bridge']);
    expect(await find('is:trashed')).toEqual(['Garden']);
    expect(await find('stone is:trashed')).toEqual(['Garden']);
    expect(await find('stone -is:trashed')).toEqual(['Bridge']);
    expect(await find('bridge is:trashed')).toEqual([]);
    expect((await find('is:trashed OR stone')).sort()).toEqual(['Bridge', 'Garden']);
    expect((await search('roses')).total).toBe(0);
  });

  test('know what the content of a clipped page holds, whatever it is replaced by', async () => {
    const { find, context } = await library();
    const name = 'table.html';
    const page = articlePage('Clipped').replace(
      '</p>',
      '</p><table><tr><th>Year</th><th>Sum</th></tr><tr><td>1999</td><td>12</td></tr></table>',
    );
    const { result, content } = await clip(context, name, page);
    expect(content.html).toContain('<table');
    expect(await find('has:table title:clipped')).toEqual(['Clipped']);
    expect(await find('has:code title:clipped')).toEqual([]);
    // A library of before these were noted: whoever indexes an article does it.
    context.db.prepare('DELETE FROM content_fact').run();
    expect(await find('has:table title:clipped')).toEqual([]);
    reindexArticle(
      context.db,
      Number(context.db.prepare('SELECT max(id) FROM article').pluck().get()),
    );
    expect(await find('has:table title:clipped')).toEqual(['Clipped']);
    await context.client['articles.reread']({ uid: result.uid });
    expect(await find('has:table title:clipped')).toEqual(['Clipped']);
  });
});

describe('dates and numbers', () => {
  test('compare what is stored', async () => {
    const { find, client, context, uidOf } = await library();
    // Saved on 2 January 2026, as the clock of the tests stands; now it is a month later.
    context.ports.clock.tick(31 * DAY);
    await client['articles.setStatus']({ uids: [await uidOf('Bridge')], status: 'finished' });
    await client['reading.saveProgress']({
      uid: await uidOf('Brücke'),
      fraction: 0.6,
      anchorText: '',
    });
    const all = ['Garden', 'Brücke', 'Bridge'];
    const expected: Record<string, string[]> = {
      'saved:2026': all,
      'saved:2026-01-02': all,
      'saved:2026-01-03': [],
      'saved:"last month"': all,
      'saved:"this month"': [],
      'saved:7d': [],
      'saved:5w': all,
      'before:2026': [],
      'before:7d': all,
      'before:2026-01-03': all,
      'after:2026-01-03': [],
      'after:2026-01-02': all,
      'saved:>2025': all,
      'saved:>2026': [],
      'saved:2025..2026-01': all,
      '-saved:2026': [],
      'published:2025': ['Brücke', 'Bridge'],
      'published:2025-03': ['Brücke', 'Bridge'],
      'published:2025-03-14': ['Bridge'],
      'published:2025-04': [],
      'published:<2025': ['Garden'],
      'published:2024..2025-02': ['Garden'],
      '-published:2025': ['Garden'],
      'read:today': ['Bridge'],
      'read:yesterday': [],
      '-read:today': ['Garden', 'Brücke'],
      'words:>2000': ['Bridge'],
      'words:<500': ['Brücke'],
      'words:100..500': ['Garden', 'Brücke'],
      '-words:>2000': ['Garden', 'Brücke'],
      'progress:<50%': ['Garden'],
      'progress:>=60%': ['Brücke', 'Bridge'],
      'progress:60%': ['Brücke'],
    };
    const found: Record<string, string[]> = {};
    for (const text of Object.keys(expected)) found[text] = await find(text);
    expect(found).toEqual(expected);
  });
});
