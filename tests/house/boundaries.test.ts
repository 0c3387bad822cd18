// Proves that the import boundaries bite: violations planted in a copy of the tree's shape must all be found, and
// imports that are allowed must not be.
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

const refused: Record<string, string> = {
  'electron/contract/bad-library.ts': `export type { Ports } from '../library/ports.ts';`,
  'electron/contract/bad-alias.ts': `export { openLibrary } from '#library/open-library.ts';`,
  'electron/contract/bad-node.ts': `import { join } from 'node:path';\nexport const a = join;`,
  'electron/contract/bad-console.ts': `console.log('heard');`,
  'electron/library/bad-electron.ts': `import { app } from 'electron';\nexport const a = app;`,
  'electron/library/bad-electron-type.ts': `import type { App } from 'electron';\nexport type A = App;`,
  'electron/library/bad-host.ts': `export { run } from '../hosts/cli.ts';`,
  'electron/library/bad-host-alias.ts': `export { run } from '#hosts/cli.ts';`,
  'electron/library/search/bad-host.ts': `export const load = () => import('../../hosts/cli.ts');`,
  'electron/library/bad-clock.ts': `export const now = () => Date.now();`,
  'electron/library/bad-env.ts': `export const home = process.env['HOME'];`,
  'electron/hosts/bad-electron.ts': `import { net } from 'electron';\nexport const a = net;`,
  'electron/hosts/bad-back-door.ts': `import { openWriter } from '#library/storage/database.ts';\nexport const a = openWriter;`,
  'electron/main/bad-sql.ts': `import Database from 'better-sqlite3';\nexport const a = Database;`,
  'electron/main/bad-back-door.ts': `import { readPage } from '#library/clip/page/read-page.ts';\nexport const a = readPage;`,
  'electron/preload/bad-contract.ts': `import { connect } from '#contract/rpc.ts';\nexport const a = connect;`,
  'renderer/lib/bad-library.ts': `import type { Ports } from '#library/ports.ts';\nexport type A = Ports;`,
  'renderer/lib/bad-node.ts': `import { join } from 'node:path';\nexport const a = join;`,
  'renderer/lib/bad-electron.ts': `import { ipcRenderer } from 'electron';\nexport const a = ipcRenderer;`,
  'renderer/lib/bad-zod.ts': `import { z } from 'zod';\nexport const a = z;`,
  'renderer/lib/bad-schema.ts': `import { Article } from '#contract/types/article.ts';\nexport const a = Article;`,
  'renderer/lib/bad-inner.ts': `export const show = (e: Element) => { e.innerHTML = '<b>'; };`,
  'renderer/features/reader/bad-feature.tsx': `import { tags } from '../tags/tags.tsx';\nexport const a = tags;`,
  'renderer/ui/bad-feature.tsx': `import { tags } from '../features/tags/tags.tsx';\nexport const a = tags;`,
};

const allowed: Record<string, string> = {
  'electron/contract/good.ts': `import { z } from 'zod';\nexport const a = z;`,
  'electron/library/good.ts': `import { LibraryError } from '#contract/errors.ts';\nexport const a = LibraryError;`,
  'electron/hosts/good.ts': `import { openLibrary } from '#library/open-library.ts';\nexport const a = openLibrary;`,
  'electron/hosts/good-process.ts': `import { parentPort } from 'electron';\nexport const a = parentPort;`,
  'electron/main/good.ts': `import { app } from 'electron';\nexport const a = app;`,
  'electron/preload/good.ts': `import { ipcRenderer } from 'electron';\nexport const a = ipcRenderer;`,
  'renderer/lib/good.ts': `import type { Article } from '#contract/types/article.ts';\nexport type A = Article;`,
  'renderer/lib/good-connect.ts': `import { connect } from '#contract/rpc.ts';\nexport const a = connect;`,
  'renderer/frame/good-text.ts': `import { ReaderTextWriter } from '#contract/reader-text.ts';\nexport const a = ReaderTextWriter;`,
  'renderer/features/reader/good.tsx': `import { a } from '../../ui/button.tsx';\nexport const b = a;`,
};

let tree: string;
let findings: string;

/** The linters exit with an error when they find something: what they print is what counts. */
const print = (command: string, args: string[]) =>
  new Promise<string>((done) => {
    execFile(
      join(root, 'node_modules/.bin', command),
      args,
      { cwd: tree, maxBuffer: 64 << 20 },
      (_, out, err) => done(out + err),
    );
  });

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'lectern-boundaries-'));
  for (const config of ['biome.json', '.oxlintrc.json', 'package.json']) {
    await cp(join(root, config), join(tree, config));
  }
  await symlink(join(root, 'node_modules'), join(tree, 'node_modules'));
  for (const [path, source] of Object.entries({ ...refused, ...allowed })) {
    await mkdir(dirname(join(tree, path)), { recursive: true });
    await writeFile(join(tree, path), `${source}\n`);
  }
  const biome = ['lint', '--vcs-enabled=false', '--max-diagnostics=none', 'electron', 'renderer'];
  findings =
    (await print('biome', biome)) +
    (await print('oxlint', ['--format=unix', 'electron', 'renderer']));
}, 60_000);

afterAll(() => rm(tree, { recursive: true, force: true }));

const isFound = (path: string) => findings.includes(path);

test('every planted violation is found', () => {
  expect(Object.keys(refused).filter((path) => !isFound(path))).toEqual([]);
});

test('nothing that is allowed is found', () => {
  expect(Object.keys(allowed).filter(isFound)).toEqual([]);
});
