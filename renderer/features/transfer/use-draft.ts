// What was handed over to be imported, from then until it is imported or left: looked through first, with nothing changed.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { FormatId, ImportPlan, ImportSource } from '#contract/types/import.ts';
import { useLink } from '../../lib/client.ts';
import { isCancelled } from '../../lib/error-text.ts';
import { type ChosenSource, handOver, nameOfSource } from './chosen-source.ts';

export type DraftState =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'reading';
      readonly name: string;
      /** What it was taken for before, where another format was chosen. */
      readonly plan: ImportPlan | null;
      /** Articles found so far. */
      readonly found: number;
    }
  | { readonly kind: 'planned'; readonly name: string; readonly plan: ImportPlan }
  | { readonly kind: 'failed'; readonly name: string; readonly error: unknown };

export interface Draft {
  readonly state: DraftState;
  offer(chosen: ChosenSource): void;
  /** Looks through it once more, as something else. */
  takeFor(format: FormatId): void;
  /** Nothing was changed. */
  leave(): void;
}

export function useDraft(): Draft {
  const link = useLink();
  const [state, setState] = useState<DraftState>({ kind: 'none' });
  const running = useRef<AbortController>(null);
  const source = useRef<ImportSource>(null);
  useEffect(() => () => running.current?.abort(), []);
  useEffect(
    () =>
      link.onEvent((event) => {
        if (event.kind !== 'import-planning' || !isSame(event.source, source.current)) return;
        const found = event.counts.items;
        setState((now) => (now.kind === 'reading' ? { ...now, found } : now));
      }),
    [link],
  );

  const read = useCallback(
    (name: string, before: ImportPlan | null, get: Source, format?: FormatId) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const { signal } = controller;
      setState({ kind: 'reading', name, plan: before, found: 0 });
      const plan = async () => {
        source.current = await get(signal);
        const asked = { source: source.current, ...(format && { format }) };
        return link.client['imports.plan'](asked, signal);
      };
      plan().then(
        (found) => {
          if (!signal.aborted) setState({ kind: 'planned', name, plan: found });
        },
        (error: unknown) => {
          if (signal.aborted) return;
          setState(isCancelled(error) ? { kind: 'none' } : { kind: 'failed', name, error });
        },
      );
    },
    [link],
  );

  return useMemo(
    () => ({
      state,
      offer: (chosen) =>
        read(nameOfSource(chosen), null, (signal) => handOver(link, chosen, signal)),
      takeFor(format) {
        const known = source.current;
        if (state.kind !== 'planned' || !known) return;
        read(state.name, state.plan, async () => known, format);
      },
      leave() {
        running.current?.abort();
        setState({ kind: 'none' });
      },
    }),
    [state, read, link],
  );
}

type Source = (signal: AbortSignal) => Promise<ImportSource>;

const isSame = (one: ImportSource, other: ImportSource | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
