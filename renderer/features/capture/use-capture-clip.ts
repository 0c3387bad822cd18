// One clip of what the window shows, and what came of it.
import { useCallback, useRef, useState } from 'react';
import { LibraryError } from '#contract/errors.ts';
import type { ClipResult } from '#contract/types/clip.ts';
import type { CaptureLink } from '../../lib/capture-link.ts';
import { isCancelled } from '../../lib/error-text.ts';

export type ClipWhat = 'page' | 'selection' | 'file';

export type ClipOutcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly what: ClipWhat }
  | { readonly kind: 'done'; readonly result: ClipResult }
  | { readonly kind: 'failed'; readonly what: ClipWhat; readonly error: unknown };

export interface CaptureClip {
  readonly outcome: ClipOutcome;
  start(what: ClipWhat, anyway?: boolean): void;
  stop(): void;
  dismiss(): void;
}

export function useCaptureClip(link: CaptureLink): CaptureClip {
  const [outcome, setOutcome] = useState<ClipOutcome>({ kind: 'none' });
  const running = useRef<AbortController | null>(null);
  const start = useCallback(
    (what: ClipWhat, anyway = false) => {
      // One at a time: the page is walked through for it.
      if (running.current) return;
      const controller = new AbortController();
      running.current = controller;
      setOutcome({ kind: 'running', what });
      void (async () => link.client()['capture.clip']({ what, anyway }, controller.signal))()
        .then(
          (result) => setOutcome({ kind: 'done', result }),
          (error: unknown) =>
            setOutcome(isCancelled(error) ? { kind: 'none' } : { kind: 'failed', what, error }),
        )
        .finally(() => {
          running.current = null;
        });
    },
    [link],
  );
  return {
    outcome,
    start,
    stop: useCallback(() => running.current?.abort(), []),
    dismiss: useCallback(() => setOutcome({ kind: 'none' }), []),
  };
}

/** It looks like what a site shows in place of a page; that may be a mistake. */
export const isStandIn = (error: unknown): boolean =>
  error instanceof LibraryError && error.details.standIn !== undefined;
