// Highlights of one article: made, changed, taken back, and what the library refuses.
import { describe, expect, it } from 'vitest';
import { MAX_QUOTE_LENGTH } from '#contract/types/highlight.ts';
import { statement } from '#library/storage/database.ts';
import { makeLibrary } from '../../support/make-library.ts';
import { textParser } from '../../support/make-ports.ts';
import { anchorAt, markedArticle, marksOf, TEXT } from './marks.ts';

const changed = (...topics: string[]) => ({ kind: 'changed', topics });

describe('a highlight', () => {
  it('is kept with its words, their place and a note', async () => {
    const { client, context, uid, mark } = await markedArticle();
    const now = context.ports.clock.now();
    const { highlight, step } = await mark('a long night', { colour: 'pink', note: 'Whose?' });
    const anchor = anchorAt(TEXT, 'a long night');
    expect(highlight).toEqual({
      uid: expect.stringMatching(/^[0-9A-Z]{26}$/),
      articleUid: uid,
      colour: 'pink',
      quote: 'a long night',
      prefix: anchor.prefix,
      suffix: anchor.suffix,
      range: { start: anchor.start, end: anchor.end },
      note: 'Whose?',
      createdAt: now,
      updatedAt: now,
    });
    expect(step).toMatchObject({ kind: 'highlight', subject: 'pink', count: 1 });
    expect(context.events).toEqual([changed('highlights', 'journal')]);
    expect(await client['highlights.ofArticle']({ uid })).toEqual({
      highlights: [highlight],
      lost: [],
    });
    expect(await client['articles.get']({ uid })).toMatchObject({
      highlightCount: 1,
      lostHighlightCount: 0,
      hasNote: false,
    });
  });

  it('stands in the order of the text, and may overlap others', async () => {
    const { client, uid, mark } = await markedArticle();
    for (const words of ['the owl slept', 'The owl', 'owl sat still', 'quick']) await mark(words);
    const { highlights } = await client['highlights.ofArticle']({ uid });
    expect(highlights.map(({ quote }) => quote)).toEqual([
      'The owl',
      'owl sat still',
      'quick',
      'the owl slept',
    ]);
  });

  it('goes to where its words stand, though the window showed another text', async () => {
    const { client, uid } = await markedArticle();
    const anchor = anchorAt(`Before.\n${TEXT}`, 'slept');
    const { highlight } = await client['highlights.add']({ uid, colour: 'blue', anchor });
    const start = TEXT.indexOf('slept');
    expect(highlight.range).toEqual({ start, end: start + 5 });
  });

  it('whose words are gone is kept all the same, without a place', async () => {
    const { client, uid } = await markedArticle();
    const old = 'Nothing of this is there any more: zebras, quaggas.';
    const anchor = anchorAt(old, 'zebras, quaggas');
    const { highlight } = await client['highlights.add']({ uid, colour: 'blue', anchor });
    expect(highlight.range).toBeNull();
    const shown = await client['highlights.ofArticle']({ uid });
    expect(shown.highlights).toEqual([]);
    expect(shown.lost).toMatchObject([{ uid: highlight.uid, quote: 'zebras, quaggas' }]);
    expect(await client['articles.get']({ uid })).toMatchObject({
      highlightCount: 1,
      lostHighlightCount: 1,
    });
  });

  it.each([
    ['in the middle of a pair', 'Look: 😀😀 there', 7, 9, '😀😀'],
    ['in a family', 'Look: 👨‍👩‍👧 there', 8, 11, '👨‍👩‍👧'],
    ['before a mark', 'Look: e\u0301a there', 6, 7, 'e\u0301'],
  ])(
    'that begins or ends %s is widened to whole characters',
    async (_, text, start, end, quote) => {
      const { context, client, uid } = await markedArticle({ text });
      const anchor = {
        quote: text.slice(start, end),
        prefix: text.slice(0, start),
        suffix: text.slice(end),
        start,
        end,
      };
      const { highlight } = await client['highlights.add']({ uid, colour: 'green', anchor });
      const at = text.indexOf(quote);
      expect(highlight).toMatchObject({ quote, range: { start: at, end: at + quote.length } });
      const before = marksOf(context);
      await client['journal.undo']({});
      await client['journal.redo']({});
      expect(marksOf(context)).toEqual(before);
    },
  );

  it('survives closing', async () => {
    const first = await makeLibrary({ parser: textParser });
    const { uid } = await first.client['clip.fromPasted']({ text: TEXT });
    const { text } = await first.client['articles.content']({ uid });
    const anchor = anchorAt(text, 'the mice');
    await first.client['highlights.add']({ uid, colour: 'purple', anchor, note: 'Poor mice' });
    await first.client['notes.save']({ uid, markdown: '# Owls' });
    const before = await first.client['highlights.ofArticle']({ uid });
    await first.close();
    const again = await makeLibrary({ dir: first.dir, parser: textParser });
    expect(await again.client['highlights.ofArticle']({ uid })).toEqual(before);
    expect(await again.client['notes.get']({ uid })).toMatchObject({ markdown: '# Owls' });
    expect(await again.client['library.check']({})).toMatchObject({ ok: true });
    await again.client['journal.undo']({});
    await again.client['journal.undo']({});
    expect(await again.client['highlights.ofArticle']({ uid })).toEqual({
      highlights: [],
      lost: [],
    });
  });
});

describe('what is refused', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \n\t\u00a0\u3000'],
    ['a picture', '\uFFFC'],
    ['characters without a form', '\u200b\u00ad\u200d'],
  ])('a selection of %s', async (_, quote) => {
    const { client, context, uid } = await markedArticle();
    const anchor = { quote, prefix: '', suffix: '', start: 0, end: quote.length };
    await expect(client['highlights.add']({ uid, colour: 'yellow', anchor })).rejects.toMatchObject(
      {
        code: 'invalid_input',
        message: 'There are no words in this selection to highlight.',
      },
    );
    expect(marksOf(context).highlights).toEqual([]);
    expect(context.events).toEqual([]);
  });

  it('more words than a highlight holds, and a longer note', async () => {
    const text = 'word '.repeat(MAX_QUOTE_LENGTH / 5 + 1);
    const { client, uid, mark } = await markedArticle({ text });
    const most = text.slice(0, MAX_QUOTE_LENGTH);
    expect((await mark(most)).highlight.quote).toBe(most);
    await expect(mark(text)).rejects.toMatchObject({
      code: 'too_large',
      message: 'A highlight holds 200000 characters at most; this selection has 200005.',
    });
    await expect(mark('word', { note: 'é'.repeat(1024 * 1024) })).rejects.toMatchObject({
      code: 'too_large',
      message: expect.stringContaining('this one has 2.0 MB'),
    });
    expect((await client['highlights.ofArticle']({ uid })).highlights).toHaveLength(1);
  });

  it('an article or a highlight that is not there, and then nothing changes', async () => {
    const { client, context, mark } = await markedArticle();
    const { highlight } = await mark('owl');
    const before = marksOf(context);
    const uid = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
    const anchor = anchorAt(TEXT, 'owl');
    const uids = [highlight.uid, uid];
    for (const call of [
      client['highlights.add']({ uid, colour: 'yellow', anchor }),
      client['highlights.change']({ uids, colour: 'pink' }),
      client['highlights.remove']({ uids }),
      client['highlights.place']({ uid, anchor }),
      client['highlights.keepAsNote']({ uid }),
      client['highlights.ofArticle']({ uid }),
    ]) {
      await expect(call).rejects.toMatchObject({ code: 'not_found' });
    }
    expect(marksOf(context)).toEqual(before);
  });

  it('a place whose words the text does not have', async () => {
    const { client, context, mark } = await markedArticle();
    const { highlight } = await mark('owl');
    const before = marksOf(context);
    await expect(
      client['highlights.place']({
        uid: highlight.uid,
        anchor: anchorAt('quaggas and zebras', 'quaggas'),
      }),
    ).rejects.toMatchObject({ code: 'conflict' });
    expect(marksOf(context)).toEqual(before);
  });
});

describe('undo and redo', () => {
  type Library = Awaited<ReturnType<typeof markedArticle>>;
  const steps: readonly [string, object, (library: Library) => Promise<unknown>][] = [
    ['adding', { kind: 'highlight', count: 1 }, ({ mark }) => mark('quick', { note: 'so quick' })],
    [
      'recolouring',
      { kind: 'recolour', count: 2, subject: 'green' },
      async (library) =>
        library.client['highlights.change']({ uids: await uidsOf(library), colour: 'green' }),
    ],
    [
      'a note',
      { kind: 'annotate', count: 2 },
      async (library) =>
        library.client['highlights.change']({
          uids: await uidsOf(library),
          note: 'a \ud83d half',
        }),
    ],
    [
      'colour and note',
      { kind: 'annotate', count: 2 },
      async (library) =>
        library.client['highlights.change']({
          uids: await uidsOf(library),
          note: 'both',
          colour: 'blue',
        }),
    ],
    [
      'removing',
      { kind: 'unhighlight', count: 2 },
      async (library) => library.client['highlights.remove']({ uids: await uidsOf(library) }),
    ],
    [
      'placing',
      { kind: 'place-highlight', count: 1 },
      async (library) =>
        library.client['highlights.place']({
          uid: (await uidsOf(library))[0] ?? '',
          anchor: anchorAt(TEXT, 'the morning'),
        }),
    ],
    [
      'keeping as a note',
      { kind: 'keep-as-note', count: 1 },
      async (library) =>
        library.client['highlights.keepAsNote']({ uid: (await uidsOf(library))[1] ?? '' }),
    ],
    [
      'writing the note',
      { kind: 'write-note', count: 1 },
      ({ client, uid }) => client['notes.save']({ uid, markdown: 'Other words' }),
    ],
    [
      'emptying the note',
      { kind: 'write-note', count: 1 },
      ({ client, uid }) => client['notes.save']({ uid, markdown: ' \n' }),
    ],
  ];

  async function uidsOf({ client, uid }: Library) {
    return (await client['highlights.ofArticle']({ uid })).highlights.map((one) => one.uid);
  }

  it.each(steps)('of %s bring back every row and digest', async (_, step, run) => {
    const library = await markedArticle();
    const { client, context, uid, mark } = library;
    await mark('The owl', { note: 'first' });
    await mark('the mice', { note: '*second*', colour: 'pink' });
    await client['notes.save']({ uid, markdown: 'A note' });
    const before = marksOf(context);
    context.ports.clock.tick(60 * 60 * 1000);
    await run(library);
    const after = marksOf(context);
    expect(after).not.toEqual(before);
    expect(await client['journal.state']({})).toMatchObject({ undo: step, redo: null });
    for (let round = 0; round < 2; round++) {
      context.ports.clock.tick();
      await client['journal.undo']({});
      expect(marksOf(context)).toEqual(before);
      context.ports.clock.tick();
      await client['journal.redo']({});
      expect(marksOf(context)).toEqual(after);
    }
    // The whole history, to its beginning and back, though every step stamps what it changes.
    for (let at = 0; at < 4; at++) {
      context.ports.clock.tick();
      await client['journal.undo']({});
    }
    expect(marksOf(context)).toEqual({ highlights: [], notes: [] });
    for (let at = 0; at < 4; at++) await client['journal.redo']({});
    expect(marksOf(context)).toEqual(after);
  });

  it('leave alone what was not changed', async () => {
    const { client, mark } = await markedArticle();
    const { highlight } = await mark('The owl', { note: 'same' });
    const uids = [highlight.uid];
    expect(await client['highlights.change']({ uids, colour: 'yellow', note: 'same' })).toEqual({
      step: null,
    });
    expect(await client['highlights.change']({ uids })).toEqual({ step: null });
  });

  it('give a highlight a place in the text of today', async () => {
    const { client, context, uid, id, mark } = await markedArticle();
    const { highlight } = await mark('the mice');
    await client['highlights.remove']({ uids: [highlight.uid] });
    const { packText } = await import('#library/storage/text-blob.ts');
    const { seal } = await import('#library/storage/digest.ts');
    const text = `A line that was not there.\n${TEXT}`;
    statement(context.db, 'UPDATE reader_content SET reader_text = ?').run(packText(text));
    seal(context.db, 'reader_content', id);
    await client['journal.undo']({});
    const { highlights } = await client['highlights.ofArticle']({ uid });
    const start = text.indexOf('the mice');
    expect(highlights).toMatchObject([{ quote: 'the mice', range: { start, end: start + 8 } }]);
    expect(marksOf(context).highlights).toHaveLength(1);
    // Another place is no change of the reader's that would stand in the way.
    await client['journal.undo']({});
    expect(marksOf(context).highlights).toEqual([]);
  });
});

it('a mark that is damaged on the disk is found by the check', async () => {
  const { client, context, uid, mark } = await markedArticle();
  await mark('the mice');
  await client['notes.save']({ uid, markdown: 'A note' });
  const faults = async () =>
    (await client['library.check']({})).problems.flatMap((problem) =>
      problem.table === 'asset' ? [] : [[problem.table, problem.uid]],
    );
  expect(await faults()).toEqual([]);
  context.db.exec(`UPDATE highlight SET quote = 'the lice'; UPDATE note SET markdown = 'A vote'`);
  expect(await faults()).toEqual([
    ['highlight', uid],
    ['note', uid],
  ]);
});

describe('ten thousand highlights in one article', () => {
  it('are shown, removed and brought back', async () => {
    const words = Array.from({ length: 10_000 }, (_, at) => `word${at}`);
    const text = words.join(' ');
    const { client, context, uid, mark } = await markedArticle({ text });
    const { highlight } = await mark('word0');
    // Made in the database: ten thousand calls would be the same ten thousand times.
    context.db.exec(`
      WITH RECURSIVE series (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM series WHERE value < 9999)
      INSERT INTO highlight (uid, article_id, colour, quote, prefix, suffix, start_offset, end_offset, created_at, updated_at)
        SELECT '01ARZ3NDEKTSV4RRFFQ6' || printf('%06d', value), 1, 'yellow', 'word', '', '', value, value + 4, 0, 0
        FROM series`);
    const { sealAll } = await import('#library/storage/digest.ts');
    sealAll(context.db, 'highlight');
    const shown = await client['highlights.ofArticle']({ uid });
    expect(shown.highlights).toHaveLength(10_000);
    expect(shown.highlights[0]).toEqual(highlight);
    const before = marksOf(context);
    const uids = shown.highlights.map((one) => one.uid);
    expect(await client['highlights.remove']({ uids })).toMatchObject({ step: { count: 10_000 } });
    expect(marksOf(context).highlights).toEqual([]);
    await client['journal.undo']({});
    expect(marksOf(context).highlights).toHaveLength(before.highlights.length);
    const page = await client['highlights.list']({ filter: { text: 'WORD' }, limit: 1 });
    expect(page.total).toBe(10_000);
    expect((await client['highlights.export']({ format: 'csv' })).count).toBe(10_000);
  });
});
