// Puts the keys into the article that has just been asked for, when it has been drawn.
import { type RefObject, useCallback, useEffect, useState } from 'react';
import type { ReaderHandle } from '../features/reader/reader.tsx';

export function useReaderFocus(reader: RefObject<ReaderHandle | null>): () => void {
  const [wish, setWish] = useState(0);
  useEffect(() => {
    if (wish > 0) reader.current?.focus();
  }, [wish, reader]);
  return useCallback(() => setWish((now) => now + 1), []);
}
