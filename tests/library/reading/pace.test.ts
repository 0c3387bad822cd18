// The reader's pace: learned from reading, not from leafing, jumping or leaving a text open.
import { describe, expect, it } from 'vitest';
import { statement } from '#library/storage/database.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext } from '../../support/make-context.ts';

const MINUTE = 60_000;
const usual = { wordsPerMinute: 230, isOwn: false };

async function reader(wordCount = 10_000) {
  const context = await makeContext();
  const { client } = context;
  const { uid } = insertWholeArticle(context, { wordCount });
  let at = 0;
  return {
    context,
    client,
    uid,
    pace: () => client['reading.pace']({}),
    /** Reads on by so many words; negative goes back. */
    async read(words: number, activeMs?: number, of = uid) {
      at += words / wordCount;
      const fraction = Math.min(1, Math.max(0, at));
      const time = activeMs === undefined ? {} : { activeMs };
      await client['reading.saveProgress']({ uid: of, fraction, anchorText: '', ...time });
    },
  };
}

describe('the pace', () => {
  it('is the usual one until enough has been read, then the reader’s own', async () => {
    const { read, pace } = await reader();
    expect(await pace()).toEqual(usual);
    for (let page = 0; page < 9; page++) await read(200, MINUTE / 2);
    expect(await pace()).toEqual(usual);
    await read(200, MINUTE / 2);
    expect(await pace()).toEqual({ wordsPerMinute: 400, isOwn: true });
  });

  it('counts time between turns of a page, whether something moved or not', async () => {
    const { read, pace } = await reader();
    for (let page = 0; page < 10; page++) {
      for (let report = 0; report < 11; report++) await read(0, 5000);
      await read(300, 5000);
    }
    expect(await pace()).toEqual({ wordsPerMinute: 300, isOwn: true });
  });

  it('takes small steps together', async () => {
    const { read, pace } = await reader();
    for (let line = 0; line < 400; line++) await read(10, 2000);
    expect(await pace()).toEqual({ wordsPerMinute: 300, isOwn: true });
  });

  it('leaves out leafing, jumps, going back and a text left open', async () => {
    const { read, pace, client, uid } = await reader();
    for (let page = 0; page < 10; page++) await read(300, MINUTE);
    await read(2000, 1000);
    await read(-4000, 1000);
    for (let page = 0; page < 3; page++) await read(300, MINUTE);
    for (let night = 0; night < 60; night++) await read(1, 1e9);
    await read(100);
    expect(await pace()).toEqual({ wordsPerMinute: 300, isOwn: true });
    await expect(
      client['reading.saveProgress']({ uid, fraction: 0.5, anchorText: '', activeMs: -1 }),
    ).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('follows a reader who gets quicker', async () => {
    const { client, context, pace } = await reader();
    const readBook = async (wordsPerMinute: number) => {
      const { uid } = insertWholeArticle(context, { wordCount: 100_000 });
      for (let page = 1; page <= 100; page++) {
        const activeMs = (1000 / wordsPerMinute) * MINUTE;
        const report = { uid, fraction: page / 100, anchorText: '', activeMs };
        await client['reading.saveProgress'](report);
      }
    };
    await readBook(200);
    expect((await pace()).wordsPerMinute).toBe(200);
    await readBook(400);
    await readBook(400);
    await readBook(400);
    expect((await pace()).wordsPerMinute).toBeGreaterThan(380);
  });

  it('is kept, and begins anew where it is damaged', async () => {
    const { context, read } = await reader();
    for (let page = 0; page < 10; page++) await read(300, MINUTE);
    context.close();
    const again = await makeContext({ dir: context.dir });
    expect(await again.client['reading.pace']({})).toEqual({ wordsPerMinute: 300, isOwn: true });
    expect(await again.client['settings.get']({})).not.toHaveProperty('reading_pace');
    for (const damage of ['{', '{"words":-1,"ms":0,"open":null}', '[]']) {
      statement(again.db, `UPDATE setting SET value = ? WHERE key = 'reading_pace'`).run(damage);
      expect(await again.client['reading.pace']({})).toEqual(usual);
    }
  });
});
