// Fields of what has become of an article (`is:`) and of what it holds (`has:`).
import { FROM_OPEN_PAIRS } from '../../duplicates/pair-repo.ts';
import type { Condition } from '../condition.ts';
import type { QueryNode } from '../query-tree.ts';
import { type Field, plainValue } from './field.ts';

const HIGHLIGHTED = 'EXISTS (SELECT 1 FROM highlight WHERE highlight.article_id = article.id)';

const states: Readonly<Record<string, string>> = {
  unread: `article.reading_status = 'unread'`,
  reading: `article.reading_status = 'reading'`,
  finished: `article.reading_status = 'finished'`,
  starred: 'article.starred_at IS NOT NULL',
  archived: 'article.archived_at IS NOT NULL',
  trashed: 'article.trashed_at IS NOT NULL',
  highlighted: HIGHLIGHTED,
  duplicate: `article.id IN (SELECT near.article_id ${FROM_OPEN_PAIRS}
    UNION SELECT near.other_id ${FROM_OPEN_PAIRS})`,
};

/** From an index of those few that do. */
const holds = (fact: 'code' | 'tables' | 'pdf'): string =>
  `article.id IN (SELECT content_fact.article_id FROM content_fact WHERE content_fact.${fact} = 1)`;

const contents: Readonly<Record<string, string>> = {
  note: `EXISTS (SELECT 1 FROM note WHERE note.article_id = article.id)
    OR EXISTS (SELECT 1 FROM highlight WHERE highlight.article_id = article.id AND highlight.note <> '')`,
  highlight: HIGHLIGHTED,
  image: `EXISTS (SELECT 1 FROM article_image
    WHERE article_image.article_id = article.id AND article_image.asset_name IS NOT NULL)`,
  code: holds('code'),
  table: holds('tables'),
  pdf: holds('pdf'),
  text: 'NOT EXISTS (SELECT 1 FROM awaited_text WHERE awaited_text.article_id = article.id)',
};

/** States that few articles are in, and an index knows which. */
const known: Readonly<Record<string, string>> = {
  starred:
    'SELECT id FROM article INDEXED BY article_starred WHERE trashed_at IS NULL AND starred_at IS NOT NULL',
  archived:
    'SELECT id FROM article INDEXED BY article_archived WHERE trashed_at IS NULL AND archived_at IS NOT NULL',
  highlighted: 'SELECT DISTINCT article_id AS id FROM highlight',
  highlight: 'SELECT DISTINCT article_id AS id FROM highlight',
  note: `SELECT article_id AS id FROM note
    UNION SELECT article_id FROM highlight WHERE highlight.note <> ''`,
  code: 'SELECT article_id AS id FROM content_fact WHERE code = 1',
  table: 'SELECT article_id AS id FROM content_fact WHERE tables = 1',
  pdf: 'SELECT article_id AS id FROM content_fact WHERE pdf = 1',
};

/** A field whose values are the names of conditions. */
function choice(
  name: string,
  example: string,
  of: Readonly<Record<string, string>>,
): Field<string> {
  return {
    name,
    example,
    values: Object.keys(of),
    isClosed: true,
    read: (typed) => {
      const value = plainValue(typed).toLowerCase();
      // People write has:notes, has:images.
      return [value, value.replace(/s$/, '')].find((one) => Object.hasOwn(of, one)) ?? null;
    },
    condition: (value): Condition => ({
      sql: of[value] as string,
      values: [],
      ...(known[value] && { among: { sql: known[value], values: [] } }),
    }),
  };
}

export const stateFields = [
  choice('is', 'is:unread', states),
  choice('has', 'has:note', contents),
] as const;

/** The one filter that looks into the trash. */
export const isTrashed = (node: QueryNode): boolean =>
  node.kind === 'filter' && node.field === 'is' && node.value === 'trashed';
