// Articles that are nearly the same are found by their texts, in every writing; those that only share a site are not.
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '#library/duplicates/min-hash.ts';
import { findNear, putFingerprint } from '#library/duplicates/put-fingerprint.ts';
import { shinglesOf, similarity } from '#library/duplicates/shingles.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';
import { ownText, withOtherWords } from './near.ts';

function nearest({ db }: TestContext, text: string) {
  const shingles = shinglesOf(text);
  return findNear(db, { articleId: null, shingles, fingerprint: fingerprintOf(shingles) });
}

function insertPrinted(context: TestContext, text: string): number {
  const { id } = insertWholeArticle(context, { text });
  putFingerprint(context.db, id, text);
  return id;
}

describe('near-duplicates', () => {
  it.each(['en', 'de', 'ru', 'ar', 'zh', 'ja', 'ko', 'th', 'hi'])(
    'are found in %s, among others of that language, and a text of its own finds none',
    async (lang) => {
      const context = await makeContext();
      const ids = Array.from({ length: 30 }, (_, at) => insertPrinted(context, ownText(lang, at)));
      for (const at of [0, 11, 29]) {
        const text = withOtherWords(ownText(lang, at), 0.03, at + 1);
        expect(text).not.toBe(ownText(lang, at));
        const dated = `26 November 2026\n\n${text}\n\nMore of this: ten lakes in the north.`;
        expect(nearest(context, dated).map(({ articleId }) => articleId)).toEqual([ids[at]]);
      }
      expect(nearest(context, ownText(lang, 40))).toEqual([]);
    },
  );

  it('are not articles of one site with the same furniture around them', async () => {
    const context = await makeContext();
    const furniture = ownText('en', 100).slice(0, 1200);
    const of = (at: number) =>
      `${furniture}\n\n${ownText('en', at).slice(0, 1800)}\n\n${furniture.slice(0, 300)}`;
    const ids = Array.from({ length: 60 }, (_, at) => insertPrinted(context, of(at)));
    expect(nearest(context, of(70))).toEqual([]);
    expect(nearest(context, of(7)).map(({ articleId }) => articleId)).toEqual([ids[7]]);
  });

  it('among short texts are only those with the same words', async () => {
    const context = await makeContext();
    const id = insertPrinted(context, 'The owl sat still. It had been a long night.');
    expect(nearest(context, 'the OWL sat still, it had been a long night')).toEqual([
      { articleId: id, similarity: 1 },
    ]);
    expect(nearest(context, 'The owl sat still. It had been a long day.')).toEqual([]);
    insertPrinted(context, '');
    insertPrinted(context, '…');
    expect(nearest(context, '')).toEqual([]);
  });

  it('are told by what the texts have in common', () => {
    const words = Array.from({ length: 100 }, (_, at) => `word${at}`);
    const one = shinglesOf(words.join(' '));
    expect(one).toHaveLength(97);
    expect(similarity(one, shinglesOf(words.join(', ').toUpperCase()))).toBe(1);
    // Ten more words: all 97 runs in common, of 107.
    const longer = [...words, ...Array.from({ length: 10 }, (_, at) => `more${at}`)];
    expect(similarity(one, shinglesOf(longer.join(' ')))).toBeCloseTo(97 / 107, 5);
    expect(similarity(one, shinglesOf(words.toReversed().join(' ')))).toBe(0);
  });

  it('cost no more where a text stands in many articles', async () => {
    const context = await makeContext();
    for (let count = 0; count < 80; count++) insertPrinted(context, ownText('en', 1));
    expect(nearest(context, ownText('en', 1))).toHaveLength(12);
  });
});
