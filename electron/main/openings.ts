// What the app is asked to open or to clip, by its own words, by the system, or by a second start: the window first, then that.
import { app, clipboard } from 'electron';
import type { DesktopEvent } from '#contract/desktop.ts';
import type { Logger } from '#library/ports.ts';
import type { AppWindow } from './app-window.ts';
import { type ClipTarget, clipTarget } from './arguments.ts';
import type { ComeBack } from './come-back.ts';
import { DEEP_LINK } from './deep-link.ts';
import { tellOtherLibrary } from './notices.ts';
import { type OutsideAsks, outsideAsks } from './outside-asks.ts';
import { onSecondInstance } from './single-instance.ts';

interface OpeningsSides {
  readonly openWindow: () => AppWindow;
  /** Takes what was named together. */
  readonly enqueue: (targets: readonly ClipTarget[]) => void;
  /** The library that is open. */
  readonly place: () => string;
  /** What comes while the app is closing. Null before. */
  readonly later: () => ComeBack | null;
  readonly log: Logger;
}

export interface Openings {
  readonly asks: OutsideAsks;
  clip(targets: readonly ClipTarget[]): void;
  toWindow(event: DesktopEvent): void;
}

/** Before the app is ready: macOS names files and links that early. */
export function followOpenings(sides: OpeningsSides): Openings {
  const { openWindow, enqueue, place, log } = sides;

  /** The window first, so that it hears of the clips from their beginning. */
  const clip = (targets: readonly ClipTarget[]) =>
    void (async () => {
      await app.whenReady();
      await openWindow().connected;
      enqueue(targets);
    })();
  const toWindow = (event: DesktopEvent) =>
    void (async () => {
      await app.whenReady();
      const opened = openWindow();
      opened.focus();
      await opened.connected;
      opened.send(event);
    })();
  const asks = outsideAsks(
    (asked) => toWindow({ kind: 'asked', asked }),
    // An older Electron answers at once, a newer one later.
    async () => clipboard.readText(),
    log,
  );
  const clipOne = (word: string) => {
    const target = clipTarget(word, process.cwd());
    if (target) clip([target]);
  };

  app.on('open-file', (event, path) => {
    event.preventDefault();
    clipOne(path);
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    if (DEEP_LINK.test(url)) asks.follow(url);
    else clipOne(url);
  });
  onSecondInstance((said) => {
    const later = sides.later();
    if (later) return later.take(said);
    void app.whenReady().then(() => openWindow().focus());
    if (said && said.dir !== place()) tellOtherLibrary(place(), said.dir);
    else if (said) {
      clip(said.clips);
      if (said.link !== null) asks.follow(said.link);
    }
  });
  return { asks, clip, toWindow };
}
