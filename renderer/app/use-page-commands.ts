// Commands that change how the open article stands on its page.

import type { FramePort } from '../lib/frame-port.ts';
import { useSettings } from '../lib/queries.ts';
import { toastError } from '../lib/toasts.ts';

const LEAST_SIZE = 14;
const MOST_SIZE = 28;

export interface PageCommands {
  resizeText(by: 1 | -1): void;
  openPicture(): void;
}

export function usePageCommands(port: FramePort): PageCommands {
  const { settings, keep } = useSettings();
  return {
    resizeText(by) {
      const fontSize = Math.min(MOST_SIZE, Math.max(LEAST_SIZE, settings.fontSize + by));
      if (fontSize === settings.fontSize) return;
      keep({ fontSize }).catch((error: unknown) => toastError(error));
    },
    openPicture: () => port.send({ kind: 'picture' }),
  };
}
