// What could stand where one is typing in the search field: names of fields and their values, tags, sites.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Completion } from '#contract/types/search.ts';
import { useClient } from '../../lib/client.ts';
import { queryKeys } from '../../lib/query-keys.ts';

export interface Completions {
  readonly items: readonly Completion[];
  /** Index of the one that is chosen; -1 for none. */
  readonly at: number;
  /** Whether the arrow keys lead into the list: with a field named, that is where one wants to go. */
  readonly takesArrows: boolean;
  move(by: 1 | -1): void;
  /** Until something else is typed. */
  dismiss(): void;
  /** The text and the caret with one of them taken. */
  take(item: Completion): { text: string; caret: number };
}

const NONE: readonly Completion[] = [];

/** @param caret where one types, in UTF-16 units; null where one does not */
export function useCompletions(text: string, caret: number | null): Completions {
  const client = useClient();
  const asked = `${caret} ${text}`;
  const [dismissed, setDismissed] = useState('');
  const [chosen, setChosen] = useState({ asked, at: -1 });
  const { data } = useQuery({
    queryKey: queryKeys.completions(text, caret ?? 0),
    queryFn: ({ signal }) => client['search.complete']({ text, caret: caret ?? 0 }, signal),
    enabled: caret !== null && text !== '',
    gcTime: 10_000,
  });
  const isOpen = caret !== null && data !== undefined && dismissed !== asked;
  // Words are what the hits below are about already.
  const items = isOpen ? data.items.filter(({ kind }) => kind !== 'word') : NONE;
  const at = chosen.asked === asked ? Math.min(chosen.at, items.length - 1) : -1;
  return {
    items,
    at,
    takesArrows: items[0] !== undefined && items[0].kind !== 'field',
    move: (by) =>
      setChosen({
        asked,
        at: (at + by + items.length + (at < 0 && by < 0 ? 1 : 0)) % items.length,
      }),
    dismiss: () => setDismissed(asked),
    take({ insert }) {
      const { from = 0, to = 0 } = data ?? {};
      const rest = text.slice(to);
      // A name is followed by its value, anything else by the next word.
      const inserted = insert.endsWith(':') || rest.startsWith(' ') ? insert : `${insert} `;
      return { text: text.slice(0, from) + inserted + rest, caret: from + inserted.length };
    },
  };
}
