// What other programs, and the key for the copied link, ask for: read here, shown and decided by the window.
import { toWire } from '#contract/errors.ts';
import type { Asked } from '#contract/types/asked.ts';
import type { Logger } from '#library/ports.ts';
import { pageToClip, readDeepLink } from './deep-link.ts';

export interface OutsideAsks {
  /** Anybody's link, as it came. */
  follow(link: string): void;
  /** The person's own wish: the address on the clipboard. */
  clipCopied(): void;
}

/**
 * @param show brings the window to the front and hands it what is asked for
 * @param copied the text on the clipboard
 */
export function outsideAsks(
  show: (asked: Asked) => void,
  copied: () => Promise<string>,
  log: Logger,
): OutsideAsks {
  const ask = async (read: () => Asked | Promise<Asked>) => {
    try {
      show(await read());
    } catch (error) {
      const { code, message } = toWire(error);
      // The code only: an address is what a person reads.
      log.warn(`asked from outside: ${code}`);
      show({ kind: 'refused', code, message });
    }
  };
  return {
    follow: (link) =>
      void ask(() => {
        const asked = readDeepLink(link);
        return asked.kind === 'clip' ? { ...asked, by: 'link' } : asked;
      }),
    clipCopied: () =>
      void ask(async () => ({ ...pageToClip((await copied()).trim()), by: 'person' })),
  };
}
