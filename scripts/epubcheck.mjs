// Finds epubcheck, by which the books that we write are checked; getEpubcheck() also installs it where it can.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installOnDebian } from './debian.mjs';

/** @returns {string | undefined} path of an epubcheck that is already here */
export function findEpubcheck() {
  if (process.env.LECTERN_EPUBCHECK) return process.env.LECTERN_EPUBCHECK;
  const dirs = (process.env.PATH ?? '').split(delimiter);
  return dirs.map((dir) => join(dir, 'epubcheck')).find((file) => existsSync(file));
}

/** @returns {Promise<string | undefined>} the same, installed now if need be and possible */
export async function getEpubcheck() {
  const found = findEpubcheck();
  if (found || !(await installOnDebian('epubcheck'))) return found;
  return findEpubcheck();
}
