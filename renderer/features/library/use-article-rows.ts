// The articles of a list, loaded page by page as they come into view. Only pages that are seen stay fresh, so that a
// change does not load a long list anew; the others are asked for again when they are next seen.
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ArticlePage, ArticleSummary } from '#contract/types/article.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { useClient } from '../../lib/client.ts';
import { type ListFilter, queryKeys } from '../../lib/query-keys.ts';

const PAGE_SIZE = 100;
/** Rows beyond the visible ones that are loaded ahead. */
const AHEAD = 60;
/** Pages out of sight are let go after this: 100,000 articles would fill a hundred megabytes. */
const KEPT_MS = 30_000;

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
  /** Every article of the list, up to a number. @throws LibraryError */
  allUids(max: number): Promise<ArticleUid[]>;
}

/** Where pages begin: `starts[n]` is what to hand in as `after` for page n. `ended` when no page follows the last. */
interface Chain {
  readonly starts: readonly (string | undefined)[];
  readonly ended: boolean;
}

/** @param expected how many articles the list is said to hold; the rows themselves know better at its end */
export function useArticleRows(filter: ListFilter, expected: number | undefined): ArticleRows {
  const client = useClient();
  const queries = useQueryClient();
  const [chain, setChain] = useState<Chain>({ starts: [undefined], ended: false });
  const [seen, setSeen] = useState({ first: 0, last: 0 });

  const pageQuery = useCallback(
    (after: string | undefined) => ({
      queryKey: queryKeys.page(filter, after),
      queryFn: ({ signal }: { signal: AbortSignal }) => {
        const { list, sort, tag } = filter;
        const input = {
          list,
          sort,
          limit: PAGE_SIZE,
          ...(tag === null ? {} : { tag }),
          ...(after === undefined ? {} : { after }),
        };
        return client['articles.list'](input, signal);
      },
      gcTime: KEPT_MS,
    }),
    [client, filter],
  );

  const firstPage = Math.floor(Math.max(0, seen.first - AHEAD) / PAGE_SIZE);
  const wantedPage = Math.floor((seen.last + AHEAD) / PAGE_SIZE);
  const lastPage = Math.min(wantedPage, chain.starts.length - 1);
  const numbers = Array.from(
    { length: Math.max(0, lastPage - firstPage + 1) },
    (_, n) => firstPage + n,
  );
  const results = useQueries({
    queries: numbers.map((number) => pageQuery(chain.starts[number])),
    combine: useCallback(
      (all: readonly { data: ArticlePage | undefined; error: unknown; refetch(): unknown }[]) => ({
        pages: all.map((one) => one.data),
        error: all.find((one) => one.error)?.error ?? null,
        retry: () => void Promise.all(all.map((one) => one.refetch())),
      }),
      [],
    ),
  });

  // While a page is asked for under a new start, its old rows stay on screen.
  const kept = useRef(new Map<number, ArticlePage>());
  const pages = useMemo(() => {
    const next = new Map<number, ArticlePage>();
    numbers.forEach((number, index) => {
      const page = results.pages[index] ?? kept.current.get(number);
      if (page) next.set(number, page);
    });
    kept.current = next;
    return next;
    // biome-ignore lint/correctness/useExhaustiveDependencies: numbers follows from these two.
  }, [results.pages, firstPage, lastPage]);

  // Each page says where the next one begins; where that has moved, the chain follows.
  useEffect(() => {
    setChain((now) => {
      let chained = now;
      numbers.forEach((number, index) => {
        const page = results.pages[index];
        if (page) chained = linked(chained, number, page.next);
      });
      return chained;
    });
    // biome-ignore lint/correctness/useExhaustiveDependencies: numbers follows from these two.
  }, [results.pages, firstPage, lastPage]);

  // A leap far down: the pages between have to be asked for, since each knows the start of the next.
  useEffect(() => {
    if (chain.ended || wantedPage < chain.starts.length) return undefined;
    let current = true;
    void (async () => {
      let reached = chain;
      while (current && !reached.ended && reached.starts.length <= wantedPage) {
        const number = reached.starts.length - 1;
        const page = await queries.fetchQuery(pageQuery(reached.starts[number]));
        reached = linked(reached, number, page.next);
      }
      if (current) setChain(reached);
    })().catch(() => undefined); // The query of the first missing page shows the error.
    return () => {
      current = false;
    };
  }, [chain, wantedPage, queries, pageQuery]);

  const last = pages.get(chain.starts.length - 1);
  const known = (chain.starts.length - 1) * PAGE_SIZE + (last?.articles.length ?? 0);
  const count = chain.ended && last ? known : Math.max(expected ?? 0, known);

  const at = useCallback(
    (index: number) =>
      pages.get(Math.floor(index / PAGE_SIZE))?.articles[index % PAGE_SIZE] ??
      queries.getQueryData<ArticlePage>(
        queryKeys.page(filter, chain.starts[Math.floor(index / PAGE_SIZE)]),
      )?.articles[index % PAGE_SIZE],
    [pages, queries, filter, chain],
  );
  const show = useCallback(
    (first: number, lastSeen: number) =>
      setSeen((now) =>
        now.first === first && now.last === lastSeen ? now : { first, last: lastSeen },
      ),
    [],
  );

  return {
    count,
    at,
    isPending: pages.size === 0 && results.error === null,
    error: pages.size === 0 ? results.error : null,
    show,
    retry: results.retry,
    async allUids(max) {
      const uids: ArticleUid[] = [];
      let after: string | undefined;
      do {
        const page: ArticlePage = await queries.fetchQuery(pageQuery(after));
        uids.push(...page.articles.map((article) => article.uid));
        after = page.next ?? undefined;
      } while (after !== undefined && uids.length < max);
      return uids.slice(0, max);
    },
  };
}

/** The chain with the start of the page after `number`; the same object where nothing changed. */
function linked(chain: Chain, number: number, next: string | null): Chain {
  if (next === null) {
    const done = chain.ended && chain.starts.length === number + 1;
    return done ? chain : { starts: chain.starts.slice(0, number + 1), ended: true };
  }
  if (chain.starts[number + 1] === next) return chain;
  const starts = [...chain.starts];
  starts[number + 1] = next;
  return { starts, ended: chain.ended && starts.length > number + 2 };
}
