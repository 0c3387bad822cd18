// Clips that this window did not start: from the command line, another window, or a file that the system handed over.
import { useCallback, useEffect, useRef } from 'react';
import type { ClipResult } from '#contract/types/clip.ts';
import { useLink } from '../../lib/client.ts';

/** An event and the answer to a call travel apart: only after a while is it certain whose clip it was. */
const WAIT_MS = 800;

/**
 * @param onDone told once of all that were clipped together
 * @returns what to call with the result of every clip of this window's own
 */
export function useClipsElsewhere(
  onDone: (results: readonly ClipResult[]) => void,
): (own: ClipResult) => void {
  const link = useLink();
  const own = useRef(new Set<string>());

  useEffect(() => {
    let collected: ClipResult[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      const foreign = collected.filter((result) => !own.current.has(result.uid));
      collected = [];
      own.current.clear();
      if (foreign.length > 0) onDone(foreign);
    };
    const stop = link.onEvent((event) => {
      if (event.kind !== 'clip-done') return;
      collected.push(event.result);
      clearTimeout(timer);
      timer = setTimeout(tell, WAIT_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [link, onDone]);

  return useCallback((result) => void own.current.add(result.uid), []);
}
