// Writes an export to where it is to lie, in the shape that its format and its path ask for.
import { stat } from 'node:fs/promises';
import type { FormatWriter } from './export-format.ts';
import type { ExportWork } from './export-work.ts';
import { type Place, putInPlace } from './in-place.ts';
import { openFileWriter } from './sink/file-writer.ts';
import { folderWriter } from './sink/folder-writer.ts';
import { zipWriter } from './sink/zip-writer.ts';

/** @returns how many bytes it takes. @throws as putInPlace */
export function writeExport(
  work: ExportWork,
  format: FormatWriter,
  place: Omit<Place, 'isFolder'>,
): Promise<number> {
  const isFolder = format.shape === 'folder' && !/\.zip$/i.test(place.path);
  return putInPlace({ ...place, isFolder }, async (part) => {
    if (format.shape === 'folder' && isFolder) {
      const folder = folderWriter(part);
      await format.write(work, folder);
      await folder.finish();
      return folder.bytes();
    }
    await writeFile(work, format, part);
    return (await stat(part)).size;
  });
}

async function writeFile(work: ExportWork, format: FormatWriter, part: string): Promise<void> {
  const file = await openFileWriter(part);
  try {
    if (format.shape === 'file') await format.write(work, file);
    else {
      const zip = zipWriter(file);
      await format.write(work, zip);
      await zip.finish();
    }
  } catch (error) {
    await file.abandon();
    throw error;
  }
  await file.close();
}
