// Which way a block runs: by most of its letters, not by the first.
import { expect, it } from 'vitest';
import { directionOf } from '../../../renderer/frame/directions.ts';

it.each([
  ['The lamp was lit.', 'ltr'],
  ['حين كانت الكتب تسافر', 'rtl'],
  ['Lectern هو برنامج لحفظ المقالات وقراءتها', 'rtl'],
  ['המנורה (the lamp) הייתה דולקת כל ערב', 'rtl'],
  ['The word כתב means writing, and nothing else.', 'ltr'],
  ['灯は毎晩ともされた。', 'ltr'],
  ['12.5 — 2024 (!)', null],
  ['', null],
  ['abc אבג', null],
])('%s: %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});
