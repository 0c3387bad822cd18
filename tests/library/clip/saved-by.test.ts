// Pages that a program saved in one file: where they came from, and when.
import { describe, expect, it } from 'vitest';
import { clip, hashOf, hit } from '../../support/clip-and-find.ts';
import { articlePage } from '../../support/local-site.ts';
import { makeContext } from '../../support/make-context.ts';
import * as pictures from '../../support/pictures.ts';

const SAVED = Date.UTC(2021, 4, 3, 8, 30);
const picture = pictures.png(300, 200);

describe('pages that a program saved in one file', () => {
  it('SingleFile: a page of 50 MB, with its address and its date', async () => {
    const context = await makeContext();
    const uri = (type: string, bytes: Buffer) => `data:${type};base64,${bytes.toString('base64')}`;
    const large = uri('font/woff2', Buffer.alloc(38 * 1024 * 1024, 7));
    const source = articlePage(
      'Tide tables',
      `<p>A quincunx of buoys.</p><img src="${uri('image/png', picture)}" alt="Buoy">`,
    )
      .replace(
        /<html[^>]*>/,
        (tag) =>
          `${tag}<!--\n Page saved with SingleFile \n url: https://tides.example/tables?y=2021 \n saved date: Mon May 03 2021 10:30:00 GMT+0200 (Central European Summer Time)\n-->`,
      )
      .replace('</head>', `<style>@font-face { src: url(${large}) }</style></head>`);
    expect(source.length).toBeGreaterThan(50 * 1024 * 1024);
    const { result, article, content } = await clip(context, 'tides.html', source);
    expect(result).toMatchObject({
      title: 'Tide tables',
      url: 'https://tides.example/tables?y=2021',
    });
    expect(result.warning).toBeUndefined();
    expect(article).toMatchObject({ savedAt: SAVED, missingImages: 0 });
    expect(content.html).toContain(`asset:${hashOf(picture)}.png`);
    expect(await hit(context, 'quincunx')).toEqual([['Tide tables', ['quincunx']]]);
  });

  it('SingleFile: the notes that were pinned to the page', async () => {
    const context = await makeContext();
    const note = (words: string) =>
      `<single-file-note><template shadowrootmode="open"><style>.note { color: red }</style><div class="note"><header></header><textarea dir="auto">${words}</textarea></div></template></single-file-note>`;
    const page = articlePage(
      'Tide tables',
      `${note('Ask the pilot &amp; the keeper.')}<p>A quincunx of buoys.</p>${note('  ')}${note('Second edition?')}`,
    );
    const { article, content } = await clip(context, 'tides.html', page);
    expect(await context.client['notes.get']({ uid: article.uid })).toMatchObject({
      markdown: 'Ask the pilot & the keeper.\n\nSecond edition?',
    });
    expect(content.html).toContain('quincunx');
    expect(content.html).not.toContain('pilot');
  });

  it('Save Page WE: what it wrote into the head', async () => {
    const context = await makeContext();
    const source = articlePage('Harbour', '<p>A quincunx of cranes.</p>').replace(
      '</head>',
      '<meta name="savepage-url" content="https://harbour.example/cranes"><meta name="savepage-date" content="Mon May 03 2021 08:30:00 GMT+0000 (UTC)"></head>',
    );
    const { result, article } = await clip(context, 'harbour.html', source);
    expect(result.url).toBe('https://harbour.example/cranes');
    expect(article.savedAt).toBe(SAVED);
    expect(await hit(context, 'quincunx')).toHaveLength(1);
  });

  it('a date that has not come yet is not believed', async () => {
    const context = await makeContext();
    const source = articlePage('Later').replace(
      '</head>',
      '<meta name="savepage-date" content="Mon May 03 2100 08:30:00 GMT+0000"></head>',
    );
    const { article } = await clip(context, 'later.html', source);
    expect(article.savedAt).toBe(context.ports.clock.now());
  });
});
