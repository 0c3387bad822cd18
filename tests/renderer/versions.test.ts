// Which versions are compared, and what of a comparison is folded.
import { describe, expect, it } from 'vitest';
import type { ComparedParagraph } from '#contract/types/comparison.ts';
import type { Snapshot, SnapshotUid } from '#contract/types/snapshot.ts';
import { fold, upTo } from '../../renderer/features/versions/fold.ts';
import { pairOf } from '../../renderer/features/versions/pair-of.ts';

/** `k` stayed, `c` changed: `kkckk`. */
const paragraphs = (signs: string): ComparedParagraph[] =>
  [...signs].map((sign, at) => ({
    kind: sign === 'k' ? 'kept' : 'changed',
    runs: [{ kind: 'kept', text: `${at}` }],
  }));
const folded = (signs: string, unfolded: readonly number[] = []) =>
  fold(paragraphs(signs), new Set(unfolded))
    .map((part) =>
      part.kind === 'folded'
        ? `(${part.count} at ${part.start})`
        : 'x'.repeat(part.paragraphs.length),
    )
    .join('');

describe('folding', () => {
  it.each([
    ['', ''],
    ['c', 'x'],
    ['kkkkckkkk', '(3 at 0)xxx(3 at 6)'],
    ['kkc', 'xxx'],
    ['ckkkkc', 'xx(2 at 2)xx'],
    ['ckkkc', 'xxxxx'],
    ['kkkk', '(4 at 0)'],
  ])('%s is shown as %s', (signs, shown) => {
    expect(folded(signs)).toBe(shown);
  });

  it('is drawn up to a number of paragraphs', () => {
    const parts = fold(paragraphs('ckkkkcc'), new Set());
    const drawn = (count: number) => {
      const { parts: first, isCut } = upTo(parts, count);
      const shown = first.map((part) => (part.kind === 'shown' ? part.paragraphs.length : 'f'));
      return `${shown.join(' ')} ${isCut}`;
    };
    expect([drawn(1), drawn(3), drawn(5), drawn(9)]).toEqual([
      '1 true',
      '2 f 1 true',
      '2 f 3 false',
      '2 f 3 false',
    ]);
  });

  it('leaves open what was opened', () => {
    expect(folded('kkkkckkkk', [6])).toBe('(3 at 0)xxxxxx');
  });
});

describe('the pair', () => {
  const versions = (shown: number): Snapshot[] =>
    ['c', 'b', 'a'].map((uid, at) => ({
      uid: uid as SnapshotUid,
      capturedAt: 3 - at,
      url: null,
      fileName: null,
      rendered: false,
      inUse: at === shown,
      pages: 1,
      wordCount: 1,
    }));

  it.each<[number, string | null, string]>([
    [0, null, 'b c'],
    [1, null, 'a b'],
    [2, null, 'a b'],
    [0, 'a', 'a c'],
    [2, 'c', 'a c'],
    [1, 'b', 'a b'],
  ])('with number %i shown and %s asked for is %s', (shown, asked, pair) => {
    const found = pairOf(versions(shown), asked as SnapshotUid | null);
    expect(`${found?.from} ${found?.to}`).toBe(pair);
  });

  it('is none of one version', () => {
    expect(pairOf(versions(0).slice(0, 1), null)).toBeNull();
  });
});
