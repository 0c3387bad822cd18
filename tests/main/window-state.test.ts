// Where the window opens, and what is kept of it between starts.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeKept } from '../../electron/main/kept-file.ts';
import {
  freshState,
  keepWindowState,
  placeWindow,
  readWindowState,
  type WindowState,
} from '../../electron/main/window-state.ts';

const laptop = { x: 0, y: 24, width: 1440, height: 876 };
const desk = { x: 1440, y: 0, width: 2560, height: 1400 };

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lectern-window-'));
  file = join(dir, 'state', 'window.json');
});
afterEach(() => rmSync(dir, { recursive: true }));

test('the first window is centred on the main screen', () => {
  expect(placeWindow(null, [laptop, desk])).toEqual({ x: 80, y: 32, width: 1280, height: 860 });
});

test('a window comes back to its place, on any screen', () => {
  const onLaptop = { x: 100, y: 60, width: 1000, height: 700 };
  const onDesk = { x: 1600, y: 100, width: 1800, height: 1200 };
  expect(placeWindow(onLaptop, [laptop, desk])).toEqual(onLaptop);
  expect(placeWindow(onDesk, [laptop, desk])).toEqual(onDesk);
});

test('a window of a screen that is gone keeps its size and is centred on the main one', () => {
  expect(placeWindow({ x: 1600, y: 100, width: 1000, height: 700 }, [laptop])).toEqual({
    x: 220,
    y: 112,
    width: 1000,
    height: 700,
  });
});

test('a window that hangs over the edge is moved and cut until it fits', () => {
  expect(placeWindow({ x: 1300, y: 800, width: 1000, height: 700 }, [laptop])).toEqual({
    x: 440,
    y: 200,
    width: 1000,
    height: 700,
  });
  expect(placeWindow({ x: -200, y: 24, width: 3000, height: 3000 }, [laptop])).toEqual(laptop);
});

test('a window whose title bar lies above the screen is brought back', () => {
  const place = placeWindow({ x: 100, y: -500, width: 800, height: 600 }, [laptop]);
  expect(place).toEqual({ x: 320, y: 162, width: 800, height: 600 });
});

test('a window is never too small to be used', () => {
  expect(placeWindow({ x: 10, y: 40, width: 100, height: 1 }, [laptop])).toEqual({
    x: 10,
    y: 40,
    width: 420,
    height: 320,
  });
});

test('what is written is read again, and no draft stays beside it', () => {
  const problems: unknown[] = [];
  const state = {
    bounds: { x: 1, y: 2, width: 800, height: 600 },
    maximised: true,
    fullScreen: false,
    theme: 'dark' as const,
    captureBounds: { x: 3, y: 4, width: 700, height: 500 },
    isCaptureKept: true,
    zoom: 1.5,
    switches: { tray: true, globalShortcut: false, notifications: true },
    updates: { isDaily: true, lookedAt: 5 },
  };
  writeKept(file, state, (problem) => problems.push(problem));
  expect(readWindowState(file, (problem) => problems.push(problem))).toEqual(state);
  expect(readdirSync(join(dir, 'state'))).toEqual(['window.json']);
  expect(problems).toEqual([]);
});

test('without a file everything is as usual, and nobody is bothered', () => {
  const problems: unknown[] = [];
  expect(readWindowState(file, (problem) => problems.push(problem))).toEqual(freshState);
  expect(problems).toEqual([]);
});

test.each(['', 'null', '[]', '{"bounds":', '"window"'])(
  'a broken file (%s) is as good as none, and said',
  (text) => {
    const problems: unknown[] = [];
    const broken = join(dir, 'window.json');
    writeFileSync(broken, text);
    expect(readWindowState(broken, (problem) => problems.push(problem))).toEqual(freshState);
    expect(problems).toHaveLength(1);
  },
);

test('what is wrong in a file does not spoil what is right', () => {
  const odd = join(dir, 'window.json');
  writeFileSync(odd, JSON.stringify({ bounds: { x: 'left' }, maximised: true, theme: 'plaid' }));
  expect(readWindowState(odd, () => undefined)).toEqual({ ...freshState, maximised: true });
});

test.each<[string, object, Partial<WindowState>]>([
  ['a place with half a pixel', { bounds: { x: 0.5, y: 2, width: 800, height: 600 } }, {}],
  ['a place that is a list', { captureBounds: [1, 2, 800, 600] }, {}],
  ['more than can be enlarged', { zoom: 9.5 }, {}],
  ['as much as can be', { zoom: -8 }, { zoom: -8 }],
  ['words for yes', { maximised: 'true', isCaptureKept: 1, fullScreen: null }, {}],
  ['switches that are none', { switches: 'all' }, {}],
  [
    'switches of which one is none',
    { switches: { tray: true, globalShortcut: 'on' } },
    { switches: { tray: true, globalShortcut: false, notifications: false } },
  ],
  [
    'a day that is none',
    { updates: { isDaily: true, lookedAt: 'today' } },
    { updates: { isDaily: true, lookedAt: null } },
  ],
])('%s: what can be believed is, and nobody is bothered', (_name, kept, believed) => {
  const odd = join(dir, 'window.json');
  writeFileSync(odd, JSON.stringify(kept));
  const problems: unknown[] = [];
  expect(readWindowState(odd, (problem) => problems.push(problem))).toEqual({
    ...freshState,
    ...believed,
  });
  expect(problems).toEqual([]);
});

test('a folder that cannot be written is said, and thrown at nobody', () => {
  writeFileSync(join(dir, 'state'), 'a file where the folder should be');
  const problems: unknown[] = [];
  writeKept(file, freshState, (problem) => problems.push(problem));
  expect(problems).toHaveLength(1);
});

test('changes are written together a moment later, or at once when the app ends', () => {
  vi.useFakeTimers();
  try {
    const kept = keepWindowState(file, (problem) => {
      throw problem;
    });
    kept.change({ maximised: true });
    kept.change({ theme: 'dark' });
    expect(() => readFileSync(file)).toThrow(/ENOENT/);
    vi.advanceTimersByTime(1000);
    expect(readWindowState(file, () => undefined)).toEqual({
      ...freshState,
      maximised: true,
      theme: 'dark',
    });

    kept.change({ maximised: false });
    kept.write();
    expect(readWindowState(file, () => undefined).maximised).toBe(false);
  } finally {
    vi.useRealTimers();
  }
});
