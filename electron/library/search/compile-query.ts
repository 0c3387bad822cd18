// Turns the tree of a query into what SQLite is asked. What a person typed reaches it as bound values only, and
// within the full-text expression as quoted tokens only.
import type { SearchSort } from '#contract/types/search.ts';
import { type Boost, boostsOf } from './boosts.ts';
import { type Condition, joined, type Moment, negated } from './condition.ts';
import { filterFields } from './fields/field-table.ts';
import { isTrashed } from './fields/state-fields.ts';
import { matchOf, type WordSource, without } from './match-expression.ts';
import type { ParsedQuery } from './parse-query.ts';
import type { Lookup, Lookups } from './query-cost.ts';
import {
  excludedLeaves,
  isTextTerm,
  type Leaf,
  type QueryNode,
  type TextTerm,
  wantedLeaves,
} from './query-tree.ts';

export interface CompiledQuery {
  /**
   * Full-text expression of what is looked for, where a beginning that stands for many words stands for the most
   * frequent ones; null where only filters or exclusions are given.
   */
  readonly match: string | null;
  /** The same with all that beginnings stand for. */
  readonly exactMatch: string | null;
  /** Full-text expression of what must not occur, where `match` is null and cannot hold it. */
  readonly without: string | null;
  readonly conditions: readonly Condition[];
  /** What puts some matches before others. */
  readonly boosts: readonly Boost[];
  /** What to mark in the hits. */
  readonly wanted: readonly TextTerm[];
  /** What has to be looked up for it. */
  readonly lookups: Lookups;
  readonly sort: SearchSort;
  /** Whether articles in the trash are among what is looked for; else they are left out. */
  readonly looksInTrash: boolean;
}

export interface CompileWith {
  readonly words: WordSource;
  readonly moment: Moment;
}

export function compileQuery({ root, sort }: ParsedQuery, by: CompileWith): CompiledQuery {
  const texts: QueryNode[] = [];
  const unwanted: QueryNode[] = [];
  const conditions: Condition[] = [];
  for (const node of root.of) {
    if (node.kind === 'not' && isText(node.of, by)) unwanted.push(node.of);
    else if (isText(node, by)) texts.push(node);
    else conditions.push(conditionOf(node, by));
  }
  const written = (nodes: readonly QueryNode[], beginnings: 'frequent' | 'all') =>
    nodes.map((node) => matchOf(node, by.words, beginnings) as string);
  const matchWith = (beginnings: 'frequent' | 'all') =>
    texts.length === 0 ? null : without(written(texts, beginnings), written(unwanted, 'all'));
  const wanted = wantedLeaves(root);
  return {
    match: matchWith('frequent'),
    exactMatch: matchWith('all'),
    without:
      texts.length === 0 && unwanted.length > 0 ? written(unwanted, 'all').join(' OR ') : null,
    conditions,
    boosts: boostsOf(texts),
    wanted: wanted.flatMap((leaf) =>
      leaf.kind === 'near' ? leaf.of : isTextTerm(leaf) ? [leaf] : [],
    ),
    lookups: {
      wanted: wanted.filter(isLookup),
      excluded: excludedLeaves(root).filter(isLookup),
    },
    sort: sort ?? 'relevance',
    looksInTrash: wanted.some(isTrashed),
  };
}

const isLookup = (leaf: Leaf): leaf is Lookup => leaf.kind !== 'filter';

const isText = (node: QueryNode, { words }: CompileWith): boolean =>
  matchOf(node, words, 'all') !== null;

const NOT_TRASHED: Condition = { sql: 'article.trashed_at IS NULL', values: [] };

/** A node that the full-text expression cannot hold. */
function conditionOf(node: QueryNode, by: CompileWith): Condition {
  const match = matchOf(node, by.words, 'all');
  if (match !== null) {
    return {
      sql: 'article.id IN (SELECT rowid FROM search_index WHERE search_index MATCH ?)',
      values: [match],
    };
  }
  switch (node.kind) {
    case 'filter': {
      const field = filterFields.get(node.field);
      if (!field) throw new Error(`There is no field ${node.field}.`);
      return field.condition(node.value, by.moment);
    }
    case 'not':
      return negated(conditionOf(node.of, by));
    case 'all':
      return joined(
        node.of.map((one) => conditionOf(one, by)),
        'AND',
      );
    case 'any':
      return joined(anyConditions(node.of, by), 'OR');
    default:
      throw new Error(`A ${node.kind} is text.`);
  }
}

function anyConditions(of: readonly QueryNode[], by: CompileWith): Condition[] {
  // One look into the index for all that is text among them.
  const texts = of.filter((one) => isText(one, by));
  const others = of.filter((one) => !texts.includes(one));
  const branches: QueryNode[] =
    texts.length > 1 ? [{ kind: 'any', of: texts }, ...others] : [...of];
  const trash = branches.map((one) => wantedLeaves(one).some(isTrashed));
  return branches.map((one, at) => {
    const condition = conditionOf(one, by);
    // Where one branch looks into the trash, the others still do not.
    return trash.includes(true) && !trash[at] ? joined([condition, NOT_TRASHED], 'AND') : condition;
  });
}
