// The articles of a list, loaded page by page as they come into view. Only pages that are seen stay fresh, so that a
// change does not load a long list anew; the others are asked for again when they are next seen.
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ArticlePage, ArticleSummary } from '#contract/types/article.ts';
import { useClient } from '../../lib/client.ts';
import { PAGE_SIZE, pageQuery } from '../../lib/first-queries.ts';
import { type ListFilter, queryKeys } from '../../lib/query-keys.ts';
import { type Chain, firstChain, linked } from './page-chain.ts';

/** Rows beyond the visible ones that are loaded ahead. */
const AHEAD = 60;

export interface ArticleRows {
  /** Rows there are, as far as is known. */
  readonly count: number;
  /** A new function whenever a row has changed. */
  readonly at: (index: number) => ArticleSummary | undefined;
  /** The first page has not arrived yet. */
  readonly isPending: boolean;
  readonly error: unknown;
  show(first: number, last: number): void;
  retry(): void;
}

type Pages = ReadonlyMap<number, ArticlePage>;

/** @param expected how many articles the list is said to hold; the rows themselves know better at its end */
export function useArticleRows(filter: ListFilter, expected: number | undefined): ArticleRows {
  const queries = useQueryClient();
  const pageQuery = usePageQuery(filter);
  const [chain, setChain] = useState<Chain>(firstChain);
  const [kept, setKept] = useState<Pages>(new Map());
  const [seen, setSeen] = useState({ first: 0, last: 0 });

  const firstPage = Math.floor(Math.max(0, seen.first - AHEAD) / PAGE_SIZE);
  const wantedPage = Math.floor((seen.last + AHEAD) / PAGE_SIZE);
  const lastPage = Math.min(wantedPage, chain.starts.length - 1);
  const numbers = useMemo(
    () => Array.from({ length: Math.max(0, lastPage - firstPage + 1) }, (_, n) => firstPage + n),
    [firstPage, lastPage],
  );
  const { found, error, retry } = useQueries({
    queries: numbers.map((number) => pageQuery(chain.starts[number])),
    combine,
  });

  // Adjusted while rendering: each page says where the next one begins, and while a page is asked for under a new
  // start, its old rows stay on screen.
  const nextChain = numbers.reduce((now, number, index) => {
    const page = found[index];
    return page ? linked(now, number, page.next) : now;
  }, chain);
  if (nextChain !== chain) setChain(nextChain);
  const pages = merged(kept, numbers, found);
  if (pages !== kept) setKept(pages);

  useLeap(chain, wantedPage, pageQuery, setChain);

  const last = pages.get(chain.starts.length - 1);
  const known = (chain.starts.length - 1) * PAGE_SIZE + (last?.articles.length ?? 0);
  const count = chain.ended && last ? known : Math.max(expected ?? 0, known);

  const at = useCallback(
    (index: number) => {
      const number = Math.floor(index / PAGE_SIZE);
      const page =
        pages.get(number) ??
        queries.getQueryData<ArticlePage>(queryKeys.page(filter, chain.starts[number]));
      return page?.articles[index % PAGE_SIZE];
    },
    [pages, queries, filter, chain],
  );
  const show = useCallback((first: number, lastSeen: number) => {
    setSeen((now) =>
      now.first === first && now.last === lastSeen ? now : { first, last: lastSeen },
    );
  }, []);

  return {
    count,
    at,
    isPending: pages.size === 0 && error === null,
    error: pages.size === 0 ? error : null,
    show,
    retry,
  };
}

interface PageResult {
  readonly data: ArticlePage | undefined;
  readonly error: unknown;
  refetch(): Promise<unknown>;
}

/** Outside the component, so that its answer stays the same while the pages do. */
const combine = (results: readonly PageResult[]) => ({
  found: results.map((one) => one.data),
  error: results.find((one) => one.error)?.error ?? null,
  retry: () => void Promise.all(results.map((one) => one.refetch())),
});

function usePageQuery(filter: ListFilter) {
  const client = useClient();
  return useCallback(
    (after: string | undefined) => pageQuery(client, filter, after),
    [client, filter],
  );
}

/** After a leap far down the pages between have to be asked for, since each knows the start of the next. */
function useLeap(
  chain: Chain,
  wantedPage: number,
  pageQuery: ReturnType<typeof usePageQuery>,
  onReach: (chain: Chain) => void,
): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (chain.ended || wantedPage < chain.starts.length) return undefined;
    let current = true;
    const leap = async () => {
      let reached = chain;
      while (current && !reached.ended && reached.starts.length <= wantedPage) {
        const number = reached.starts.length - 1;
        const page = await queries.fetchQuery(pageQuery(reached.starts[number]));
        reached = linked(reached, number, page.next);
      }
      if (current) onReach(reached);
    };
    leap().catch(() => undefined); // The query of the first missing page shows the error.
    return () => {
      current = false;
    };
  }, [chain, wantedPage, queries, pageQuery, onReach]);
}

/** The pages on screen, new where they have come, old where they have not; the same map where nothing changed. */
function merged(
  kept: Pages,
  numbers: readonly number[],
  found: readonly (ArticlePage | undefined)[],
): Pages {
  const next = new Map<number, ArticlePage>();
  numbers.forEach((number, index) => {
    const page = found[index] ?? kept.get(number);
    if (page) next.set(number, page);
  });
  const same =
    next.size === kept.size && [...next].every(([number, page]) => kept.get(number) === page);
  return same ? kept : next;
}
