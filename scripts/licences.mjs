// Collects, while the app is built, which packages come to be in it and under which licences: what the page “About” shows. A
// licence that asks more of whoever passes Lectern on than MIT does fails tests/house/licences.test.ts.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './ensure.mjs';

const modules = join(root, 'node_modules');

/** What a bundle does not show: the program around it, the addon, pdfjs (scripts/slim.mjs), and what is among the tables of CSS. */
const BESIDE = ['electron', 'better-sqlite3', 'pdfjs-dist'];

/** Licences that may be passed on with a program under MIT. */
const FITTING = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Unlicense',
]);

/** @param {string} expression of SPDX, without “WITH” */
export function fitsMit(expression) {
  const plain = expression.replace(/[()]/g, '').trim();
  return plain
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((licence) => FITTING.has(licence)));
}

/** Folders of packages. One build after the other adds its own: they run in this process. */
const folders = new Set();

/** @returns {import('vite').Plugin} */
export const notePackages = () => ({
  name: 'lectern:note-packages',
  buildEnd() {
    for (const id of this.getModuleIds()) {
      const [, folder] = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/?]+)\//.exec(id) ?? [];
      if (folder && existsSync(join(folder, 'package.json'))) folders.add(folder);
    }
  },
});

const MARK = 'lectern:licences';

/** What the window imports; empty until all is built. @returns {import('vite').Plugin} */
export const licencesModule = () => ({
  name: 'lectern:licences',
  resolveId: (source) => (source === 'virtual:licences' ? `\0${source}` : null),
  load(id) {
    if (id !== '\0virtual:licences') return null;
    const { version } = readJson(join(root, 'package.json'));
    const about = { version, mark: MARK, packages: [], texts: [] };
    return `export default JSON.parse(${JSON.stringify(JSON.stringify(about))});`;
  },
});

/** Puts the list where the window expects it, once everything is built. */
export function writeLicences() {
  const assets = join(root, 'out/renderer/assets');
  const name = readdirSync(assets).find(
    (file) => file.endsWith('.js') && readFileSync(join(assets, file), 'utf8').includes(MARK),
  );
  if (!name) throw new Error('The window imports no list of licences.');
  const { version } = readJson(join(root, 'package.json'));
  const about = JSON.stringify({ version, ...collected() });
  writeFileSync(join(assets, name), `export default JSON.parse(${JSON.stringify(about)});\n`);
  writeFileSync(join(root, 'out/licences.json'), about);
}

/** By name; texts that several packages share are there once. */
function collected() {
  const fonts = readdirSync(join(modules, '@fontsource-variable')).map(
    (name) => `@fontsource-variable/${name}`,
  );
  for (const name of [...BESIDE, ...fonts]) folders.add(join(modules, name));
  const texts = [];
  const packages = [...folders].map((folder) => {
    const { name, version, license, licenses } = readJson(join(folder, 'package.json'));
    const licence =
      license?.type ?? license ?? licenses?.map(({ type }) => type).join(' OR ') ?? '';
    const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
    if (!texts.includes(text)) texts.push(text);
    return { name, version, licence, text: texts.indexOf(text) };
  });
  const once = new Map(packages.map((one) => [`${one.name} ${one.version}`, one]));
  return { packages: [...once.values()].sort((a, b) => (a.name < b.name ? -1 : 1)), texts };
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
