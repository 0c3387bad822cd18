// The packaging configuration is valid by electron-builder's own schema, and a broken one is noticed.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);
// An internal path of electron-builder, hence its exact version in package.json.
const { validateConfiguration } = require('app-builder-lib/out/util/config/config.js') as {
  validateConfiguration(config: unknown, log: { isEnabled: boolean; add(): void }): Promise<void>;
};
const yaml = createRequire(require.resolve('app-builder-lib/package.json'))('js-yaml') as {
  load(text: string): Record<string, unknown>;
};

const config = () => yaml.load(readFileSync(join(root, 'electron.builder.yml'), 'utf8'));
const validate = (value: unknown) =>
  validateConfiguration(value, { isEnabled: false, add: () => undefined });

test('electron.builder.yml is valid', async () => {
  await expect(validate(config())).resolves.toBeUndefined();
});

test('an unknown key is refused', async () => {
  await expect(validate({ ...config(), unheardOf: true })).rejects.toThrow(/unheardOf/);
});

test('every form of package is declared', () => {
  const targets = (system: string) =>
    (config()[system] as { target: (string | { target: string; arch: string[] })[] }).target;
  expect(targets('linux')).toEqual(['AppImage', 'deb', 'rpm']);
  expect(targets('mac')).toContainEqual({ target: 'dmg', arch: ['x64', 'arm64'] });
  expect(targets('win')).toMatchObject([{ target: 'nsis' }, { target: 'portable' }]);
});

test('the desktop entry, the metainfo and the configuration name the same types', () => {
  const { mimeTypes } = config().linux as { mimeTypes: string[] };
  const [{ schemes }] = config().protocols as [{ schemes: string[] }];
  const types = [...mimeTypes, ...schemes.map((scheme) => `x-scheme-handler/${scheme}`)];
  const entry = readFileSync(join(root, 'resources/linux/lectern.desktop'), 'utf8');
  expect(entry).toContain(`\nMimeType=${types.join(';')};\n`);
  const metainfo = readFileSync(join(root, 'resources/linux/org.lectern.app.metainfo.xml'), 'utf8');
  const named = [...metainfo.matchAll(/<mediatype>(.+?)<\/mediatype>/g)].map(([, type]) => type);
  expect(named).toEqual(types);
});

test('the metainfo knows this version', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const metainfo = readFileSync(join(root, 'resources/linux/org.lectern.app.metainfo.xml'), 'utf8');
  expect(metainfo).toContain(`<release version="${version}"`);
});

test('there is an icon of every size, as large as it says', () => {
  const folder = join(root, 'resources/icons');
  const sizes = readdirSync(folder).map((name) => {
    const head = readFileSync(join(folder, name));
    expect(`${head.readUInt32BE(16)}x${head.readUInt32BE(20)}.png`).toBe(name);
    return head.readUInt32BE(16);
  });
  expect(sizes.sort((a, b) => a - b)).toEqual([16, 24, 32, 48, 64, 128, 256, 512]);
});
