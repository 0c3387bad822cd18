// What the app is asked to open or to clip, by its own words, by the system, or by a second start: the window first, then that.
// All of it is heard in early-openings.ts.
import { clipboard } from 'electron';
import type { DesktopEvent } from '#contract/desktop.ts';
import type { Logger } from '#library/ports.ts';
import type { AppWindow } from './app-window.ts';
import { type ClipTarget, clipTarget, DEEP_LINK } from './arguments.ts';
import type { ComeBack } from './come-back.ts';
import { readHandOver } from './hand-over.ts';
import { tellOtherLibrary } from './notices.ts';
import { type OutsideAsks, outsideAsks } from './outside-asks.ts';

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
  /** Of the system: a file that is to be opened with this app. */
  file(path: string): void;
  /** Of the system. */
  url(url: string): void;
  /** @param data as the second start put it */
  secondStart(data: unknown): void;
}

export function followOpenings(sides: OpeningsSides): Openings {
  const { openWindow, enqueue, place, log } = sides;

  /** The window first, so that it hears of the clips from their beginning. */
  const clip = (targets: readonly ClipTarget[]) =>
    void (async () => {
      await openWindow().connected;
      enqueue(targets);
    })();
  const toWindow = (event: DesktopEvent) =>
    void (async () => {
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

  return {
    asks,
    clip,
    toWindow,
    file: clipOne,
    url(url) {
      if (DEEP_LINK.test(url)) asks.follow(url);
      else clipOne(url);
    },
    secondStart(data) {
      const said = readHandOver(data);
      const later = sides.later();
      if (later) return later.take(said);
      openWindow().focus();
      if (said && said.dir !== place()) tellOtherLibrary(place(), said.dir);
      else if (said) {
        clip(said.clips);
        if (said.link !== null) asks.follow(said.link);
      }
    },
  };
}
