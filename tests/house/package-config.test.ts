// The packaging configuration is valid by electron-builder's own schema, and a broken one is noticed.
import { readFileSync } from 'node:fs';
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
