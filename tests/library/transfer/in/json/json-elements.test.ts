// Elements of JSON files, however the bytes arrive and wherever the file ends.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonElements } from '#library/transfer/in/json/json-elements.ts';

async function* inPieces(source: string, size: number) {
  const bytes = new TextEncoder().encode(source);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const read = async (
  source: string,
  options: Parameters<typeof jsonElements>[1],
  size = 7,
): Promise<unknown[]> => {
  const found: unknown[] = [];
  for await (const element of jsonElements(inPieces(source, size), options)) {
    found.push('value' in element ? element.value : element.problem.message);
  }
  return found;
};

test('whatever an array holds comes out as it went in, in pieces of any size', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue()),
      fc.integer({ min: 1, max: 40 }),
      fc.boolean(),
      async (values, size, isWide) => {
        const source = JSON.stringify(
          { a: [1, [2]], b: { list: 0 }, list: values, c: '[' },
          null,
          isWide ? 2 : 0,
        );
        expect(await read(source, { path: ['list'] }, size)).toEqual(JSON.parse(source).list);
        expect(await read(JSON.stringify(values), { path: [] }, size)).toEqual(
          JSON.parse(JSON.stringify(values)),
        );
      },
    ),
    { numRuns: 200 },
  );
});

test('arrays inside the elements of another array are found, with the number of the outer element', async () => {
  const source = JSON.stringify({
    user: { links: [9] },
    shelves: [
      { name: 'a', links: [1, 2] },
      { name: 'b' },
      { name: 'c', links: [3], more: { links: [8] } },
    ],
  });
  const found: unknown[] = [];
  for await (const { within, ...one } of jsonElements(inPieces(source, 5), {
    path: ['shelves', '*', 'links'],
  })) {
    found.push([within, one]);
  }
  expect(found).toEqual([
    [[0], { at: 1, value: 1 }],
    [[0], { at: 2, value: 2 }],
    [[2], { at: 1, value: 3 }],
  ]);
  expect(await read(source, { path: ['shelves'], shallow: true })).toEqual([
    { name: 'a', links: [] },
    { name: 'b' },
    { name: 'c', links: [], more: { links: [] } },
  ]);
});

test('a broken element costs itself alone', async () => {
  expect(await read('[{"a":1}, {"a":nope}, {"a":"3 ] } , \\""}]', { path: [] })).toEqual([
    { a: 1 },
    'This entry is not valid JSON.',
    { a: '3 ] } , "' },
  ]);
});

test('a file that ends too early gives what it holds, and says so', async () => {
  const whole = '\ufeff[{"a":1},{"a":2},{"a":3}]';
  expect(await read(whole, { path: [] })).toEqual([{ a: 1 }, { a: 2 }, { a: 3 }]);
  const cut = 'The file ends in the middle: what follows is missing.';
  for (const [length, ...found] of [
    [0, cut],
    [4, cut],
    [12, { a: 1 }, cut],
    [whole.length - 1, { a: 1 }, { a: 2 }, cut],
  ] as const) {
    expect(await read(whole.slice(0, length), { path: [] })).toEqual(found);
  }
  expect(await read('this is no JSON', { path: [] })).toEqual([cut]);
  expect(await read('{"other":[]}', { path: ['list'] })).toEqual([]);
});
