// Reading: how opening, progress and the reader's own word move an article from unread to finished.
import { describe, expect, it } from 'vitest';
import { rowState } from '#library/storage/digest.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext } from '../../support/make-context.ts';

async function oneArticle() {
  const context = await makeContext();
  const { uid, id } = insertWholeArticle(context);
  const state = async () => {
    expect(rowState(context.db, 'article', id)).toBe('whole');
    const article = await context.client['articles.get']({ uid });
    const { readingStatus, progress, progressAnchor, openedAt, finishedAt } = article;
    return { readingStatus, progress, progressAnchor, openedAt, finishedAt };
  };
  return { context, client: context.client, uid, state, clock: context.ports.clock };
}

const untouched = {
  readingStatus: 'unread',
  progress: 0,
  progressAnchor: '',
  openedAt: null,
  finishedAt: null,
};

describe('reading', () => {
  it('begins when an article is opened', async () => {
    const { client, uid, state, clock, context } = await oneArticle();
    expect(await state()).toEqual(untouched);
    const first = clock.tick();
    await client['reading.opened']({ uid });
    expect(await state()).toEqual({ ...untouched, readingStatus: 'reading', openedAt: first });
    const second = clock.tick();
    await client['reading.opened']({ uid });
    expect(await state()).toMatchObject({ readingStatus: 'reading', openedAt: second });
    expect(context.events).toEqual([
      { kind: 'changed', topics: ['articles', 'counts'] },
      { kind: 'changed', topics: ['articles'] },
    ]);
    expect(await client['journal.state']({})).toEqual({ undo: null, redo: null });
  });

  it('gets somewhere, and back', async () => {
    const { client, uid, state } = await oneArticle();
    await client['reading.saveProgress']({ uid, fraction: 0.6, anchorText: 'there' });
    expect(await state()).toEqual({
      ...untouched,
      readingStatus: 'reading',
      progress: 0.6,
      progressAnchor: 'there',
    });
    await client['reading.saveProgress']({ uid, fraction: 0.2, anchorText: 'here' });
    expect(await state()).toMatchObject({ progress: 0.2, progressAnchor: 'here' });
  });

  it('tells nobody of progress that is none', async () => {
    const { client, uid, context } = await oneArticle();
    await client['reading.saveProgress']({ uid, fraction: 0.6, anchorText: 'there' });
    context.events.length = 0;
    await client['reading.saveProgress']({ uid, fraction: 0.6, anchorText: 'there' });
    expect(context.events).toEqual([]);
  });

  it('is finished near the end, once, and stays so when one looks back', async () => {
    const { client, uid, state, clock } = await oneArticle();
    await client['reading.saveProgress']({ uid, fraction: 0.979, anchorText: 'x' });
    expect((await state()).readingStatus).toBe('reading');
    const finishedAt = clock.tick();
    await client['reading.saveProgress']({ uid, fraction: 0.98, anchorText: 'y' });
    expect(await state()).toMatchObject({ readingStatus: 'finished', finishedAt });
    clock.tick();
    await client['reading.opened']({ uid });
    await client['reading.saveProgress']({ uid, fraction: 0.1, anchorText: 'z' });
    await client['reading.saveProgress']({ uid, fraction: 1, anchorText: 'end' });
    expect(await state()).toMatchObject({ readingStatus: 'finished', finishedAt, progress: 1 });
    expect(await client['articles.counts']({})).toMatchObject({
      finished: 1,
      reading: 0,
      inbox: 0,
    });
  });

  it('follows the reader’s own word', async () => {
    const { client, uid, state, clock } = await oneArticle();
    await client['reading.saveProgress']({ uid, fraction: 0.6, anchorText: 'there' });
    const finishedAt = clock.tick();
    await client['articles.setStatus']({ uids: [uid], status: 'finished' });
    expect(await state()).toMatchObject({ readingStatus: 'finished', progress: 1, finishedAt });
    // From the end on, opening it would finish it at once.
    await client['articles.setStatus']({ uids: [uid], status: 'reading' });
    expect(await state()).toEqual({ ...untouched, readingStatus: 'reading' });
    await client['reading.saveProgress']({ uid, fraction: 0.6, anchorText: 'there' });
    await client['articles.setStatus']({ uids: [uid], status: 'unread' });
    expect(await state()).toEqual(untouched);
  });

  it.each([-0.1, 1.1, Number.NaN, Number.POSITIVE_INFINITY])(
    'has no progress of %s',
    async (fraction) => {
      const { client, uid } = await oneArticle();
      await expect(
        client['reading.saveProgress']({ uid, fraction, anchorText: '' }),
      ).rejects.toMatchObject({ code: 'invalid_input' });
    },
  );
});
