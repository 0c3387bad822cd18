// A table says the same wherever the text that comes in is cut in pieces.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRows } from '#library/transfer/in/table/read-rows.ts';
import { csv } from '../../../../support/transfer/csv.ts';
import { inPieces } from '../../../../support/transfer/in-pieces.ts';

type Rows = { number: number; cells: readonly string[]; problem: unknown }[];

async function read(text: string, sizes: readonly number[] = [], delimiter = ','): Promise<Rows> {
  const rows: Rows = [];
  for await (const lot of readRows(inPieces(text, sizes), delimiter)) {
    for (const { number, cells, problem } of lot) rows.push({ number, cells, problem });
  }
  return rows;
}
const cellsOf = async (...given: Parameters<typeof read>) =>
  (await read(...given)).map(({ cells }) => cells);

const cell = fc.string({
  unit: fc.constantFrom('a', 'ß', '"', ',', ';', '\n', '\r', ' '),
  maxLength: 6,
});

describe('rows of a table', () => {
  it('are those that were written, in whatever pieces they come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, fc.constant('end')), { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 20 }),
        fc.constantFrom(',', ';'),
        async (rows, sizes, delimiter) => {
          expect(await cellsOf(csv(rows, delimiter), sizes, delimiter)).toEqual(rows);
        },
      ),
    );
  });

  it.each([
    ['a quote within a cell', 'a"b,c\n', [['a"b', 'c']]],
    ['words behind a closing quote', '"a"b,c\n', [['ab', 'c']]],
    [
      'no line end at the end',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['an empty last cell', 'a,\n', [['a', '']]],
    ['a quoted empty cell', '"",b\n', [['', 'b']]],
    [
      'every line end',
      'a,1\rb,2\r\nc,3\nd,4',
      [
        ['a', '1'],
        ['b', '2'],
        ['c', '3'],
        ['d', '4'],
      ],
    ],
  ])('with %s', async (_, text, rows) => {
    for (const sizes of [[], [1], [2], [3]]) expect(await cellsOf(text, sizes)).toEqual(rows);
  });

  it('count blank lines and not the lines within a cell', async () => {
    expect((await read('a,1\n\n"b\nb",2\nc,3\n')).map(({ number }) => number)).toEqual([1, 3, 4]);
  });

  it('go on in the line after a quote that is never closed', async () => {
    for (const sizes of [[], [1], [5]]) {
      expect(await read('a,1\nb,"2\nc,3\nd,4\n', sizes)).toEqual([
        { number: 1, cells: ['a', '1'], problem: null },
        { number: 2, cells: [], problem: expect.objectContaining({ code: 'invalid_input' }) },
        { number: 3, cells: ['c', '3'], problem: null },
        { number: 4, cells: ['d', '4'], problem: null },
      ]);
    }
  });

  it('hold a cell of 10 MB in pieces as a disk gives them', async () => {
    const large = `${'x'.repeat(5_000_000)}\n"${'y'.repeat(5_000_000)}`;
    const rows = await cellsOf(
      csv([
        ['a', large],
        ['b', '2'],
      ]),
      [65_536],
    );
    expect(rows.map((cells) => cells.map(({ length }) => length))).toEqual([
      [1, large.length],
      [1, 1],
    ]);
  });
});
