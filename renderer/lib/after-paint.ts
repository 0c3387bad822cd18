// What can wait until the rest is on screen: rows below the edge, long lists beside what one looks at.
import { useEffect, useState } from 'react';

/** Several frames, also on a slow machine. */
const MOMENT_MS = 100;

/** @returns whether what is drawn has been there for a moment; then it stays so */
export function useAfterPaint(isThere: boolean): boolean {
  const [isAfter, setAfter] = useState(false);
  useEffect(() => {
    if (!isThere || isAfter) return;
    const timer = setTimeout(() => setAfter(true), MOMENT_MS);
    return () => clearTimeout(timer);
  }, [isThere, isAfter]);
  return isAfter;
}
