// Dates take ICU's calendars, which are ten milliseconds to load: the first list is drawn without, and gets them a moment later.
import { useEffect } from 'react';
import { useAfterPaint } from './after-paint.ts';

let areLoaded = false;

/** @returns whether dates may be written among what is drawn once `isThere` */
export function useDates(isThere: boolean): boolean {
  const isAfter = useAfterPaint(isThere);
  useEffect(() => {
    if (isAfter) areLoaded = true;
  }, [isAfter]);
  return areLoaded || isAfter;
}
