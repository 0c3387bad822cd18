// What any query of the grammar finds, beside what its tree means when each article is asked by itself.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_TERMS } from '#library/search/query-limits.ts';
import { search } from '#library/search/search-page.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeSearchable } from './searchable.ts';

type Tree =
  | { readonly kind: 'word' | 'title' | 'tag'; readonly word: string }
  | { readonly kind: 'starred' }
  | { readonly kind: 'not'; readonly of: Tree }
  | { readonly kind: 'and' | 'or'; readonly of: readonly [Tree, Tree] };

interface Known {
  readonly title: string;
  readonly words: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  readonly isStarred: boolean;
}

const words = ['alpha', 'beta', 'gamma', 'delta'];

const { tree: anyTree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.record({
      kind: fc.constantFrom('word' as const, 'title' as const, 'tag' as const),
      word: fc.constantFrom(...words),
    }),
    fc.constant({ kind: 'starred' as const }),
    fc.record({ kind: fc.constant('not' as const), of: tie('tree') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      of: fc.tuple(tie('tree'), tie('tree')),
    }),
  ),
}));

function typed(tree: Tree): string {
  switch (tree.kind) {
    case 'word':
      return tree.word;
    case 'title':
    case 'tag':
      return `${tree.kind}:${tree.word}`;
    case 'starred':
      return 'is:starred';
    case 'not':
      return tree.of.kind === 'not' ? `NOT (${typed(tree.of)})` : `-${typed(tree.of)}`;
    default:
      return `(${tree.of.map(typed).join(tree.kind === 'or' ? ' OR ' : ' ')})`;
  }
}

function holds(tree: Tree, article: Known): boolean {
  switch (tree.kind) {
    case 'word':
      return article.words.has(tree.word) || article.title === tree.word;
    case 'title':
      return article.title === tree.word;
    case 'tag':
      return article.tags.has(tree.word);
    case 'starred':
      return article.isStarred;
    case 'not':
      return !holds(tree.of, article);
    case 'and':
      return tree.of.every((one) => holds(one, article));
    case 'or':
      return tree.of.some((one) => holds(one, article));
  }
}

const leaves = (tree: Tree): number =>
  tree.kind === 'not'
    ? leaves(tree.of)
    : 'of' in tree
      ? tree.of.reduce((sum, one) => sum + leaves(one), 0)
      : 1;

test('a query finds what it means, however it is put together', async () => {
  const subset = (bits: number) => words.filter((_, at) => (bits >> at) & 1);
  const articles = Array.from({ length: 32 }, (_, i) => ({
    url: `https://example.org/${i}`,
    title: words[i % 5] ?? 'other',
    words: new Set(subset((i * 7) % 16)),
    tags: new Set(subset((i * 11 + 3) % 16)),
    isStarred: i % 3 === 0,
  }));
  const { context } = await makeSearchable({});
  for (const { url, title, words: held, tags, isStarred } of articles) {
    context.ports.clock.tick();
    const { uid } = insertWholeArticle(context, {
      sourceUrl: url,
      urlKey: url,
      title,
      text: ['some', ...held].join(' '),
      tags: [...tags],
    });
    if (isStarred) await context.client['articles.star']({ uids: [uid], starred: true });
  }
  let found = 0;
  fc.assert(
    fc.property(anyTree, (tree) => {
      fc.pre(leaves(tree) <= MAX_TERMS);
      const text = typed(tree);
      const wanted = articles.filter((article) => holds(tree, article)).map(({ url }) => url);
      for (const exact of [false, true]) {
        const { hits, hint } = search(context, text, { limit: 200, exact });
        expect(hits).toHaveLength(wanted.length);
        expect([text, exact, hint, new Set(hits.map(({ article }) => article.url))]).toEqual([
          text,
          exact,
          null,
          new Set(wanted),
        ]);
      }
      found += wanted.length;
    }),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(0);
});
