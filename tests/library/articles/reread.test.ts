// Reading the stored page again: new content in place of the old with the reader's highlights at their words, or
// everything as it was.
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LibraryError } from '#contract/errors.ts';
import type { ParsedPage } from '#contract/page.ts';
import { SafeHtml } from '#contract/types/html.ts';
import type { PageParser } from '#library/ports.ts';
import { assetPath } from '#library/storage/asset-store.ts';
import { statement } from '#library/storage/database.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';
import { directParser, textParser } from '../../support/make-ports.ts';
import { png } from '../../support/pictures.ts';
import { anchorAt, marksOf } from '../highlights/marks.ts';

const FILLING =
  '<p>Many plain words make an article of a page, and this is one of its paragraphs.</p>'.repeat(
    15,
  );
const page = (body: string) =>
  `<html lang="en"><head><title>Owls</title></head><body><article><h1>Owls</h1>${body}${FILLING}</article></body></html>`;
/** Enough around the owl for its place to be known by. */
const NIGHT = `It was the longest night of the year, and nothing moved for many hours in the snow. The quixotic
owl sat still until the morning came, though frost was on every branch of the oldest tree of the wood.`;
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The real reader until a test puts another in its place. */
function changeable(first: PageParser = directParser) {
  let current = first;
  const parser: PageParser = { read: (input, signal) => current.read(input, signal) };
  return {
    parser,
    /** Another generation of the reader: what the first gives, changed. */
    becomes(change: (page: ParsedPage) => Partial<ParsedPage>) {
      current = {
        read: async (input, signal) => {
          const read = await first.read(input, signal);
          return { ...read, ...change(read) };
        },
      };
    },
    fails(error: Error) {
      current = { read: () => Promise.reject(error) };
    },
  };
}

/** Everything that reading again may touch. */
function derived(context: TestContext) {
  const rows = (sql: string) => statement(context.db, sql).all();
  return {
    marks: marksOf(context),
    content: rows('SELECT * FROM reader_content'),
    article: rows('SELECT * FROM article'),
    images: rows('SELECT * FROM article_image ORDER BY position'),
    links: rows('SELECT * FROM link ORDER BY url_key'),
    linked: rows('SELECT * FROM linked_page ORDER BY url_key'),
    assets: rows('SELECT * FROM asset ORDER BY name'),
    snapshots: rows('SELECT * FROM snapshot'),
  };
}

const finds = async ({ client }: TestContext, text: string) =>
  (await client['search.run']({ text })).hits.length;

describe('reading again', () => {
  it('with the same reader changes nothing but says so', async () => {
    const context = await makeContext();
    const { client } = context;
    const html = page('<p>The <a href="https://mice.example/">mice</a> were quick.</p>');
    const { uid } = await client['clip.fromFile']({ name: 'owls.html', bytes: bytesOf(html) });
    const { text } = await client['articles.content']({ uid });
    await client['highlights.add']({ uid, colour: 'blue', anchor: anchorAt(text, 'mice') });
    const before = derived(context);
    expect(await client['articles.reread']({ uid })).toEqual({
      placed: 1,
      lost: 0,
      changed: false,
    });
    expect(derived(context)).toEqual(before);
    expect(await client['library.check']({})).toMatchObject({ ok: true });
  });

  it('with another reader makes everything anew, and leaves what is the reader’s', async () => {
    const { parser, becomes } = changeable(textParser);
    const context = await makeContext({ parser });
    const { client, events } = context;
    const { uid } = await client['clip.fromPasted']({
      text: `Owls\n${NIGHT}\nThen zebras came by, and went again.`,
    });
    const { text } = await client['articles.content']({ uid });
    const mark = (words: string) =>
      client['highlights.add']({ uid, colour: 'yellow', anchor: anchorAt(text, words), note: 'n' });
    const owl = (await mark('owl sat still')).highlight;
    const zebras = (await mark('zebras came by')).highlight;
    await client['notes.save']({ uid, markdown: 'Mine' });
    await client['tags.add']({ uids: [uid], name: 'birds' });
    await client['reading.saveProgress']({ uid, fraction: 0.4, anchorText: 'still' });
    events.length = 0;

    const newText = `Owls\nA line of a lighthouse before.\n${NIGHT}`;
    becomes(() => ({
      readerText: newText,
      bodyText: newText,
      html: SafeHtml.parse('<p>another</p>'),
      wordCount: 14,
      excerpt: 'A line',
      links: [{ url: 'https://new.example/', text: 'new' }],
      title: 'Another title',
    }));
    context.ports.clock.tick();
    expect(await client['articles.reread']({ uid })).toEqual({ placed: 1, lost: 1, changed: true });
    expect(events).toEqual([{ kind: 'changed', topics: ['articles', 'highlights', 'links'] }]);
    expect(await client['articles.content']({ uid })).toMatchObject({
      html: '<p>another</p>',
      text: newText,
    });
    expect(await client['articles.get']({ uid })).toMatchObject({
      title: 'Owls',
      excerpt: 'A line',
      wordCount: 14,
      tags: ['birds'],
      progress: 0.4,
      highlightCount: 2,
      lostHighlightCount: 1,
      hasNote: true,
      updatedAt: context.ports.clock.now(),
    });
    const start = newText.indexOf('owl sat still');
    const { highlights, lost } = await client['highlights.ofArticle']({ uid });
    expect(highlights).toEqual([{ ...owl, range: { start, end: start + 13 } }]);
    expect(lost).toMatchObject([{ ...zebras, range: null }]);
    expect(await finds(context, 'lighthouse')).toBe(1);
    // What was marked is still found by its words, though the text has lost them.
    expect(await finds(context, 'text:zebras')).toBe(0);
    expect(await finds(context, 'highlight:zebras')).toBe(1);
    expect((await client['links.wanted']({})).pages).toEqual([
      { url: 'https://new.example/', text: 'new', count: 1 },
    ]);
    expect(marksOf(context).highlights).toHaveLength(2);
    expect(await client['library.check']({})).toMatchObject({ ok: true });

    // What comes back, comes back to its place.
    becomes((read) => read);
    expect(await client['articles.reread']({ uid })).toEqual({ placed: 2, lost: 0, changed: true });
    expect((await client['highlights.ofArticle']({ uid })).highlights).toEqual([owl, zebras]);
  });

  it('leaves a highlight over a picture that is gone at the words around it', async () => {
    const { parser, becomes } = changeable();
    const context = await makeContext({ parser });
    const { client } = context;
    const html = page(
      `<p>${NIGHT}</p><figure><img src="${`data:image/png;base64,${Buffer.from(png(320, 200, 1)).toString('base64')}`}" alt="An owl">
      <figcaption>The owl of the wood</figcaption></figure><p>By noon the snow had gone from the branches.</p>`,
    );
    const { uid } = await client['clip.fromFile']({ name: 'owls.html', bytes: bytesOf(html) });
    const before = await client['articles.content']({ uid });
    const words = /oldest tree of the wood\..*?By noon the snow/s.exec(before.text)?.[0] ?? '';
    expect(words).toContain('The owl of the wood');
    await client['highlights.add']({ uid, colour: 'pink', anchor: anchorAt(before.text, words) });
    const without = (text: string) => text.replace(/\n*The owl of the wood/, '');
    becomes((read) => ({
      html: SafeHtml.parse(read.html.replace(/<figure.*<\/figure>/s, '')),
      readerText: without(read.readerText),
      bodyText: without(read.bodyText),
      images: [],
    }));
    expect(await client['articles.reread']({ uid })).toEqual({ placed: 1, lost: 0, changed: true });
    const { html: after, text } = await client['articles.content']({ uid });
    expect([before.html.includes('<img'), after.includes('<img')]).toEqual([true, false]);
    const [found] = (await client['highlights.ofArticle']({ uid })).highlights;
    expect(text.slice(found?.range?.start, found?.range?.end)).toBe(without(words));
    expect(await client['library.check']({})).toMatchObject({ ok: true });
  });

  it('keeps the pictures that are stored, wherever they came from, without a network', async () => {
    const net = new Uint8Array(png(320, 200, 1));
    const beside = new Uint8Array(png(320, 200, 2));
    const inline = png(320, 200, 3);
    let online = true;
    const context = await makeContext({
      fetcher: {
        fetch: async ({ url }) => {
          if (online && url === 'https://site.example/net.png') {
            return { url, bytes: net, mediaType: 'image/png', charset: null };
          }
          throw new LibraryError('refused_by_site', 'Refused.');
        },
      },
    });
    const { client } = context;
    const data = `data:image/png;base64,${Buffer.from(inline).toString('base64')}`;
    const html = page(
      `<p>One.</p><img src="https://site.example/net.png" alt="net"><p>Two.</p>
       <img src="page_files/beside.png" alt="beside"><p>Three.</p><img src="${data}" alt="inline">
       <p>Four.</p><img src="https://site.example/gone.png" alt="gone">`,
    );
    const { uid } = await client['clip.fromFile']({
      name: 'page.html',
      bytes: bytesOf(html),
      companions: [{ path: 'page_files/beside.png', bytes: beside }],
    });
    const before = derived(context);
    expect(before.images).toHaveLength(4);
    expect(await client['articles.get']({ uid })).toMatchObject({ missingImages: 1 });
    online = false;
    expect(await client['articles.reread']({ uid })).toMatchObject({ changed: false });
    expect(derived(context)).toEqual(before);
  });
});

describe('reading again that fails', () => {
  async function clipped() {
    const changing = changeable(textParser);
    const context = await makeContext({ parser: changing.parser });
    const { client } = context;
    const { uid } = await client['clip.fromPasted']({ text: 'Owls\nThe owl sat still.' });
    const { text } = await client['articles.content']({ uid });
    await client['highlights.add']({ uid, colour: 'blue', anchor: anchorAt(text, 'owl sat') });
    context.events.length = 0;
    return { ...changing, context, client, uid };
  }

  it.each<[string, LibraryError | Error, string]>([
    ['the reader', new LibraryError('timed_out', 'It took too long.'), 'timed_out'],
    ['the reader’s process', new LibraryError('host_gone', 'It is gone.'), 'host_gone'],
  ])('for a fault of %s leaves everything as it was', async (_, error, code) => {
    const { context, client, uid, fails } = await clipped();
    const before = derived(context);
    fails(error);
    await expect(client['articles.reread']({ uid })).rejects.toMatchObject({ code });
    expect(derived(context)).toEqual(before);
    expect(context.events).toEqual([]);
  });

  it('for finding nothing to read leaves everything as it was', async () => {
    const { context, client, uid, becomes } = await clipped();
    const before = derived(context);
    becomes(() => ({ readerText: ' \n', html: SafeHtml.parse('') }));
    await expect(client['articles.reread']({ uid })).rejects.toMatchObject({
      code: 'nothing_to_read',
    });
    expect(derived(context)).toEqual(before);
  });

  it('in the middle of writing leaves everything as it was', async () => {
    const { context, client, uid, becomes } = await clipped();
    becomes(() => ({ readerText: 'Other words', html: SafeHtml.parse('<p>Other words</p>') }));
    context.db.exec(`CREATE TEMP TRIGGER stop BEFORE UPDATE OF start_offset ON highlight BEGIN
      SELECT raise(ABORT, 'stop'); END`);
    const before = derived(context);
    await expect(client['articles.reread']({ uid })).rejects.toThrow('stop');
    expect(derived(context)).toEqual(before);
    expect(await finds(context, 'still')).toBe(1);
    context.db.exec('DROP TRIGGER stop');
    expect(await client['articles.reread']({ uid })).toMatchObject({ lost: 1 });
  });

  it('for a damaged or missing page says so', async () => {
    const { context, client, uid } = await clipped();
    const before = derived(context);
    const asset = statement<string>(context.db, 'SELECT asset_name FROM snapshot').pluck().get();
    writeFileSync(assetPath(context.dir, asset as never), 'Owls\nThe owl sat stilt.');
    await expect(client['articles.reread']({ uid })).rejects.toMatchObject({
      code: 'library_damaged',
    });
    expect(derived(context)).toEqual(before);
    await expect(
      client['articles.reread']({ uid: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('for its caller’s giving up leaves everything as it was', async () => {
    const { context, client, uid, becomes } = await clipped();
    const before = derived(context);
    const giveUp = new AbortController();
    becomes(() => {
      giveUp.abort();
      return { readerText: 'Other words' };
    });
    await expect(client['articles.reread']({ uid }, giveUp.signal)).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(derived(context)).toEqual(before);
  });
});
