// Makes the fingerprint of an article's text, and the pairs that it makes with other articles.
import { findReaderText } from '../articles/content-repo.ts';
import type { ReadDb, WriteDb } from '../storage/database.ts';
import { findInBands, findSketches, replaceFingerprint } from './fingerprint-repo.ts';
import { estimate, type Fingerprint, fingerprintOf } from './min-hash.ts';
import { insertPair } from './pair-repo.ts';
import { shinglesOf, similarity } from './shingles.ts';

/** From here on two texts are nearly the same: one word in twenty is another, and a teaser or two stand beside. */
const ALIKE = 0.6;
/** Sketches that agree less are not worth reading the texts: twice what an estimate errs by. */
const WORTH_COMPARING = 0.48;
/** Articles of one band that are looked at, and texts that are read: a text that stands in thousands must not cost more. */
const MOST_OF_BAND = 50;
const MOST_COMPARED = 12;

/** Part of the transaction that writes the text. @returns how many articles are nearly the same */
export function putFingerprint(db: WriteDb, articleId: number, readerText: string): number {
  const shingles = shinglesOf(readerText);
  const fingerprint = fingerprintOf(shingles);
  replaceFingerprint(db, articleId, fingerprint);
  const near = findNear(db, { articleId, shingles, fingerprint });
  for (const found of near) insertPair(db, articleId, found.articleId, found.similarity);
  return near.length;
}

interface Near {
  readonly articleId: number;
  readonly similarity: number;
}

/** Found by bands, chosen by sketches, told by the texts themselves. */
export function findNear(
  db: ReadDb,
  text: {
    /** Not to be compared with itself; null for a text that is not in the library. */
    readonly articleId: number | null;
    readonly shingles: Uint32Array;
    readonly fingerprint: Fingerprint;
  },
): Near[] {
  const { sketch, bands } = text.fingerprint;
  const candidates = [...findInBands(db, bands, MOST_OF_BAND)].filter(
    (id) => id !== text.articleId,
  );
  return findSketches(db, candidates)
    .map((stored) => ({ ...stored, about: estimate(sketch, stored.sketch) }))
    .filter(({ about }) => about >= WORTH_COMPARING)
    .sort((a, b) => b.about - a.about)
    .slice(0, MOST_COMPARED)
    .map(({ articleId }) => ({
      articleId,
      similarity: similarity(text.shingles, shinglesOf(readableText(db, articleId))),
    }))
    .filter((near) => near.similarity >= ALIKE);
}

/** Empty where it is damaged: that is for the check to tell, and nothing that another article's clip should fail of. */
export function readableText(db: ReadDb, articleId: number): string {
  try {
    return findReaderText(db, articleId) ?? '';
  } catch {
    return '';
  }
}
