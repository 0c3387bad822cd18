// Zips with more files than a plain one can hold, read again by our own reader.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFileWriter } from '#library/transfer/out/sink/file-writer.ts';
import { zipWriter } from '#library/transfer/out/sink/zip-writer.ts';
import { tempDir } from '../../../../support/temp-dir.ts';
import { never, open } from '../../../../support/transfer/files.ts';

/** A plain one ends at 65,535. */
const FILES = 66_000;

test('a zip of more than 65,535 files is read again whole, one that was written in pieces among them', async () => {
  const path = join(tempDir(), 'many.zip');
  const file = await openFileWriter(path);
  const zip = zipWriter(file);
  const piece = await zip.open('pieces.txt');
  for (let at = 0; at < 3000; at++) await piece.write(`line ${at}\n`);
  await piece.close();
  for (let at = 0; at < FILES; at++) await zip.put(`files/${at}.txt`, `file ${at}`);
  await zip.finish();
  await file.close();

  const source = await open(path);
  expect(source.entries).toHaveLength(FILES + 1);
  expect(source.refused).toEqual([]);
  const textOf = async (name: string) => {
    const entry = source.entries.find((one) => one.path === name);
    return Buffer.from((await entry?.bytes(100_000, never)) ?? []).toString();
  };
  expect(await textOf(`files/${FILES - 1}.txt`)).toBe(`file ${FILES - 1}`);
  expect((await textOf('pieces.txt')).split('\n')).toHaveLength(3001);
});
