// Turns the tree of a query into what SQLite is asked. What a person typed reaches it as bound values only, and
// within the full-text expression as quoted tokens only.
import type { FilterTerm, Not, Term, TextTerm } from './query-tree.ts';
import { type All, isTextTerm } from './query-tree.ts';

/** A condition on columns of `article`. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly string[];
}

export interface CompiledQuery {
  /** Full-text expression of what is looked for; null where only filters or exclusions are given. */
  readonly match: string | null;
  /** Full-text expression of what must not occur, where `match` is null and cannot hold it. */
  readonly without: string | null;
  readonly conditions: readonly Condition[];
  /** What to mark in the hits. */
  readonly wanted: readonly TextTerm[];
}

/** @param tagKey the key under which a tag of this name is stored, which is the tags' own rule */
export function compileQuery(root: All, tagKey: (name: string) => string): CompiledQuery {
  const wanted: TextTerm[] = [];
  const unwanted: TextTerm[] = [];
  const conditions: Condition[] = [];
  for (const node of root.of) {
    const { term, negative } = signed(node);
    if (isTextTerm(term)) (negative ? unwanted : wanted).push(term);
    else conditions.push(conditionOf(term, negative, tagKey));
  }
  const some = anyOf(unwanted);
  if (wanted.length === 0) return { match: null, without: some, conditions, wanted };
  const every = wanted.map(expressionOf).join(' AND ');
  const match = some === null ? every : `(${every}) NOT (${some})`;
  return { match, without: null, conditions, wanted };
}

const signed = (node: Term | Not): { term: Term; negative: boolean } =>
  node.kind === 'not' ? { term: node.of, negative: true } : { term: node, negative: false };

const anyOf = (terms: readonly TextTerm[]): string | null =>
  terms.length === 0 ? null : terms.map(expressionOf).join(' OR ');

/** Tokens in a row, as FTS5 writes them. */
export function expressionOf({ tokens, open }: Pick<TextTerm, 'tokens' | 'open'>): string {
  // Tokens hold letters, digits and marks only; doubling quotes costs nothing and holds if that ever changes.
  const phrase = tokens.join(' ').replaceAll('"', '""');
  return `"${phrase}"${open ? ' *' : ''}`;
}

function conditionOf(
  term: FilterTerm,
  negative: boolean,
  tagKey: (name: string) => string,
): Condition {
  const { sql, values } = term.kind === 'tag' ? hasTag(tagKey(term.name)) : isOnSite(term.host);
  // A condition on a missing site is neither true nor false, and its negation must hold.
  return { sql: negative ? `(${sql}) IS NOT TRUE` : `(${sql})`, values };
}

const hasTag = (key: string): Condition => ({
  sql: `EXISTS (SELECT 1 FROM article_tag WHERE article_tag.article_id = article.id
    AND article_tag.tag_id = (SELECT tag.id FROM tag WHERE tag.name_key = ?))`,
  values: [key],
});

const isOnSite = (host: string): Condition =>
  host.includes('.')
    ? {
        sql: 'article.site = ? OR substr(article.site, -length(?)) = ?',
        values: [host, `.${host}`, `.${host}`],
      }
    : { sql: `instr('.' || article.site || '.', ?) > 0`, values: [`.${host}.`] };
