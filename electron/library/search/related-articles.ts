// Articles that have to do with another one: those that share the words which few others have.
import type { ArticleUid } from '#contract/types/ids.ts';
import type { RelatedArticle } from '#contract/types/search.ts';
import { findDescription, findSummaries } from '../articles/article-repo.ts';
import { findReaderText } from '../articles/content-repo.ts';
import { requireId } from '../articles/require-articles.ts';
import { type ReadDb, statement } from '../storage/database.ts';
import { matchClause, prepared } from './match-clause.ts';
import { expressionOf } from './match-expression.ts';
import { RANK } from './matches.ts';
import { SMALL_LIBRARY, type TellingWord, tellingWords } from './telling-words.ts';
import { vocabularyOf } from './vocabulary.ts';

/** One word in common is chance. */
const LEAST_SHARED = 2;
const LEAST_SHARED_OF_SMALL = 3;
const MAX_SHOWN_WORDS = 4;

export function findRelated(db: ReadDb, uid: ArticleUid, limit: number): RelatedArticle[] {
  const id = requireId(db, uid);
  const title = findDescription(db, id)?.title ?? '';
  const text = `${title}\n${findReaderText(db, id) ?? ''}`;
  const all = statement<number>(db, 'SELECT everything FROM list_count').pluck().get() ?? 0;
  const words = tellingWords(text, vocabularyOf(db), all);
  const least = all < SMALL_LIBRARY ? LEAST_SHARED_OF_SMALL : LEAST_SHARED;
  if (words.length < least) return [];
  // As many again, since some share a single word only.
  const ids = rankByWords(db, words, 2 * limit + 1).filter((one) => one !== id);
  const shared = sharedWords(db, ids, words);
  const related = ids.filter((one) => (shared.get(one)?.length ?? 0) >= least).slice(0, limit);
  const articles = findSummaries(db, related);
  const found = new Map(articles.map((article) => [article.uid, article]));
  return related.flatMap((one, at) => {
    const article = articles.length === related.length ? articles[at] : undefined;
    if (!article || !found.has(article.uid)) return [];
    return [{ article, words: (shared.get(one) ?? []).slice(0, MAX_SHOWN_WORDS) }];
  });
}

const matchOf = ({ tokens }: TellingWord): string => expressionOf({ tokens, open: false });

function rankByWords(db: ReadDb, words: readonly TellingWord[], limit: number): number[] {
  const where = matchClause(db, words.map(matchOf).join(' OR '), false);
  return prepared<number>(
    db,
    `SELECT rowid FROM search_index WHERE $where ORDER BY ${RANK}, rowid DESC LIMIT ${limit}`,
    where,
  )
    .pluck()
    .all(...where.values);
}

/** As they stand in the article that was asked about, the most telling first. */
function sharedWords(
  db: ReadDb,
  ids: readonly number[],
  words: readonly TellingWord[],
): Map<number, string[]> {
  const shared = new Map<number, string[]>(ids.map((id) => [id, []]));
  const wanted = JSON.stringify(ids);
  for (const word of words) {
    const found = statement<number>(
      db,
      `SELECT rowid FROM search_index
        WHERE search_index MATCH ? AND +rowid IN (SELECT value FROM json_each(?))`,
    )
      .pluck()
      .all(matchOf(word), wanted);
    for (const id of found) shared.get(id)?.push(word.written);
  }
  return shared;
}
