// Where the window was and which theme it showed, kept between starts. No Electron here: screens come as an argument.
import { z } from 'zod';
import { ShellSwitches } from '#contract/types/shell-switches.ts';
import { themes } from '#contract/types/theme.ts';
import { readKept, writeKept } from './kept-file.ts';

const Bounds = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() });
/** In device-independent pixels, as Electron counts them. */
export type Bounds = z.infer<typeof Bounds>;

const NO_SWITCHES: ShellSwitches = { tray: false, globalShortcut: false, notifications: false };

const KeptUpdates = z.object({ isDaily: z.boolean(), lookedAt: z.int().nullable() });
const NO_UPDATES: z.infer<typeof KeptUpdates> = { isDaily: false, lookedAt: null };

export const WindowState = z.object({
  /** Of the window when it is neither maximised nor full screen; null before it was ever placed. */
  bounds: Bounds.nullable().catch(null),
  maximised: z.boolean().catch(false),
  fullScreen: z.boolean().catch(false),
  /** Known before the window is, so that it does not flash white in a dark theme. */
  theme: z.enum(themes).catch('system'),
  /** Of the capture window. */
  captureBounds: Bounds.nullable().catch(null),
  /** Whether what sites know of the capture window outlives it. */
  isCaptureKept: z.boolean().catch(false),
  /** As Electron counts it: 0 for 100 %, each step a fifth more. */
  zoom: z.number().min(-8).max(9).catch(0),
  switches: ShellSwitches.catch(NO_SWITCHES),
  /** Of looking for a newer version. */
  updates: KeptUpdates.catch(NO_UPDATES),
});
export type WindowState = z.infer<typeof WindowState>;

export const MIN_WIDTH = 420;
export const MIN_HEIGHT = 320;
const USUAL_WIDTH = 1280;
const USUAL_HEIGHT = 860;
/** Of the window's top edge: enough to take hold of it with the pointer. */
const MIN_VISIBLE = 64;

export const freshState: WindowState = {
  bounds: null,
  maximised: false,
  fullScreen: false,
  theme: 'system',
  captureBounds: null,
  isCaptureKept: false,
  zoom: 0,
  switches: NO_SWITCHES,
  updates: NO_UPDATES,
};

/** Not at every pixel of a drag. */
const WRITE_AFTER_MS = 500;

export interface KeptWindowState {
  now(): WindowState;
  /** Written a moment later, together with what else changes by then. */
  change(change: Partial<WindowState>): void;
  /** Writes what is not written yet. */
  write(): void;
}

export function keepWindowState(
  file: string,
  onProblem: (error: unknown) => void,
): KeptWindowState {
  let state = readWindowState(file, onProblem);
  let timer: ReturnType<typeof setTimeout> | null = null;
  const write = () => {
    if (!timer) return;
    clearTimeout(timer);
    timer = null;
    writeKept(file, state, onProblem);
  };
  return {
    now: () => state,
    change(change) {
      state = { ...state, ...change };
      timer ??= setTimeout(write, WRITE_AFTER_MS);
    },
    write,
  };
}

/** Never throws: a window that opens at the usual place is better than none. */
export const readWindowState = (file: string, onProblem: (error: unknown) => void): WindowState =>
  readKept(file, WindowState, freshState, onProblem);

/**
 * Where to open the window: at its old place as far as that still lies on a screen.
 * @param workAreas of the screens there are now, the main one first; without menu bar and dock
 */
export function placeWindow(saved: Bounds | null, workAreas: readonly Bounds[]): Bounds {
  const main = workAreas[0] ?? { x: 0, y: 0, width: USUAL_WIDTH, height: USUAL_HEIGHT };
  const home = saved && workAreas.find((area) => showsTopEdge(saved, area));
  if (!saved || !home) return centred(saved, main);
  const width = clamp(saved.width, MIN_WIDTH, home.width);
  const height = clamp(saved.height, MIN_HEIGHT, home.height);
  return {
    x: clamp(saved.x, home.x, home.x + home.width - width),
    y: clamp(saved.y, home.y, home.y + home.height - height),
    width,
    height,
  };
}

/** True where the window could be taken hold of, were it opened at its saved place on this screen. */
function showsTopEdge(saved: Bounds, area: Bounds): boolean {
  const visible = Math.min(saved.x + saved.width, area.x + area.width) - Math.max(saved.x, area.x);
  const belowTop = saved.y >= area.y - MIN_VISIBLE;
  return visible >= MIN_VISIBLE && belowTop && saved.y <= area.y + area.height - MIN_VISIBLE;
}

function centred(size: Bounds | null, area: Bounds): Bounds {
  const width = clamp(size?.width ?? USUAL_WIDTH, MIN_WIDTH, area.width);
  const height = clamp(size?.height ?? USUAL_HEIGHT, MIN_HEIGHT, area.height);
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  };
}

const clamp = (value: number, least: number, most: number) =>
  Math.max(Math.min(value, most), Math.min(least, most));
