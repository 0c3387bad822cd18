// Where the window was and which theme it showed, kept between starts. No Electron here: screens come as an argument.
import type { ShellSwitches } from '#contract/types/shell-switches.ts';
import { themes } from '#contract/types/theme.ts';
import { booleanOr, fieldsOf, innerFields, wholeOr } from './kept-fields.ts';
import { readKept, writeKept } from './kept-file.ts';
import type { WindowTheme } from './window-theme.ts';

/** In device-independent pixels, as Electron counts them. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowState {
  /** Of the window when it is neither maximised nor full screen; null before it was ever placed. */
  readonly bounds: Bounds | null;
  readonly maximised: boolean;
  readonly fullScreen: boolean;
  /** Known before the window is, so that it does not flash white in a dark theme. */
  readonly theme: WindowTheme;
  /** Of the capture window. */
  readonly captureBounds: Bounds | null;
  /** Whether what sites know of the capture window outlives it. */
  readonly isCaptureKept: boolean;
  /** As Electron counts it: 0 for 100 %, each step a fifth more. */
  readonly zoom: number;
  readonly switches: ShellSwitches;
  /** Of looking for a newer version. */
  readonly updates: { readonly isDaily: boolean; readonly lookedAt: number | null };
}

const LEAST_ZOOM = -8;
const MOST_ZOOM = 9;
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
  switches: { tray: false, globalShortcut: false, notifications: false },
  updates: { isDaily: false, lookedAt: null },
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
  readKept(file, read, freshState, onProblem);

/** What is wrong in it is as usual, and spoils nothing else. @throws TypeError where it is no object */
function read(value: unknown): WindowState {
  const kept = fieldsOf(value);
  return {
    bounds: boundsOf(kept.bounds),
    maximised: booleanOr(kept.maximised, freshState.maximised),
    fullScreen: booleanOr(kept.fullScreen, freshState.fullScreen),
    theme: themes.find((theme) => theme === kept.theme) ?? freshState.theme,
    captureBounds: boundsOf(kept.captureBounds),
    isCaptureKept: booleanOr(kept.isCaptureKept, freshState.isCaptureKept),
    zoom: zoomOf(kept.zoom),
    switches: switchesOf(kept.switches),
    updates: updatesOf(kept.updates),
  };
}

function boundsOf(value: unknown): Bounds | null {
  const { x, y, width, height } = innerFields(value) ?? {};
  const all = [x, y, width, height].map((side) => wholeOr(side, null));
  return all.includes(null) ? null : ({ x, y, width, height } as Bounds);
}

const zoomOf = (value: unknown): number =>
  typeof value === 'number' && value >= LEAST_ZOOM && value <= MOST_ZOOM ? value : freshState.zoom;

function switchesOf(value: unknown): ShellSwitches {
  const { tray, globalShortcut, notifications } = innerFields(value) ?? {};
  const usual = freshState.switches;
  return {
    tray: booleanOr(tray, usual.tray),
    globalShortcut: booleanOr(globalShortcut, usual.globalShortcut),
    notifications: booleanOr(notifications, usual.notifications),
  };
}

function updatesOf(value: unknown): WindowState['updates'] {
  const { isDaily, lookedAt } = innerFields(value) ?? {};
  const usual = freshState.updates;
  return {
    isDaily: booleanOr(isDaily, usual.isDaily),
    lookedAt: wholeOr(lookedAt, usual.lookedAt),
  };
}

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
