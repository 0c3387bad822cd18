// The cursor of a list: ranges, toggles, and rows that come and go under it.
import { describe, expect, it } from 'vitest';
import { type Cursor, followed, movedTo, noCursor, toggled } from '../../renderer/lib/cursor.ts';
import { EVERYTHING, isSelected, NOTHING, selectedOf } from '../../renderer/lib/selection.ts';

const keysOf = (keys: string) => (index: number) => keys[index];

describe('moving and selecting', () => {
  const keyAt = keysOf('abcdef');

  it('selects everything between the anchor and the row that Shift leads to, both ways', () => {
    const at = movedTo(noCursor, 2, false, keyAt);
    expect([...movedTo(at, 4, true, keyAt).selected.keys]).toEqual(['c', 'd', 'e']);
    expect([...movedTo(movedTo(at, 4, true, keyAt), 1, true, keyAt).selected.keys]).toEqual([
      'b',
      'c',
    ]);
  });

  it('lets the selection go when it moves without Shift', () => {
    const some = movedTo(movedTo(noCursor, 0, false, keyAt), 3, true, keyAt);
    expect(movedTo(some, 4, false, keyAt)).toEqual({
      index: 4,
      key: 'e',
      anchor: 4,
      selected: NOTHING,
    });
  });

  it('takes the row of the cursor along when the first other one is added', () => {
    const at = movedTo(noCursor, 1, false, keyAt);
    expect([...toggled(at, 3, keyAt).selected.keys]).toEqual(['b', 'd']);
    expect([...toggled(toggled(at, 3, keyAt), 3, keyAt).selected.keys]).toEqual(['b']);
  });

  it('takes single rows out of all that there are, and puts them back', () => {
    const all = { ...movedTo(noCursor, 1, false, keyAt), selected: EVERYTHING };
    const without = toggled(toggled(all, 3, keyAt), 4, keyAt);
    const rows = (cursor: Cursor) =>
      'abcdefg'.split('').filter((key) => isSelected(cursor.selected, key));
    expect(rows(all).join('')).toBe('abcdefg');
    expect(rows(without).join('')).toBe('abcfg');
    expect(rows(toggled(without, 3, keyAt)).join('')).toBe('abcdfg');
    const asked = { list: 'inbox' } as const;
    expect(selectedOf(without.selected, 1000, asked)).toEqual({
      articles: { all: asked, except: ['d', 'e'] },
      count: 998,
      isAll: false,
    });
    expect(selectedOf(all.selected, 1000, asked)).toMatchObject({ count: 1000, isAll: true });
    expect(selectedOf(all.selected, 0, asked)).toBeNull();
    expect(rows(movedTo(all, 2, false, keyAt))).toEqual([]);
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
