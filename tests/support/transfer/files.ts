// Sources for imports, made in a folder that goes when the test is over.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { onTestFinished } from 'vitest';
import { openSource, type Source } from '#library/transfer/source/source.ts';
import { tempDir } from '../temp-dir.ts';

/** By path, with `/`. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export const never = new AbortController().signal;

/** @returns the path of a folder with these files */
export function writeFolder(files: Files): string {
  const folder = join(tempDir(), 'export');
  mkdirSync(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

export function writeZip(files: Files): string {
  return writeFile('export.zip', zipOf(files));
}

export const zipOf = (files: Files): Uint8Array => {
  const packed: Zippable = {};
  for (const [path, content] of Object.entries(files))
    packed[path] = new Uint8Array(Buffer.from(content as string));
  return zipSync(packed, { level: 6 });
};

export function writeFile(name: string, content: string | Uint8Array): string {
  const path = join(tempDir(), name);
  writeFileSync(path, content);
  return path;
}

/** Closed with the test. */
export async function open(path: string): Promise<Source> {
  const source = await openSource(path, never);
  onTestFinished(() => source.close());
  return source;
}
