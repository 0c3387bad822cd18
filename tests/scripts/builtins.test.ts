// Node's own modules in a build: taken one by one, without an import that would load all of what they export.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { builtinsOneByOne } from '../../scripts/builtins.mjs';
import { tempDir } from '../support/temp-dir.ts';

const SOURCE = `
import { setTimeout as wait } from 'node:timers/promises';
import path, { join } from 'node:path';
import * as url from 'node:url';
import 'node:fs';
await wait(0);
export const found = [join('a', 'b') === path.join('a', 'b'), typeof url.pathToFileURL];
`;

/** Prints whether zlib was loaded: before any of its functions is called, and after. */
const LATER = `
import { createInflate, crc32, deflateRawSync as pack, inflateRawSync } from 'node:zlib';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { Worker } from 'node:worker_threads';
const deflated = promisify(deflate);
const isLoaded = () => process.moduleLoadList.includes('NativeModule zlib');
const before = isLoaded();
const text = inflateRawSync(pack('a text'), { maxOutputLength: 9 }).toString();
const worker = new Worker('', { eval: true });
const made = [text, crc32('a') > 0, createInflate().writable, (await deflated('a')).length > 0, worker.threadId > 0];
console.log(JSON.stringify([before, isLoaded(), ...made]));
`;
/** What is no function has to be there at once. */
const AT_ONCE = `
import { constants, deflateSync } from 'node:zlib';
console.log(JSON.stringify([process.moduleLoadList.includes('NativeModule zlib'), constants.Z_SYNC_FLUSH, deflateSync('').length > 0]));
`;

async function built(
  plugins: ReturnType<typeof builtinsOneByOne>[],
  source = SOURCE,
): Promise<string> {
  const { build } = await import('vite');
  const dir = tempDir();
  writeFileSync(join(dir, 'entry.mjs'), source);
  await build({
    configFile: false,
    root: dir,
    logLevel: 'error',
    plugins,
    build: {
      ssr: join(dir, 'entry.mjs'),
      outDir: join(dir, 'out'),
      target: 'node20.18',
      rolldownOptions: { output: { entryFileNames: 'entry.mjs' } },
    },
  });
  return join(dir, 'out', 'entry.mjs');
}
const importsOf = (file: string) => readFileSync(file, 'utf8').match(/from ["']node:\w+/g) ?? [];

test('what is imported of them is there, by whatever name, and nothing is imported', async () => {
  const file = await built([builtinsOneByOne()]);
  expect(importsOf(file)).toEqual([]);
  const { found } = await import(pathToFileURL(file).href);
  expect(found).toEqual([true, 'function']);
  // As it is without.
  expect(importsOf(await built([])).length).toBeGreaterThan(2);
});

const printed = async (source: string) => {
  const file = await built([builtinsOneByOne()], source);
  return JSON.parse(execFileSync(process.execPath, [file], { encoding: 'utf8' }));
};

test('what takes long to load waits until one of its functions or classes is called', async () => {
  expect(await printed(LATER)).toEqual([false, true, 'a text', true, true, true, true]);
});

test('nothing waits where something else than a function is taken', async () => {
  expect(await printed(AT_ONCE)).toEqual([true, 2, true]);
});
