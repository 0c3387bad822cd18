// Opens the capture window, where there is a desktop that has one.
import { useMemo } from 'react';
import { useLink } from './client.ts';
import { shellOf } from './shell.ts';
import { toastError } from './toasts.ts';

/** @returns null in a browser, which is a window onto the web itself */
export function useCapture(): ((address: string | null) => void) | null {
  const link = useLink();
  return useMemo(() => {
    if (link.host === 'web') return null;
    return (address) =>
      void (async () => shellOf(link)['shell.openCapture']({ address }))().catch(toastError);
  }, [link]);
}
