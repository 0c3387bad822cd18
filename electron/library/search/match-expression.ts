// Writes the part of a query that is about words in the language of FTS5. What a person typed gets into it as quoted
// tokens only.
import type { NearTerm, QueryNode, TextScope, TextTerm } from './query-tree.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The columns of the index in which each scope looks. The text holds its headings, too. */
const columns: Readonly<Record<TextScope, string>> = {
  title: 'title',
  text: 'body',
  author: 'author',
  note: 'note',
  highlight: 'highlight',
};

/** What stands in the library in place of what was typed. */
export type WordSource = Pick<Vocabulary, 'completions' | 'containing'>;

/**
 * How many letters the index is asked for as they are, whatever they begin. What is frequent in texts says little about
 * titles and nothing about names and notes; but all that one letter begins takes a third of a second to put together.
 */
const LETTERS_ALONE: Readonly<Record<TextScope, number>> = {
  text: Number.POSITIVE_INFINITY,
  title: 3,
  author: 2,
  note: 2,
  highlight: 2,
};

/** Tokens in a row. */
export function expressionOf({ tokens, open }: Pick<TextTerm, 'tokens' | 'open'>): string {
  // Tokens hold letters, digits and marks only; doubling quotes costs nothing and holds if that ever changes.
  const phrase = tokens.join(' ').replaceAll('"', '""');
  return `"${phrase}"${open ? ' *' : ''}`;
}

/**
 * A node as one expression.
 * @param beginnings whether one that stands for many words stands for the most frequent only
 * @returns null where FTS5 cannot say it: filters, and what only excludes
 */
export function matchOf(
  node: QueryNode,
  words: WordSource,
  beginnings: 'frequent' | 'all',
): string | null {
  switch (node.kind) {
    case 'filter':
    case 'not':
      return null;
    case 'near':
      return scoped(node.scope, nearExpression(node));
    case 'any': {
      const of = node.of.map((one) => matchOf(one, words, beginnings));
      return of.includes(null) ? null : `(${of.join(' OR ')})`;
    }
    case 'all': {
      const wanted: string[] = [];
      const unwanted: string[] = [];
      for (const one of node.of) {
        const match = matchOf(one.kind === 'not' ? one.of : one, words, beginnings);
        if (match === null) return null;
        (one.kind === 'not' ? unwanted : wanted).push(match);
      }
      return wanted.length === 0 ? null : `(${without(wanted, unwanted)})`;
    }
    default:
      return scoped(node.scope, termExpression(node, words, beginnings));
  }
}

/** All of some expressions, and none of others. @param wanted at least one */
export function without(wanted: readonly string[], unwanted: readonly string[]): string {
  const every = wanted.join(' AND ');
  return unwanted.length === 0 ? every : `(${every}) NOT (${unwanted.join(' OR ')})`;
}

const scoped = (scope: TextScope | null, expression: string): string =>
  scope === null ? expression : `${columns[scope]} : ${expression}`;

const nearExpression = ({ of, distance }: NearTerm): string =>
  `NEAR(${of.map(expressionOf).join(' ')}, ${distance})`;

function termExpression(term: TextTerm, words: WordSource, beginnings: 'frequent' | 'all'): string {
  if (term.kind === 'part') return anyWord([...term.tokens, ...wordsWith(term, words)]);
  const [start] = term.tokens;
  if (beginnings === 'all' || !term.open || start === undefined || term.tokens.length > 1) {
    return expressionOf(term);
  }
  if ([...start].length >= LETTERS_ALONE[term.scope ?? 'text']) return expressionOf(term);
  const found = words.completions(start);
  return found === null || found.length === 0 ? expressionOf(term) : anyWord([start, ...found]);
}

function wordsWith({ tokens, open }: TextTerm, words: WordSource): readonly string[] {
  const part = tokens[0] ?? '';
  const found = words.containing(part);
  return open ? found : found.filter((word) => word.endsWith(part));
}

const anyWord = (words: readonly string[]): string => {
  const of = [...new Set(words)].map((word) => expressionOf({ tokens: [word], open: false }));
  return of.length === 1 ? (of[0] as string) : `(${of.join(' OR ')})`;
};
