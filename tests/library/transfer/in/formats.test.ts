// Every format is recognised among all, and everything that its file says is found.
import { describe, expect, it } from 'vitest';
import { formats } from '#library/transfer/in/formats/list.ts';
import { recogniseFormat } from '#library/transfer/in/recognise-format.ts';
import { never, open, writeFile, writeFolder, writeZip } from '../../../support/transfer/files.ts';
import { itemsOf, plain } from '../../../support/transfer/read-all.ts';
import { samples } from '../../../support/transfer/samples.ts';

it('has a sample of each format, in the same order', () => {
  expect(samples.map(({ id }) => id)).toEqual(formats.map(({ id }) => id));
});

describe.each(samples)('$id', ({ id, files, found, write }) => {
  it.each([
    ['a zip', writeZip],
    ['a folder', writeFolder],
  ])('is told from all others and read whole, from %s', async (_, make) => {
    const source = await open(make(files));
    const { fitting, isClear } = await recogniseFormat(source, never);
    expect([fitting[0]?.id, isClear]).toEqual([id, true]);
    expect(await itemsOf(id, source)).toEqual(found.map(plain));
  });

  it('is recognised by one file of it, whatever it is called', async () => {
    const [[, content] = ['', '']] = Object.entries(
      write([{ url: 'https://a.example/', title: 'A', moment: 1_684_913_346 }]),
    );
    const source = await open(writeFile('download.bin', content));
    expect((await recogniseFormat(source, never)).fitting.map((format) => format.id)).toContain(id);
    expect(await itemsOf(id, source)).toHaveLength(1);
  });
});
