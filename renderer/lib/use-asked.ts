// What the desktop was asked for from outside and nobody has answered yet.
import { useSyncExternalStore } from 'react';
import { useLink } from './client.ts';
import type { AskedNow } from './link.ts';

export function useAsked(): AskedNow | null {
  const { asked } = useLink();
  return useSyncExternalStore(asked.listen, asked.now);
}
