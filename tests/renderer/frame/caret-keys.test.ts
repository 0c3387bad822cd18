// Which keys move the caret, and how far.
import { expect, it } from 'vitest';
import { caretMoveFor } from '../../../renderer/frame/caret-keys.ts';

const press = (key: string, held: Partial<Record<'ctrl' | 'alt' | 'meta' | 'shift', true>> = {}) =>
  caretMoveFor({
    key,
    ctrlKey: held.ctrl ?? false,
    altKey: held.alt ?? false,
    metaKey: held.meta ?? false,
    shiftKey: held.shift ?? false,
  });

it('moves by character, word, line and to the ends', () => {
  const moves = [
    press('ArrowLeft'),
    press('ArrowRight', { ctrl: true }),
    press('ArrowRight', { alt: true, shift: true }),
    press('ArrowRight', { meta: true }),
    press('ArrowDown'),
    press('Home'),
    press('End', { ctrl: true }),
  ].map((move) => move && `${move.direction} ${move.by}${move.extends ? ' selecting' : ''}`);
  expect(moves).toEqual([
    'left character',
    'right word',
    'right word selecting',
    'right lineboundary',
    'forward line',
    'backward lineboundary',
    'forward documentboundary',
  ]);
});

it('leaves every other key alone', () => {
  expect(press('h')).toBeNull();
  expect(press('Enter')).toBeNull();
});
