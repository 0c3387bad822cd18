// What is asked of an app that is closing: it is done by another one, which is started when this one is gone. Until then this
// one holds the lock, so that the second start has nobody else to hand its files to.
import { app } from 'electron';
import type { HandOver } from './hand-over.ts';
import { ownWords } from './own-words.ts';

export interface ComeBack {
  /** @param said null where there is nothing but the wish to be opened */
  take(said: HandOver | null): void;
  /** Just before the end. */
  arrange(): void;
}

/** @param mine the library that is open, whether it was named, and what else this one was started with */
export function comeBack(mine: {
  place(): string;
  named: boolean;
  userData: string | null;
}): ComeBack {
  const waiting: (HandOver | null)[] = [];
  return {
    take: (said) => void waiting.push(said),
    arrange() {
      if (waiting.length === 0) return;
      const said = waiting.filter((one) => one !== null);
      const dir = said.at(-1)?.dir ?? mine.place();
      const same = said.filter((one) => one.dir === dir);
      const clips = same
        .flatMap((one) => one.clips)
        .map((clip) => (clip.kind === 'path' ? clip.path : clip.url));
      const link = same.findLast((one) => one.link !== null)?.link;
      app.relaunch({
        args: [
          ...electronsWords(),
          // Where nobody named one, the usual one is found again.
          ...(mine.named || dir !== mine.place() ? ['--library', dir] : []),
          ...(mine.userData === null ? [] : ['--user-data-dir', mine.userData]),
          '--',
          ...clips,
          ...(link ? [link] : []),
        ],
      });
    },
  };
}

/** What stands before our own: in a checkout, switches and the app's path. */
function electronsWords(): string[] {
  const own = ownWords(process.argv, app.isPackaged ? null : app.getAppPath(), process.cwd());
  return process.argv.slice(1, process.argv.length - own.length);
}
