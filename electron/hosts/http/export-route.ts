// GET /export/NAME: hands over a file that the library made for this window, and removes it once it was sent.
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { ExportFile } from '#contract/types/export.ts';
import { exportPath } from '../export-path.ts';
import { notFound } from './refusal.ts';

/** @throws Refusal 404 */
export async function exportResponse(libraryDir: string, name: string): Promise<Response> {
  const file = ExportFile.safeParse(name);
  if (!file.success) throw notFound();
  const path = exportPath(libraryDir, file.data);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw notFound();
  const bytes = createReadStream(path);
  // Read to its end; who gives up on the way may ask again.
  bytes.once('end', () => void rm(path, { force: true }).catch(() => undefined));
  return new Response(Readable.toWeb(bytes) as ReadableStream, {
    headers: {
      // Never shown: whatever is in it, a browser saves it.
      'content-type': 'application/octet-stream',
      // Under the name that the window gives it.
      'content-disposition': 'attachment',
      'content-length': String(found.size),
    },
  });
}
