// The answer to what is being searched for: a bounded one at once, the best of all matches once they are ready and
// asked for, and what else could be meant where there is little.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IndexState, SearchHit, SearchPage, Suggestion } from '#contract/types/search.ts';
import { asTyped } from '../../lib/as-typed.ts';
import { useClient } from '../../lib/client.ts';
import { queryKeys } from '../../lib/query-keys.ts';

/** With more hits than this nobody has misspelled anything. */
const FEW = 2;
const NONE: readonly Suggestion[] = [];

export interface SearchAnswer {
  readonly page: SearchPage | undefined;
  /** What is shown: where nothing was found, what was found instead. */
  readonly hits: readonly SearchHit[] | undefined;
  readonly error: Error | null;
  /** `page` is that of an older text or of fewer hits, until the next one is there. */
  readonly isOld: boolean;
  readonly suggestions: readonly Suggestion[];
  /** Null where all that can be found can be found now. */
  readonly indexing: IndexState | null;
  /** Shows the best of all matches in place of the best of the newest; null while they are not ready. */
  readonly showBest: (() => void) | null;
  again(): void;
}

export function useSearch(text: string, limit: number): SearchAnswer {
  const client = useClient();
  /** The text of which the best of all matches are wanted. */
  const [bestOf, setBestOf] = useState<string | null>(null);
  const wantsBest = bestOf === text;
  const first = useFirstAnswer(text, limit);
  const isCapped = first.data !== undefined && !first.data.rankedAll && !first.isPlaceholderData;
  const exact = useQuery({
    queryKey: queryKeys.exactHits(text, limit),
    queryFn: ({ signal }) => client['search.exact']({ text: asTyped(text), limit }, signal),
    enabled: isCapped,
    // More of the same hits are asked for: those that are there stay.
    placeholderData: (before, query) =>
      query?.queryKey[2] === text && wantsBest ? before : undefined,
    gcTime: 60_000,
  });
  const isFew = first.data !== undefined && !first.isPlaceholderData && first.data.total <= FEW;
  const suggested = useQuery({
    queryKey: queryKeys.suggestions(text),
    queryFn: ({ signal }) => client['search.suggest']({ text }, signal),
    enabled: isFew && text !== '',
    gcTime: 60_000,
  });
  const { data: index } = useQuery({
    queryKey: queryKeys.indexState,
    queryFn: ({ signal }) => client['search.indexState']({}, signal),
  });
  const best = wantsBest && isCapped ? exact.data : undefined;
  const page = best ?? first.data;
  return {
    page,
    hits: page?.instead?.hits ?? page?.hits,
    error: first.error,
    isOld: best ? exact.isPlaceholderData : first.isPlaceholderData,
    suggestions: isFew ? (suggested.data?.suggestions ?? NONE) : NONE,
    indexing: index && index.done < index.total ? index : null,
    showBest: isCapped && !wantsBest && exact.data ? () => setBestOf(text) : null,
    again: () => void first.refetch(),
  };
}

/** While a new answer is on its way the old one stays; an answer to an older text is never taken for one to this. */
export function useFirstAnswer(text: string, limit: number) {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.hits(text, limit),
    queryFn: ({ signal }) => client['search.run']({ text: asTyped(text), limit }, signal),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
}
