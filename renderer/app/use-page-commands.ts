// Commands that change how the open article stands on its page.
import type { ArticleUid } from '#contract/types/ids.ts';
import type { FramePort } from '../lib/frame-port.ts';
import { toastError } from '../lib/toasts.ts';
import { useTypeSettings } from '../lib/type-settings.ts';

const LEAST_SIZE = 14;
const MOST_SIZE = 28;

export interface PageCommands {
  resizeText(by: 1 | -1): void;
  openPicture(): void;
}

/** @param open the open article */
export function usePageCommands(port: FramePort, open: ArticleUid | null): PageCommands {
  const type = useTypeSettings(open);
  return {
    // An article that has a size of its own gets another one; all others change together.
    resizeText(by) {
      const scope = type.own?.fontSize === undefined ? 'all' : 'article';
      const { fontSize } = type.valuesFor(scope);
      const next = Math.min(MOST_SIZE, Math.max(LEAST_SIZE, fontSize + by));
      if (next === fontSize) return;
      type.keep(scope, { fontSize: next }).catch((error: unknown) => toastError(error));
    },
    openPicture: () => port.send({ kind: 'picture' }),
  };
}
