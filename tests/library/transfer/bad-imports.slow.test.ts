// What is not as it should be, brought into a library by every format: where nothing can be read the library is what it was before, and
// where something can, the report says of every row what became of it.
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '#contract/errors.ts';
import { failsClean } from '../../support/census.ts';
import { makeContext } from '../../support/make-context.ts';
import { jpeg } from '../../support/pictures.ts';
import {
  type Files,
  writeFile,
  writeFolder,
  writeZip,
  zipOf,
} from '../../support/transfer/files.ts';
import { importWhole, rowsOf } from '../../support/transfer/import-whole.ts';
import { record, threeRecords } from '../../support/transfer/records.ts';
import { samples } from '../../support/transfer/samples.ts';

const picture = new Uint8Array(jpeg(320, 240));
const mapFiles = (files: Files, change: (content: string | Uint8Array) => string): Files =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [path, change(content)]));
const outside = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [`../${path}`, content]));

describe.each(samples)('$id', ({ id, write, says }) => {
  it('leaves the library as it was where nothing can be read', async () => {
    const context = await makeContext();
    const { client } = context;
    const sound = write(threeRecords);
    const [name = ''] = Object.keys(sound);
    const sources: readonly (readonly [path: string, code: ErrorCode, sentence: RegExp])[] = [
      [writeFile('export.zip', zipOf(sound).subarray(0, 100)), 'invalid_input', /damaged/],
      [
        writeZip({ 'export.zip': zipOf(sound) }),
        'unsupported_type',
        /“export\.zip”, which is not opened: take it out/,
      ],
      [writeFolder(mapFiles(sound, () => '')), 'unsupported_type', /nothing that Lectern knows/],
      [
        writeFile(name.replace(/^.*\//, ''), picture),
        'unsupported_type',
        /nothing that Lectern knows/,
      ],
      [
        writeFile('export.bin', new Uint8Array(200_000)),
        'unsupported_type',
        /nothing that Lectern/,
      ],
      [writeZip(outside(sound)), 'unsupported_type', /nothing that Lectern knows/],
    ];
    for (const [path, code, sentence] of sources) {
      await failsClean(context, () => client['imports.plan']({ source: { path } }), code, sentence);
      const wanted = { source: { path }, format: id, fetch: false };
      const start = code === 'invalid_input' ? code : 'nothing_to_read';
      await failsClean(context, () => client['imports.start'](wanted), start, /\.$/);
    }
    const run = await importWhole(client, writeZip(sound));
    expect(run.counts).toMatchObject({ imported: 3, failed: 0 });
  });

  it('says of every row what became of it', async () => {
    const { client } = await makeContext();
    const records = [
      ...threeRecords,
      record(1),
      record(5, { url: 'javascript:alert(1)' }),
      record(6, { title: 'y'.repeat(3000) }),
    ];
    const run = await importWhole(client, writeFolder(write(records)), { format: id });
    const rows = await rowsOf(client, run);
    expect(rows).toHaveLength(run.total);
    expect(run).toMatchObject({ state: 'done', problem: null });
    const { articles } = await client['articles.list']({ list: 'all' });
    expect(
      articles.map(({ url }) => url).filter((url) => url?.startsWith('https:') === false),
    ).toEqual([]);
    expect(Math.max(...articles.map(({ title }) => title.length))).toBeLessThanOrEqual(
      // Its own titles are kept as they are.
      id === 'lectern' ? 3000 : 500,
    );
    // Those of Lectern itself are told apart by their identifiers.
    const isByAddress = says.includes('url') && id !== 'lectern';
    const distinct = isByAddress ? ['1', '2', '3', '6'] : [];
    for (const page of distinct) {
      expect(
        articles.filter(({ url }) => url === `https://tides.example/page/${page}`),
      ).toHaveLength(1);
    }
  });
});
