// Every format is recognised among all, and everything that its file says is found.
import { describe, expect, it } from 'vitest';
import { formats } from '#library/transfer/in/formats/list.ts';
import { recogniseFormat } from '#library/transfer/in/recognise-format.ts';
import type { Source } from '#library/transfer/source/source.ts';
import { never, open, writeFile, writeFolder, writeZip } from '../../../support/transfer/files.ts';
import { itemsOf, plain } from '../../../support/transfer/read-all.ts';
import { samples } from '../../../support/transfer/samples.ts';

it('has a sample of each format, in the same order', () => {
  expect(samples.map(({ id }) => id)).toEqual(formats.map(({ id }) => id));
});

/** The source, and how many of its entries somebody is reading. */
function watched(source: Source): { source: Source; reading: () => number } {
  let count = 0;
  const entries = source.entries.map((entry) => {
    const watching = Object.create(entry, {
      head: { value: () => entry.head() },
      bytes: { value: (...given: Parameters<typeof entry.bytes>) => entry.bytes(...given) },
      stream: {
        async *value(signal: AbortSignal) {
          count++;
          try {
            yield* entry.stream(signal);
          } finally {
            count--;
          }
        },
      },
    });
    return watching;
  });
  return { source: { ...source, entries }, reading: () => count };
}

/** As an import that is stopped behind the first that it finds. @returns how many entries were being read then, and after it */
async function stopAtFirst(id: string, source: Source): Promise<[number, number]> {
  const { source: its, reading } = watched(source);
  let then = 0;
  for await (const _ of formats.find((one) => one.id === id)?.read(its, never) ?? []) {
    then = reading();
    break;
  }
  return [then, reading()];
}

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

  it('lets go of its files where an import is stopped', async () => {
    const [, after] = await stopAtFirst(id, await open(writeFolder(files)));
    expect(after).toBe(0);
  });
});

it('is stopped in the middle of a file that is read piece by piece', async () => {
  const many = samples.map(async ({ id, files }) => [
    id,
    (await stopAtFirst(id, await open(writeFolder(files))))[0],
  ]);
  expect(Object.fromEntries(await Promise.all(many))).toMatchObject({
    'evernote-enex': 1,
    'netscape-html': 1,
    'url-list': 1,
  });
});
