// A place that seems good goes to the tray where an end of the quote may belong elsewhere.
import { describe, expect, it } from 'vitest';
import { anchorPlacer } from '#library/anchors/anchor-placer.ts';
import { describeRange } from '#library/anchors/describe-range.ts';

const HERONS =
  'Herons stand in shallow water and wait, and they hardly move until the evening comes.';
const OWLS = 'A barn owl finds a mouse under the snow by its ears alone, in complete darkness.';
const STORKS = 'A pair of storks comes back to the same roof every year, late in March.';
const PHOTO = 'Photo by Anna Weaver';
const FROGS = 'Frogs keep to the reeds as long as anything with long legs is about.';

function placedIn(after: string, before: string, words: string): string | null {
  const start = before.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in the text`);
  const placement = anchorPlacer(after)(describeRange(before, start, start + words.length));
  return placement.kind === 'placed' ? after.slice(placement.start, placement.end) : null;
}
const lines = (...some: string[]) => some.join('\n');

describe('a quote of several paragraphs', () => {
  const before = lines(FROGS, PHOTO, HERONS, OWLS, STORKS);
  const quote = lines(PHOTO, HERONS, OWLS);

  it('is lost where its first paragraph stands elsewhere', () => {
    expect(placedIn(lines(FROGS, HERONS, OWLS, STORKS, PHOTO), before, quote)).toBeNull();
  });
  it('is placed without its first paragraph where that is gone', () => {
    expect(placedIn(lines(FROGS, HERONS, OWLS, STORKS), before, quote)).toBe(lines(HERONS, OWLS));
  });
});

describe('a quote with text put in', () => {
  const before = lines(FROGS, HERONS, PHOTO, OWLS, STORKS);
  const quote = lines(HERONS, PHOTO);
  const between = 'The museum shows their nests on the ground floor, every day but Monday.';

  it('is placed with it where its end stands once', () => {
    const after = lines(FROGS, HERONS, between, PHOTO, OWLS, STORKS);
    expect(placedIn(after, before, quote)).toBe(lines(HERONS, between, PHOTO));
  });
  it('is lost where its end stands more than once', () => {
    const after = lines(FROGS, HERONS, between, PHOTO, between, PHOTO, STORKS);
    expect(placedIn(after, before, quote)).toBeNull();
  });
});

describe('a long quote that stands in one place', () => {
  it('is placed there, whatever reads like it', () => {
    const title = 'Herons stand in shallow water';
    const before = lines(title, OWLS, HERONS, STORKS);
    const after = lines(FROGS, title, HERONS, PHOTO, OWLS, STORKS);
    expect(placedIn(after, before, HERONS)).toBe(HERONS);
  });
});

describe('rows that read alike', () => {
  const row = 'Warning: the value was passed by reference.';
  const log = (count: number) => Array.from({ length: count }, () => row).join('\n');
  const anchorAt = (text: string, at: number) => describeRange(text, at, at + 'passed'.length);

  it('are lost where even the widest context does not tell them apart', () => {
    const before = log(60);
    const anchor = anchorAt(before, before.indexOf('passed', before.length / 2));
    expect(anchorPlacer(`${FROGS}\n${log(30)}`)(anchor).kind).toBe('lost');
    expect(anchorPlacer(before)(anchor)).toEqual({
      kind: 'placed',
      start: anchor.start,
      end: anchor.end,
    });
  });

  it('are lost without the number that tells them apart', () => {
    const table = (numbers: readonly number[]) =>
      numbers.map((n) => `The old ferry carried many people in ${n}`).join('\n');
    const words = 'The old ferry carried many people in 1902';
    expect(placedIn(table([1901, 1903, 1904]), table([1901, 1902, 1903, 1904]), words)).toBeNull();
    expect(placedIn(table([1902, 1903, 1904]), table([1901, 1902, 1903, 1904]), words)).toBe(words);
  });
});
