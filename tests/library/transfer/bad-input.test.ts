// What people drop that is not as it should be, tried on every format of the list: each row comes out as an item or as a sentence
// that says why not, and nothing is ever thrown but an error of the closed list.
import { describe, expect, it } from 'vitest';
import { LibraryError } from '#contract/errors.ts';
import type { Found } from '#library/transfer/in/found-item.ts';
import { recogniseFormat } from '#library/transfer/in/recognise-format.ts';
import { jpeg } from '../../support/pictures.ts';
import {
  type Files,
  never,
  open,
  writeFile,
  writeFolder,
  writeZip,
  zipOf,
} from '../../support/transfer/files.ts';
import { readAll } from '../../support/transfer/read-all.ts';
import { record, shown, threeRecords, told } from '../../support/transfer/records.ts';
import type { SampleRecord } from '../../support/transfer/sample.ts';
import { samples } from '../../support/transfer/samples.ts';

const textsOf = (files: Files): [string, string][] =>
  Object.entries(files).map(([path, content]) => [path, Buffer.from(content as string).toString()]);

const mapFiles = (files: Files, change: (content: string) => string | Uint8Array): Files =>
  Object.fromEntries(textsOf(files).map(([path, content]) => [path, change(content)]));

const dates = {
  number: [
    [1_684_913_346, 1_684_913_346_000],
    [1_684_913_346_000, 1_684_913_346_000],
    [1_684_913_346_000_000, 1_684_913_346_000],
    [-86_400, -86_400_000],
    [-86_400_000_000, -86_400_000_000],
    [-86_400_000_000_000, -86_400_000_000],
    [4_102_444_800, 4_102_444_800_000],
    [4_102_444_800_000, 4_102_444_800_000],
  ],
  date: [
    [1_684_913_346, 1_684_913_346_000],
    [-86_400, -86_400_000],
    [4_102_444_800, 4_102_444_800_000],
  ],
  none: [[1_684_913_346, null]],
} as const;

describe.each(samples)('$id', (sample) => {
  const { id, write, moments, table, joins = false } = sample;
  const [[name] = ['']] = Object.entries(write(threeRecords));
  const wanted = (records: readonly SampleRecord[]): unknown[] => told(sample, records);
  const readFolder = async (files: Files): Promise<Found[]> =>
    readAll(id, await open(writeFolder(files)));
  const recognised = async (path: string): Promise<string[]> =>
    (await recogniseFormat(await open(path), never)).fitting.map((format) => format.id);

  it('gives what is in it', async () => {
    expect(shown(await readFolder(write(threeRecords)))).toEqual(wanted(threeRecords));
    expect(await recognised(writeFolder(write(threeRecords)))).toContain(id);
  });

  it('finds nothing in empty files', async () => {
    const empty = mapFiles(write(threeRecords), () => '');
    for (const write of [writeFolder, writeZip]) {
      const found = await readAll(id, await open(write(empty)));
      expect(found.filter((one) => 'item' in one)).toEqual([]);
      expect(await recognised(write(empty))).not.toContain(id);
    }
  });

  it('is cut at every tenth of its length', async () => {
    const whole = await readFolder(write(threeRecords));
    const [[path, content] = ['', '']] = textsOf(write(threeRecords));
    const isOneFile = Object.keys(write(threeRecords)).length === 1;
    for (let tenth = 1; tenth < 10; tenth++) {
      const cut = content.slice(0, Math.floor((content.length * tenth) / 10));
      const source = await open(writeFolder({ [path]: cut }));
      await recogniseFormat(source, never);
      const found = await readAll(id, source);
      const items = found.flatMap((one) => ('item' in one ? [one] : []));
      // The last of a text may be a part of what it was. Where each article is a file, only the first is cut.
      const sound = isOneFile ? Math.max(0, items.length - 1) : 0;
      expect(shown(items.slice(0, sound))).toEqual(shown(whole.slice(0, sound)));
      expect(items.length).toBeLessThanOrEqual(whole.length);
    }
  });

  it('lies in a zip that is cut at every tenth of its length', async () => {
    const bytes = zipOf(sample.files);
    for (let tenth = 1; tenth < 10; tenth++) {
      const cut = bytes.subarray(0, Math.floor((bytes.length * tenth) / 10));
      const opened = await open(writeFile('export.zip', cut)).catch((error: unknown) => error);
      expect(opened).toBeInstanceOf(LibraryError);
      expect(opened).toMatchObject({ code: 'invalid_input' });
    }
  });

  it('begins with a byte order mark', async () => {
    const marked = mapFiles(write(threeRecords), (content) => `\ufeff${content}`);
    expect(shown(await readFolder(marked))).toEqual(wanted(threeRecords));
    expect(await recognised(writeFolder(marked))).toContain(id);
  });

  it('has the line ends of Windows', async () => {
    const windows = mapFiles(write(threeRecords), (content) => content.replaceAll('\n', '\r\n'));
    expect(shown(await readFolder(windows))).toEqual(wanted(threeRecords));
    expect(await recognised(writeFolder(windows))).toContain(id);
  });

  it('has a title of 10 MB, and one of 3,000 characters', async () => {
    const large = record(2, { title: 'x'.repeat(10_000_000) });
    const records = [record(1), large, record(3, { title: 'y'.repeat(3000) })];
    const found = shown(await readFolder(write(records)));
    expect(found).toHaveLength(3);
    expect([found[0], found[2]]).toEqual(wanted(records.filter((one) => one !== large)));
    // Of that much a format may keep a part, or say that it is too much; a table has it as it is.
    const kept = table ? wanted([large]) : [found[1]];
    expect([found[1]]).toEqual(kept);
  });

  it('has rows twice', async () => {
    const twice = [record(1), record(1), record(2)];
    const found = shown(await readFolder(write(twice)));
    expect(found).toEqual(wanted(joins ? twice.slice(1) : twice));
  });

  it('has addresses that are none', async () => {
    // A list of addresses that has few of them is none.
    const fine = Array.from({ length: 20 }, (_, at) => record(10 + at));
    const odd = [
      'javascript:alert(1)',
      'data:text/html,<script>1</script>',
      'http://',
      'x'.repeat(9000),
    ];
    const records = [...fine, ...odd.map((url, at) => record(at, { url })), record(99)];
    const found = await readFolder(write(records));
    // None is dropped without a word; who takes them in judges them.
    expect(found).toHaveLength(records.length);
    expect(shown(found).at(-1)).toEqual(wanted([record(99)])[0]);
  });

  it('has dates in every unit, before 1970 and in 2100', async () => {
    const records = dates[moments].map(([moment], at) => record(at, { moment }));
    const found = await readFolder(write(records));
    expect(found.map((one) => ('item' in one ? one.item.savedAt : one))).toEqual(
      dates[moments].map(([, savedAt]) => savedAt),
    );
  });

  it('has an entity that grows a thousandfold', async () => {
    const levels = Array.from(
      { length: 9 },
      (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
    );
    const bomb = `<!DOCTYPE l [<!ENTITY l0 "lol">${levels.join('')}]>`;
    const files = mapFiles(write([record(1, { title: 'QUINCUNX' }), record(2)]), (content) =>
      (content.includes('<!DOCTYPE')
        ? content.replace(/<!DOCTYPE[^>]*>/i, bomb)
        : `${bomb}\n${content}`
      ).replace('QUINCUNX', '&l9;'),
    );
    const found = await readFolder(files);
    expect(JSON.stringify(found).length).toBeLessThan(20_000);
  });

  it('is a picture under its name', async () => {
    const path = writeFile(name.slice(name.lastIndexOf('/') + 1), new Uint8Array(jpeg(320, 240)));
    expect(await recognised(path)).toEqual([]);
    const found = await readAll(id, await open(path));
    expect(found.filter((one) => 'item' in one)).toEqual([]);
  });

  it('lies in a zip in the zip, or under names that lead out', async () => {
    const nested = await open(writeZip({ 'export.zip': zipOf(write(threeRecords)) }));
    expect(nested.refused).toMatchObject([{ problem: { code: 'unsupported_type' } }]);
    expect((await recogniseFormat(nested, never)).fitting).toEqual([]);
    const outside = Object.fromEntries(
      textsOf(write(threeRecords)).map(([path, content]) => [`../../${path}`, content]),
    );
    const source = await open(writeZip(outside));
    expect(source.refused).toHaveLength(Object.keys(outside).length);
    expect(source.entries).toEqual([]);
    expect(await recognised(writeZip(write(threeRecords)))).not.toEqual([]);
  });
});
