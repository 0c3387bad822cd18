// What was left out can be put back, and what does not belong there taken out: an edit that outlives every reading of the page.
import { describe, expect, it } from 'vitest';
import type { HttpUrl } from '#contract/types/ids.ts';
import { statement } from '#library/storage/database.ts';
import { findSealedIds, rowState, sealedTables } from '#library/storage/digest.ts';
import { census, failsClean } from '../../support/census.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';
import { directParser } from '../../support/make-ports.ts';
import { anchorAt } from '../highlights/marks.ts';
import {
  blockWith,
  clip,
  contentsOf,
  hitsFor,
  pageOf,
  remove,
  restore,
  riverArticle,
  wordsOf,
} from './left-out.ts';

const isSound = ({ db }: TestContext) =>
  sealedTables.every((table) =>
    findSealedIds(db, table).every((id) => rowState(db, table, id) === 'whole'),
  );

describe('what an article holds of its page', () => {
  it('is told block by block, in the order of the page, with how much it is', async () => {
    const { context, uid } = await riverArticle();
    const before = census(context);
    const { blocks, share, dormant, title, html } = await contentsOf(context, uid);
    expect(blocks.map(({ state, text }) => `${state}: ${text.slice(0, 23)}`)).toEqual([
      'left-out: Tides Boats',
      'kept: The flood came up the r',
      'kept: The drift came up the r',
      'kept: The boathouse at noon.',
      'left-out: From the harbour office',
      'left-out: Hellebore grows here',
      'kept: The eel came up the riv',
      'kept: The ebb came up the riv',
      'left-out: Printed by the Weir Pre',
    ]);
    const words = (state: string) =>
      blocks.reduce((sum, block) => (block.state === state ? sum + block.words : sum), 0);
    expect(share).toBeCloseTo(words('kept') / (words('kept') + words('left-out')));
    expect(share).toBeGreaterThan(0.8);
    expect({ dormant, title }).toEqual({ dormant: [], title: 'Of the river' });
    for (const { number } of blocks) expect(html).toContain(`data-lectern-block="${number}"`);
    expect(census(context)).toEqual(before);
    expect((await context.client['articles.content']({ uid })).html).not.toContain('lectern-block');
  });

  it.each([
    ['a text', 'notes.txt', 'One line.\n\nAnother line.', 'made from a text'],
    ['Markdown', 'notes.md', '# Notes\n\nOne line.', 'made from a text'],
  ])('is all of it where it was %s', async (_, name, text, sentence) => {
    const context = await makeContext();
    const bytes = new Uint8Array(Buffer.from(text));
    const { uid } = await context.client['clip.fromFile']({ name, bytes });
    await failsClean(
      context,
      () => contentsOf(context, uid),
      'unsupported_type',
      new RegExp(`${sentence}.*nothing was left out`),
    );
  });
});

describe('a passage that is put back', () => {
  it('stands in its place and is found at once, until that is undone', async () => {
    const { context, client, uid } = await riverArticle();
    expect(await hitsFor(context, 'quicklime')).toBe(0);
    const { step } = await restore(context, uid, 'Quicklime');
    expect(step).toMatchObject({ kind: 'restore-block', count: 1 });
    const text = await wordsOf(context, uid);
    expect(text).toMatch(/noon\.\s+From the harbour office\s+Quicklime is sold.*\s+The eel/);
    expect(await hitsFor(context, 'quicklime')).toBe(1);
    const after = await contentsOf(context, uid);
    expect(blockWith(after, 'Quicklime').state).toBe('restored');
    expect(isSound(context)).toBe(true);

    await client['journal.undo']({});
    expect(await hitsFor(context, 'quicklime')).toBe(0);
    expect(blockWith(await contentsOf(context, uid), 'Quicklime').state).toBe('left-out');
    await client['journal.redo']({});
    expect(await hitsFor(context, 'quicklime')).toBe(1);
    expect(await wordsOf(context, uid)).toBe(text);
    expect(await client['library.check']({})).toMatchObject({ ok: true });
  });

  it('is sanitised as everything is', async () => {
    const { context, client, uid } = await riverArticle();
    await restore(context, uid, 'Hellebore');
    const { html } = await client['articles.content']({ uid });
    expect(html).toContain('<p>Hellebore <b>grows</b> <a>here</a>');
    expect(html).not.toMatch(/alert|onclick|onerror|iframe|script|style|evil|javascript/i);
    expect(await client['articles.get']({ uid })).toMatchObject({ missingImages: 1 });
  });

  it('keeps highlights at their words', async () => {
    const { context, client, uid } = await riverArticle();
    const quote = 'into the book of the eel';
    const anchor = anchorAt(await wordsOf(context, uid), quote);
    await client['highlights.add']({ uid, colour: 'blue', anchor });
    await restore(context, uid, 'Quicklime');
    await remove(context, uid, 'The flood came');
    const { highlights } = await client['highlights.ofArticle']({ uid });
    const text = await wordsOf(context, uid);
    expect(highlights.map(({ range }) => range && text.slice(range.start, range.end))).toEqual([
      quote,
    ]);
  });

  it('outlives reading the page anew, and a further version of it', async () => {
    const { context, client, uid } = await riverArticle();
    await restore(context, uid, 'Quicklime');
    await remove(context, uid, 'The drift');
    const text = await wordsOf(context, uid);
    await client['articles.reread']({ uid });
    expect(await wordsOf(context, uid)).toBe(text);
    await client['extraction.run']({ uids: [uid], mode: 'force' });
    expect(await wordsOf(context, uid)).toBe(text);

    // The same page once more is no other version for what its reader has done.
    const same = await clip(context, `${pageOf()}<!-- again -->`);
    expect(same).toMatchObject({ status: 'exists', uid });
    expect(same.version).toBeUndefined();

    const next = pageOf({ second: `<p>${'The heron stood in the reeds. '.repeat(12)}</p>` });
    expect(await clip(context, next)).toMatchObject({ uid, version: { number: 2, shown: true } });
    const newer = await wordsOf(context, uid);
    expect(newer).toContain('heron');
    expect(newer).toContain('Quicklime');
    expect(newer).not.toContain('The drift');
    expect((await contentsOf(context, uid)).dormant).toEqual([]);
  });

  it('holds for a version that was put aside before', async () => {
    const { context, client, uid } = await riverArticle();
    await clip(
      context,
      pageOf({ second: `<p>${'The heron stood in the reeds. '.repeat(12)}</p>` }),
    );
    await restore(context, uid, 'Quicklime');
    const versions = await client['snapshots.ofArticle']({ uid });
    const older = versions.find(({ inUse }) => !inUse);
    await client['snapshots.show']({ uid: older?.uid as NonNullable<typeof older>['uid'] });
    const text = await wordsOf(context, uid);
    expect(text).not.toContain('heron');
    expect(text).toContain('Quicklime');
    // And the way back through all of it.
    await client['journal.undo']({});
    expect(await wordsOf(context, uid)).toContain('heron');
    await client['journal.undo']({});
    expect(await wordsOf(context, uid)).not.toContain('Quicklime');
    await client['journal.undo']({});
    expect(await wordsOf(context, uid)).not.toContain('heron');
    expect(await client['library.check']({})).toMatchObject({ ok: true });
  });

  it('waits, and says so, where a version has no such passage', async () => {
    const { context, client, uid } = await riverArticle();
    await restore(context, uid, 'Quicklime');
    await clip(context, pageOf({ box: '', second: `<p>${'The heron stood. '.repeat(12)}</p>` }));
    const { dormant, blocks } = await contentsOf(context, uid);
    expect(dormant).toEqual([
      { action: 'restore', words: 'From the harbour office' },
      { action: 'restore', words: 'Quicklime is sold by the barrel.' },
    ]);
    expect(blocks.some(({ state }) => state === 'restored')).toBe(false);
    await clip(context, pageOf({ second: `<p>${'The heron left. '.repeat(12)}</p>` }));
    expect((await contentsOf(context, uid)).dormant).toEqual([]);
    expect(await wordsOf(context, uid)).toContain('Quicklime');
    await client['contents.forgetEdits']({ uid });
    expect(await wordsOf(context, uid)).not.toContain('Quicklime');
  });

  it('is told from others that say the same by what stands beside it', async () => {
    const twice = (word: string) =>
      `<aside class="sidebar related"><p>${word}.</p><p>Quicklime is sold by the barrel.</p></aside>`;
    const page = pageOf({ first: twice('Alpha'), box: twice('Omega') });
    const filler = `<p>${'The flood came up the river and went down again. '.repeat(6)}</p>`;
    const { context, client, uid } = await riverArticle(page.replace('<h1>', `${filler}<h1>`));
    const { blocks } = await contentsOf(context, uid);
    const omega = blocks.find(({ text }) => text.startsWith('Omega'));
    expect(blocks.filter(({ text }) => text.includes('Quicklime'))).toHaveLength(2);
    await client['contents.restoreBlock']({ uid, blocks: omega?.addresses ?? [] });
    const text = await wordsOf(context, uid);
    expect(text).toContain('Omega');
    expect(text).not.toContain('Alpha');
    expect(text.match(/Quicklime/g)).toHaveLength(1);
  });
});

describe('a passage that is taken out', () => {
  it('is not found any more, with its picture, and comes back with it', async () => {
    const { context, client, uid } = await riverArticle();
    const { html } = await client['articles.content']({ uid });
    expect(html).toContain('<img');
    expect(await hitsFor(context, 'boathouse AND noon')).toBe(1);
    await remove(context, uid, 'at noon');
    expect(await wordsOf(context, uid)).not.toContain('at noon');
    expect((await client['articles.content']({ uid })).html).not.toContain('<img');
    expect(await hitsFor(context, 'noon')).toBe(0);
    expect(blockWith(await contentsOf(context, uid), 'at noon').state).toBe('removed');

    // To put it back is to have no edit at all.
    await restore(context, uid, 'at noon');
    expect((await client['articles.content']({ uid })).html).toBe(html);
    expect(statement(context.db, 'SELECT * FROM block_edit').all()).toEqual([]);
    expect(await client['contents.forgetEdits']({ uid })).toEqual({ step: null });
  });

  it('leaves nothing to do twice', async () => {
    const { context, client, uid } = await riverArticle();
    const { addresses } = blockWith(await contentsOf(context, uid), 'The drift');
    const wish = { uid, blocks: addresses };
    expect(await client['contents.restoreBlock'](wish)).toEqual({ step: null });
    expect((await client['contents.removeBlock'](wish)).step).not.toBeNull();
    expect(await client['contents.removeBlock'](wish)).toEqual({ step: null });
  });

  it('with all other edits is forgotten in one step, and that can be undone', async () => {
    const { context, client, uid } = await riverArticle();
    const before = await wordsOf(context, uid);
    await Promise.all([remove(context, uid, 'The drift'), restore(context, uid, 'Quicklime')]);
    const edited = await wordsOf(context, uid);
    expect(edited).toContain('Quicklime');
    expect(edited).not.toContain('The drift');
    expect((await client['contents.forgetEdits']({ uid })).step).toMatchObject({
      kind: 'forget-edits',
    });
    expect(await wordsOf(context, uid)).toBe(before);
    await client['journal.undo']({});
    expect(await wordsOf(context, uid)).toBe(edited);
    await client['journal.undo']({});
    await client['journal.undo']({});
    expect(await wordsOf(context, uid)).toBe(before);
    for (let times = 0; times < 3; times++) await client['journal.redo']({});
    expect(await wordsOf(context, uid)).toBe(before);
  });
});

describe('an edit that cannot be made', () => {
  it('changes nothing: no such passage, a cancelled call', async () => {
    const { context, client, uid } = await riverArticle();
    const { addresses } = blockWith(await contentsOf(context, uid), 'Quicklime');
    const elsewhere = '0123456789abcdef.0.0123456789abcdef.0123456789abcdef';
    await failsClean(
      context,
      () => client['contents.restoreBlock']({ uid, blocks: [...addresses, elsewhere] }),
      'not_found',
      /not on the page/,
    );
    const stop = new AbortController();
    stop.abort();
    await failsClean(
      context,
      () => client['contents.restoreBlock']({ uid, blocks: addresses }, stop.signal),
      'cancelled',
      /cancelled/,
    );
    expect((await client['contents.restoreBlock']({ uid, blocks: addresses })).step).not.toBeNull();
  });

  it('of what an earlier page reader made comes back as that one made it', async () => {
    const old = { isOld: true };
    const context = await makeContext({
      parser: {
        async read(input, signal) {
          const page = await directParser.read(input, signal);
          const readerText = `${page.readerText}\nAs of old.`;
          return old.isOld ? { ...page, readerText, packed: undefined } : page;
        },
      },
    });
    const { uid } = await clip(context, pageOf(), 'https://river.example/b' as HttpUrl);
    old.isOld = false;
    statement(context.db, 'UPDATE reader_content SET extractor_version = 1').run();
    await restore(context, uid, 'Quicklime');
    expect(await wordsOf(context, uid)).not.toContain('As of old');
    await context.client['journal.undo']({});
    const text = await wordsOf(context, uid);
    expect(text).toContain('As of old');
    expect(text).not.toContain('Quicklime');
    await context.client['journal.redo']({});
    expect(await wordsOf(context, uid)).toContain('Quicklime');
  });
});
