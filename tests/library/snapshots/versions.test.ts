// A page that is clipped again: what has changed becomes a further version of its article, what was saved stays, and each can
// be shown, with the reader's highlights at their words.
import { describe, expect, it } from 'vitest';
import { LibraryError } from '#contract/errors.ts';
import type { ArticleUid, HttpUrl } from '#contract/types/ids.ts';
import type { Fetcher, PageParser } from '#library/ports.ts';
import { statement } from '#library/storage/database.ts';
import { census } from '../../support/census.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';
import { directParser, textParser } from '../../support/make-ports.ts';
import { png } from '../../support/pictures.ts';
import { anchorAt, marksOf } from '../highlights/marks.ts';

const URL = 'https://example.org/owls' as HttpUrl;
const FIRST = `Owls
It was the longest night of the year, and the quixotic owl sat still until the morning came.
Then zebras came by, and went again.`;
const SECOND = `Owls, once more
A lighthouse was lit before it all began.
It was the longest night of the year, and the quixotic owl sat still until the morning came.`;
const LESS = 'Owls\nSubscribe to read on.';

const clip = ({ client }: TestContext, text: string, url = URL) =>
  client['clip.fromPasted']({ text, url });
const versionsOf = async ({ client }: TestContext, uid: ArticleUid) =>
  (await client['snapshots.ofArticle']({ uid })).map(
    ({ inUse, wordCount }) => `${wordCount}${inUse ? ' shown' : ''}`,
  );
const textOf = async ({ client }: TestContext, uid: ArticleUid) =>
  (await client['articles.content']({ uid })).text;
const finds = async ({ client }: TestContext, text: string) =>
  (await client['search.run']({ text })).hits.length;

async function twice(second = SECOND, given: Parameters<typeof makeContext>[0] = {}) {
  const context = await makeContext({ parser: textParser, ...given });
  const { uid } = await clip(context, FIRST);
  context.ports.clock.tick();
  context.events.length = 0;
  const result = await clip(context, second);
  return { context, client: context.client, uid, result };
}

describe('a page that has changed', () => {
  it('is a further version, shown with the highlights at their words, and the one before can be shown again', async () => {
    const context = await makeContext({ parser: textParser });
    const { client, events } = context;
    const { uid } = await clip(context, FIRST);
    const mark = (words: string) =>
      client['highlights.add']({ uid, colour: 'blue', anchor: anchorAt(FIRST, words) });
    const owl = (await mark('owl sat still')).highlight;
    const zebras = (await mark('zebras came by')).highlight;
    const before = await client['articles.get']({ uid });
    expect(before.versionCount).toBe(1);
    events.length = 0;
    context.ports.clock.tick();

    expect(await clip(context, SECOND)).toEqual({
      uid,
      title: 'Owls',
      url: URL,
      status: 'exists',
      version: { number: 2, shown: true },
    });
    expect(events.flatMap((event) => ('topics' in event ? event.topics : []))).toEqual(
      expect.arrayContaining(['articles', 'highlights', 'links', 'journal']),
    );
    expect(await textOf(context, uid)).toBe(SECOND);
    const after = await client['articles.get']({ uid });
    expect(after).toMatchObject({ title: 'Owls', versionCount: 2, lostHighlightCount: 1 });
    expect(after.contentTag).not.toBe(before.contentTag);
    const start = SECOND.indexOf('owl sat still');
    const marks = await client['highlights.ofArticle']({ uid });
    expect(marks.highlights).toEqual([{ ...owl, range: { start, end: start + 13 } }]);
    expect(marks.lost).toMatchObject([{ uid: zebras.uid }]);
    // By the words that were marked it is still found, not by those beside them.
    expect([await finds(context, 'lighthouse'), await finds(context, 'zebras')]).toEqual([1, 1]);
    expect([await finds(context, 'quixotic'), await finds(context, 'went')]).toEqual([1, 0]);

    const [newer, older] = await client['snapshots.ofArticle']({ uid });
    expect([newer, older]).toMatchObject([
      { inUse: true, url: URL, capturedAt: context.ports.clock.now() },
      { inUse: false, url: URL, capturedAt: before.savedAt, wordCount: before.wordCount },
    ]);
    expect(await client['snapshots.show']({ uid: older?.uid as never })).toMatchObject({
      step: { kind: 'show-version', count: 1 },
    });
    expect(await textOf(context, uid)).toBe(FIRST);
    expect((await client['highlights.ofArticle']({ uid })).highlights).toEqual([owl, zebras]);
    expect([await finds(context, 'lighthouse'), await finds(context, 'zebras')]).toEqual([0, 1]);
    // Shown already: nothing to undo.
    expect(await client['snapshots.show']({ uid: older?.uid as never })).toEqual({ step: null });

    for (const [call, text] of [
      ['journal.undo', SECOND],
      ['journal.undo', FIRST],
      ['journal.redo', SECOND],
      ['journal.redo', FIRST],
    ] as const) {
      await client[call]({});
      expect(await textOf(context, uid)).toBe(text);
      expect(census(context).rows).toMatchObject({
        snapshot: 2,
        reader_content: 1,
        kept_content: 1,
      });
    }
    expect(marksOf(context).highlights).toHaveLength(2);
    expect(await client['library.check']({})).toMatchObject({ ok: true });
  });

  it.each([
    ['in white space alone', FIRST.replaceAll('\n', '\n\n').replaceAll(' and', '  and')],
    ['not at all', FIRST],
  ])('%s adds nothing', async (_, text) => {
    const context = await makeContext({ parser: textParser });
    const { uid } = await clip(context, FIRST);
    const before = census(context);
    expect(await clip(context, text)).toEqual({ uid, title: 'Owls', url: URL, status: 'exists' });
    expect(census(context)).toEqual(before);
  });

  it('back to what it was adds nothing, whichever of its versions is shown', async () => {
    const { context, uid } = await twice();
    const before = census(context);
    expect((await clip(context, `${FIRST} \n`)).version).toBeUndefined();
    expect((await clip(context, `${SECOND} \n`)).version).toBeUndefined();
    expect(census(context)).toEqual(before);
    expect(await textOf(context, uid)).toBe(SECOND);
  });

  it.each([
    ['a teaser', LESS],
    ['nothing', ' '],
  ])('to %s is kept, and what is shown stays', async (_, less) => {
    const parser: PageParser = {
      read: async (input, signal) => {
        const page = await textParser.read(input, signal);
        const isBlank = page.readerText.trim() === '.';
        return isBlank ? { ...page, readerText: '', wordCount: 0, packed: undefined } : page;
      },
    };
    const { context, client, uid, result } = await twice(less === ' ' ? '.' : less, { parser });
    expect(result).toMatchObject({
      status: 'exists',
      version: { number: 2, shown: false },
      warning: { code: 'nothing_to_read', message: expect.stringMatching(/less text.*kept/) },
    });
    expect(await textOf(context, uid)).toBe(FIRST);
    expect(await finds(context, 'zebras')).toBe(1);
    expect(await client['journal.state']({})).toEqual({ undo: null, redo: null });
    const [newer] = await client['snapshots.ofArticle']({ uid });
    await client['snapshots.show']({ uid: newer?.uid as never });
    expect(await finds(context, 'zebras')).toBe(0);
    await client['journal.undo']({});
    expect(await textOf(context, uid)).toBe(FIRST);
    expect(await client['library.check']({})).toMatchObject({ ok: true });
  });

  it('before it was saved is kept as the older version that it is', async () => {
    let savedAt: number | undefined;
    const parser: PageParser = {
      read: async (input, signal) => {
        const page = await textParser.read(input, signal);
        return savedAt === undefined ? page : { ...page, savedAt };
      },
    };
    const context = await makeContext({ parser });
    const { uid } = await clip(context, FIRST);
    savedAt = Date.UTC(2019, 5, 1);
    const { version, warning } = await clip(context, SECOND);
    expect([version, warning]).toEqual([{ number: 2, shown: false }, undefined]);
    expect(await context.client['snapshots.ofArticle']({ uid })).toMatchObject([
      { inUse: true },
      { inUse: false, capturedAt: savedAt },
    ]);
  });

  it('takes the place of one that could not be read', async () => {
    let fails = true;
    const parser: PageParser = {
      read: (input, signal) =>
        fails
          ? Promise.reject(new LibraryError('timed_out', 'It took too long.'))
          : textParser.read(input, signal),
    };
    const context = await makeContext({ parser });
    const { uid } = await clip(context, FIRST);
    expect(await context.client['articles.get']({ uid })).toMatchObject({
      title: 'owls',
      wordCount: 0,
    });
    fails = false;
    expect((await clip(context, SECOND)).version).toEqual({ number: 2, shown: true });
    // Its title was made up; what the page calls itself is known now, and found.
    expect(await context.client['articles.get']({ uid })).toMatchObject({
      title: 'Owls, once more',
      warning: null,
    });
    expect(await finds(context, 'lighthouse')).toBe(1);
    expect(await context.client['library.check']({})).toMatchObject({ ok: true });
  });

  it('is not taken for changed where only the page reader is another', async () => {
    const context = await makeContext({ parser: textParser });
    const { uid } = await clip(context, FIRST);
    const asAnEarlierReaderMadeIt = () =>
      statement(context.db, 'UPDATE reader_content SET extractor_version = ?, reader_text = ?').run(
        1,
        // Raw deflate of nothing.
        Buffer.from([3, 0]),
      );
    asAnEarlierReaderMadeIt();
    expect((await clip(context, `${FIRST}\n`)).version).toBeUndefined();
    // The control: a change is still seen.
    expect((await clip(context, SECOND)).version).toEqual({ number: 2, shown: true });
    expect(await versionsOf(context, uid)).toHaveLength(2);
  });

  it('has the pictures that are stored where they cannot be had again', async () => {
    let online = true;
    const context = await makeContext({
      fetcher: {
        fetch: async ({ url }) => {
          if (!online) throw new LibraryError('offline', 'Offline.');
          return { url, bytes: new Uint8Array(png(320, 200)), mediaType: null, charset: null };
        },
      },
    });
    const { client } = context;
    const filling =
      '<p>Many plain words make an article of a page, and this is one of its paragraphs.</p>';
    const page = (words: string) => ({
      name: 'owls.html',
      url: URL,
      bytes:
        new TextEncoder().encode(`<html><head><title>Owls</title></head><body><article><h1>Owls</h1>
        <p>${words}</p><img src="https://example.org/owl.png">${filling.repeat(12)}</article></body></html>`),
    });
    const { uid } = await client['clip.fromFile'](
      page('The first words of the page, with an owl.'),
    );
    online = false;
    const again = await client['clip.fromFile'](
      page('Other words of the page, still with its owl.'),
    );
    expect(again.version).toEqual({ number: 2, shown: true });
    expect(await client['articles.get']({ uid })).toMatchObject({ missingImages: 0 });
    expect((await client['articles.content']({ uid })).html).toContain('<img src="asset:');
  });

  it('in the middle of writing leaves everything as it was', async () => {
    const context = await makeContext({ parser: textParser });
    const { uid } = await clip(context, FIRST);
    context.db.exec(`CREATE TEMP TRIGGER stop BEFORE INSERT ON kept_content BEGIN
      SELECT raise(ABORT, 'stop'); END`);
    const before = census(context);
    await expect(clip(context, SECOND)).rejects.toThrow('stop');
    expect(census(context)).toEqual(before);
    context.db.exec('DROP TRIGGER stop');
    expect((await clip(context, SECOND)).version).toEqual({ number: 2, shown: true });
    expect(await versionsOf(context, uid)).toHaveLength(2);
  });

  it('cannot be undone when what it showed before is gone, and says so', async () => {
    const { context, client, uid } = await twice();
    context.db.exec('DELETE FROM kept_content');
    await expect(client['journal.undo']({})).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('can no longer be undone'),
    });
    expect(await textOf(context, uid)).toBe(SECOND);
  });

  it('of which the content is gone is read from its snapshot again', async () => {
    const { context, client, uid } = await twice();
    context.db.exec('DELETE FROM kept_content');
    const [, older] = await client['snapshots.ofArticle']({ uid });
    expect(older).toMatchObject({ inUse: false, wordCount: null });
    await client['snapshots.show']({ uid: older?.uid as never });
    expect(await textOf(context, uid)).toBe(FIRST);
    await expect(
      client['snapshots.show']({ uid: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('an address that is in the library', () => {
  async function online() {
    let answer: Fetcher['fetch'] = async ({ url }) => page(url, FIRST);
    const page = (url: string, text: string) => ({
      url,
      bytes: new TextEncoder().encode(text),
      mediaType: 'text/plain',
      charset: 'utf-8',
    });
    const context = await makeContext({
      parser: textParser,
      fetcher: { fetch: (request, signal) => answer(request, signal) },
    });
    const clipUrl = () => context.client['clip.fromUrl']({ url: URL });
    const { uid } = await clipUrl();
    return {
      context,
      uid,
      clipUrl,
      page,
      answers: (next: Fetcher['fetch']) => {
        answer = next;
      },
    };
  }

  it('is asked what it says now', async () => {
    const { uid, clipUrl, answers, page } = await online();
    expect(await clipUrl()).toEqual({ uid, title: 'Owls', url: URL, status: 'exists' });
    answers(async ({ url }) => page(url, SECOND));
    expect(await clipUrl()).toMatchObject({ uid, version: { number: 2, shown: true } });
  });

  it.each(['offline', 'unreachable', 'not_found', 'login_required'] as const)(
    'is named all the same when its site answers %s',
    async (code) => {
      const { context, uid, clipUrl, answers } = await online();
      const before = census(context);
      answers(() => Promise.reject(new LibraryError(code, 'Not today.')));
      expect(await clipUrl()).toEqual({
        uid,
        title: 'Owls',
        url: URL,
        status: 'exists',
        warning: { code, message: 'Not today.' },
      });
      expect(census(context)).toEqual(before);
      answers(() => Promise.reject(new LibraryError('disk_full', 'Full.')));
      await expect(clipUrl()).rejects.toMatchObject({ code: 'disk_full' });
    },
  );

  it('is not what the front page says, where it leads there by now', async () => {
    const { context, uid, clipUrl, answers, page } = await online();
    const before = census(context);
    answers(async () => page('https://example.org/', `${SECOND}\nOf the front page.`));
    expect(await clipUrl()).toMatchObject({
      uid,
      status: 'exists',
      warning: { code: 'not_found', message: expect.stringContaining('another page') },
    });
    expect(census(context)).toEqual(before);
  });
});

it('many at the same moment are a version each, and each once', async () => {
  const context = await makeContext({ parser: directParser });
  const { client } = context;
  const words = ['a', 'b', 'c', 'a', 'b', 'c'];
  const clips = await Promise.all(
    words.map((word) => clip(context, `${FIRST}\nAnd ${word.repeat(3)}.`)),
  );
  const uid = clips[0]?.uid as ArticleUid;
  expect(new Set(clips.map((one) => one.uid)).size).toBe(1);
  expect(await versionsOf(context, uid)).toHaveLength(3);
  expect(census(context)).toMatchObject({
    rows: { article: 1, snapshot: 3, asset: 3, kept_content: 2 },
    files: { length: 3 },
  });
  expect(await client['library.check']({})).toMatchObject({ ok: true });
});
