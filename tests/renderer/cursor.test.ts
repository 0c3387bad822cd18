// The cursor of a list: ranges, toggles, and rows that come and go under it.
import { describe, expect, it } from 'vitest';
import { followed, movedTo, noCursor, toggled } from '../../renderer/lib/cursor.ts';

const keysOf = (keys: string) => (index: number) => keys[index];

describe('moving and selecting', () => {
  const keyAt = keysOf('abcdef');

  it('selects everything between the anchor and the row that Shift leads to, both ways', () => {
    const at = movedTo(noCursor, 2, false, keyAt);
    expect([...movedTo(at, 4, true, keyAt).selected]).toEqual(['c', 'd', 'e']);
    expect([...movedTo(movedTo(at, 4, true, keyAt), 1, true, keyAt).selected]).toEqual(['b', 'c']);
  });

  it('lets the selection go when it moves without Shift', () => {
    const some = movedTo(movedTo(noCursor, 0, false, keyAt), 3, true, keyAt);
    expect(movedTo(some, 4, false, keyAt)).toEqual({
      index: 4,
      key: 'e',
      anchor: 4,
      selected: new Set(),
    });
  });

  it('takes the row of the cursor along when the first other one is added', () => {
    const at = movedTo(noCursor, 1, false, keyAt);
    expect([...toggled(at, 3, keyAt).selected]).toEqual(['b', 'd']);
    expect([...toggled(toggled(at, 3, keyAt), 3, keyAt).selected]).toEqual(['b']);
  });

  it('selects no row that is not loaded', () => {
    expect(toggled(noCursor, 9, keyAt)).toBe(noCursor);
  });
});

describe('following its row', () => {
  const at = movedTo(noCursor, 2, false, keysOf('abcd'));

  it('stays the same object where nothing changed', () => {
    expect(followed(at, 4, keysOf('abcd'))).toBe(at);
  });

  it('goes with its row when others come before it', () => {
    expect(followed(at, 6, keysOf('xyabcd'))).toMatchObject({ index: 4, key: 'c' });
  });

  it('stays in its place, on the next row, when its own is gone', () => {
    expect(followed(at, 3, keysOf('abd'))).toMatchObject({ index: 2, key: 'd' });
    expect(followed(at, 2, keysOf('ab'))).toMatchObject({ index: 1, key: 'b' });
    expect(followed(at, 0, keysOf(''))).toBe(noCursor);
  });
});
