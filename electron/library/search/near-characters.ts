// What a word in Chinese characters that nobody wrote may have been: the input method offers many of the same sound, and
// one of them was wrong. There is no list of words, so texts are asked what stands beside the others.
import { findReaderText } from '../articles/content-repo.ts';
import { type ReadDb, statement } from '../storage/database.ts';
import { expressionOf } from './match-expression.ts';

const LEAST = 2;
const MOST = 6;
/** Of texts with the other characters so many are read, the newest first, each so far. */
const TEXTS = 30;
const TEXT_LENGTH = 50_000;
/** A word that one text alone has is as likely a slip itself. */
const LEAST_TEXTS = 2;
const han = /^\p{Script=Han}$/u;

/** @returns the likeliest first */
export function nearRuns(db: ReadDb, characters: readonly string[]): string[] {
  if (characters.length < LEAST || characters.length > MOST) return [];
  if (!characters.every((character) => han.test(character))) return [];
  const weights = new Map<string, number>();
  for (let at = 0; at < characters.length; at++) {
    const before = characters.slice(0, at);
    const after = characters.slice(at + 1);
    const ids = findTexts(db, before, after);
    const counts = countBetween(
      ids.map((id) => findReaderText(db, id)?.slice(0, TEXT_LENGTH) ?? ''),
      before.join(''),
      after.join(''),
    );
    for (const [run, count] of counts) {
      // 棋 is nearly all that ever follows 围, while hundreds follow 地.
      if (count >= LEAST_TEXTS) weights.set(run, (count * count) / ids.length);
    }
  }
  weights.delete(characters.join(''));
  return [...weights].sort(([, a], [, b]) => b - a).map(([run]) => run);
}

function findTexts(db: ReadDb, before: readonly string[], after: readonly string[]): number[] {
  const phrases = [before, after]
    .filter((tokens) => tokens.length > 0)
    .map((tokens) => expressionOf({ tokens, open: false }));
  const match = phrases.length > 1 ? `NEAR(${phrases.join(' ')}, 1)` : (phrases[0] ?? '""');
  return statement<number>(
    db,
    `SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid DESC LIMIT ${TEXTS}`,
  )
    .pluck()
    .all(match);
}

/** In how many texts each run stands that has one character between two pieces. */
function countBetween(
  texts: readonly string[],
  before: string,
  after: string,
): Map<string, number> {
  const counts = new Map<string, number>();
  // Characters only: nothing in them means anything to a pattern.
  const pattern = new RegExp(`${before}\\p{Script=Han}${after}`, 'gu');
  for (const text of texts) {
    for (const run of new Set(text.match(pattern) ?? [])) {
      counts.set(run, (counts.get(run) ?? 0) + 1);
    }
  }
  return counts;
}
