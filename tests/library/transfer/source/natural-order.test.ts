// The order of names is one order, and that in which a person counts.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { naturally } from '#library/transfer/source/natural-order.ts';

const sorted = (names: readonly string[]): string[] => [...names].sort(naturally);

it('counts digits as numbers', () => {
  const names = ['metadata_0_to_20.json', 'metadata_20_to_40.json', 'metadata_100_to_120.json'];
  expect(sorted([...names].reverse())).toEqual(names);
  const parts = [
    'a',
    'a1',
    'a01',
    'a2',
    'a2b',
    'a10',
    'a99999999999999999998',
    'a99999999999999999999',
    'b',
  ];
  expect(new Set(sorted(parts))).toEqual(new Set(parts));
  expect(sorted(parts).filter((name) => name !== 'a01')).toEqual(
    parts.filter((name) => name !== 'a01'),
  );
});

const name = fc.string({ unit: fc.constantFrom('a', '0', '1', '9', '/', 'é'), maxLength: 5 });

it('is the same wherever one begins', () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 8 }), (names) => {
      const once = sorted(names);
      expect(sorted([...names].reverse())).toEqual(once);
      for (const [at, one] of once.entries()) {
        for (const later of once.slice(at + 1))
          expect(naturally(one, later)).toBeLessThanOrEqual(0);
      }
    }),
  );
});
