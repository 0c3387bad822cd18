// A text that is saved while it is typed, as state of a component.
import { useEffect, useState } from 'react';
import { type KeeperState, TextKeeper } from './text-keeper.ts';

export interface KeptText {
  readonly text: string;
  readonly state: KeeperState;
  typed(text: string): void;
  accept(): void;
  discard(): void;
}

/**
 * @param name what the text belongs to; a component is for one text, so give it the name as its `key`
 * @param saved what the library holds
 */
export function useKeptText(
  name: string,
  saved: string,
  save: (text: string) => Promise<unknown>,
): KeptText {
  const [, setTurn] = useState(0);
  const [keeper] = useState(() => new TextKeeper({ name, saved, store: draftStore() }));
  useEffect(() => keeper.serve({ save, onChange: () => setTurn((turn) => turn + 1) }));
  useEffect(() => keeper.heard(saved), [keeper, saved]);
  useEffect(() => {
    window.addEventListener('pagehide', keeper.keep);
    return () => {
      window.removeEventListener('pagehide', keeper.keep);
      keeper.leave();
    };
  }, [keeper]);
  return {
    text: keeper.text,
    state: keeper.state,
    typed: (text) => keeper.typed(text),
    accept: () => keeper.accept(),
    discard: () => keeper.discard(),
  };
}

/** A browser may refuse it altogether. */
function draftStore() {
  try {
    return localStorage;
  } catch {
    return { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  }
}
