// Puts the focus into a field as soon as it is there: for dialogs that were opened to type in.
import { type RefObject, useEffect } from 'react';

export function useFocusAtStart(field: RefObject<HTMLElement | null>): void {
  useEffect(() => field.current?.focus(), [field]);
}
