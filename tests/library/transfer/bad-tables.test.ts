// Tables that are not as they should be, tried on every format that is one: columns are found by their names whatever stands between
// them, and a broken row costs itself alone.
import { describe, expect, it } from 'vitest';
import { recogniseFormat } from '#library/transfer/in/recognise-format.ts';
import { csv } from '../../support/transfer/csv.ts';
import { never, open, writeFile } from '../../support/transfer/files.ts';
import { readAll } from '../../support/transfer/read-all.ts';
import { shown, threeRecords, told } from '../../support/transfer/records.ts';
import { samples } from '../../support/transfer/samples.ts';

const tables = samples.flatMap((sample) =>
  sample.table ? [{ id: sample.id, sample, table: sample.table }] : [],
);

describe.each(tables)('$id', ({ id, sample, table }) => {
  const { columns, needed, row } = table;
  const rows = [columns, ...threeRecords.map(row)];
  const wanted = told(sample, threeRecords);
  const read = async (text: string | Uint8Array) => {
    const path = writeFile('export.csv', text);
    return {
      found: shown(await readAll(id, await open(path))),
      recognised: (await recogniseFormat(await open(path), never)).fitting.some(
        (one) => one.id === id,
      ),
    };
  };

  it.each([';', '\t', '|'])('has “%s” between its cells', async (delimiter) => {
    const written = csv(rows, delimiter);
    expect(await read(written)).toEqual({ found: wanted, recognised: true });
    expect(await read(`sep=${delimiter}\r\n${written}`)).toEqual({
      found: wanted,
      recognised: true,
    });
  });

  it('has its columns in another order, further ones, and other capitals', async () => {
    const turned = rows.map((cells, at) => ['extra', ...cells, `${at}`].reverse());
    expect(await read(csv(turned))).toEqual({ found: wanted, recognised: true });
    const loud = rows.map((cells, at) =>
      at === 0 ? cells.map((cell) => ` ${cell.toUpperCase()} `) : cells,
    );
    expect(await read(csv(loud))).toEqual({ found: wanted, recognised: true });
  });

  it.each(columns.map((column) => [column]))('has no column “%s”', async (column) => {
    const at = columns.indexOf(column);
    const { found, recognised } = await read(csv(rows.map((cells) => cells.toSpliced(at, 1))));
    const isKnown = !needed.includes(column.toLowerCase());
    // Otherwise the file itself is told of.
    expect([recognised, found.length]).toEqual([isKnown, isKnown ? 3 : 1]);
  });

  it('has rows that are shorter and longer than its head', async () => {
    const odd = [
      columns,
      ...threeRecords.map((one, at) =>
        at === 1 ? row(one).slice(0, 1) : [...row(one), 'more', 'cells'],
      ),
    ];
    const { found } = await read(csv(odd));
    expect(found).toHaveLength(3);
    expect([found[0], found[2]]).toEqual([wanted[0], wanted[2]]);
  });

  it('has titles over several lines, and blank lines', async () => {
    const records = threeRecords.map((one) => ({
      ...one,
      title: `${one.title}\r\n"second", line;\n\tthird|`,
    }));
    const written = csv([columns, ...records.map(row)]).replaceAll('\nhttps', '\n\n\nhttps');
    expect(await read(written)).toEqual({ found: told(sample, records), recognised: true });
  });

  it('loses the one row whose quote is never closed', async () => {
    const plain = threeRecords.map((one) => row({ ...one, title: `Tides ${one.url.at(-1)}` }));
    const [head = '', first = '', , last = ''] = csv([columns, ...plain]).split('\n');
    const open = `"${first}`;
    const { found } = await read([head, open, first, last, ''].join('\n'));
    const problem = expect.objectContaining({ code: 'invalid_input' });
    expect(found[0]).toEqual({ problem: { place: 'export.csv, row 2', problem } });
    expect(found).toHaveLength(3);
  });

  it('is in UTF-16, and has line ends of old Macs', async () => {
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${csv(rows)}`, 'utf16le'));
    expect(await read(utf16)).toEqual({ found: wanted, recognised: true });
    expect(await read(csv(rows).replaceAll('\n', '\r'))).toEqual({
      found: wanted,
      recognised: true,
    });
  });

  it('says of a last row that is cut off that it is', async () => {
    const text = csv(rows).trimEnd();
    const { found } = await read(text.slice(0, text.lastIndexOf(',')));
    expect(found).toContainEqual({
      problem: {
        place: 'export.csv, row 4',
        problem: expect.objectContaining({ code: 'invalid_input' }),
      },
    });
  });
});
