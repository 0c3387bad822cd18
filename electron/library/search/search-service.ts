// Answers searches.
import type { Handlers } from '#contract/define.ts';
import type { LibraryContract } from '#contract/library.ts';
import { findSummaries } from '#library/articles/article-repo.ts';
import type { ReadContext } from '#library/context.ts';
import { statement } from '#library/storage/database.ts';
import { tokensOf } from './normalise.ts';

type SearchQueries = Pick<Handlers<LibraryContract>, 'search.run'>;

export function searchQueries(context: ReadContext): SearchQueries {
  return {
    'search.run': ({ text, limit }) => {
      const tokens = tokensOf(text).slice(0, 32);
      if (tokens.length === 0) {
        return {
          hits: [],
          total: 0,
          totalIsExact: true,
          rankedAll: true,
          hint: 'Type a word to search for.',
        };
      }
      const found = statement(
        context.db,
        `SELECT search_index.rowid AS id, search_index.rank AS rank FROM search_index
          WHERE search_index MATCH ? ORDER BY rank, rowid DESC LIMIT ?`,
      ).all(tokens.map((token) => `"${token}"`).join(' '), limit) as { id: number; rank: number }[];
      const summaries = findSummaries(
        context.db,
        found.map((row) => row.id),
      );
      return {
        hits: summaries.map((article, at) => ({
          article,
          title: [{ text: article.title, marked: false }],
          snippet: [{ text: article.excerpt, marked: false }],
          score: -(found[at]?.rank ?? 0),
        })),
        total: summaries.length,
        totalIsExact: summaries.length < limit,
        rankedAll: true,
        hint: null,
      };
    },
  };
}
