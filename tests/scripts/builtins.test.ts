// Node's own modules in a build: taken one by one, without an import that would load all of what they export.
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

async function built(plugins: ReturnType<typeof builtinsOneByOne>[]): Promise<string> {
  const { build } = await import('vite');
  const dir = tempDir();
  writeFileSync(join(dir, 'entry.mjs'), SOURCE);
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
