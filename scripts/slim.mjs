// Vite plugins that leave out of the build what nothing runs, and put in once what two sides use: what is built is what a
// person downloads.
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { root } from './ensure.mjs';

const modules = join(root, 'node_modules');

/** All of them, for what runs outside the window. @returns {import('vite').Plugin[]} */
export const slim = () => [
  packedNgrams(),
  pdfTables(),
  sharedPdfjs(),
  onlyUndiciClient(),
  withoutPostcss(),
  onlyOwnFeed(),
  oneYaml(),
];

/** The best quality takes thirty times as long, for a tenth less. */
const pack = (data) => brotliCompressSync(data, { params: { 1: 5 } }); // BROTLI_PARAM_QUALITY

/** The runs of letters by which eld tells languages, as a third of their size. */
function packedNgrams() {
  return {
    name: 'lectern:packed-ngrams',
    async load(id) {
      if (!id.endsWith('/eld/src/ngrams/small.js')) return null;
      const { ngramsData } = await import(id);
      const source = pack(JSON.stringify(ngramsData));
      // Beside the chunk that reads it: all of this build lies in one folder.
      this.emitFile({ type: 'asset', fileName: 'ngrams.json.br', source });
      return `import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
const packed = readFileSync(join(import.meta.dirname, 'ngrams.json.br'));
export const ngramsData = JSON.parse(brotliDecompressSync(packed));`;
    },
  };
}

/**
 * What runs the scripts of a PDF, which nothing does here, what stands in where there is no WebAssembly, and tables for text in
 * UTF-8: of those that a PDF may name without bringing them along, the standard has none, and no other table builds on them.
 */
const UNUSED_TABLE = /quickjs|_nowasm_|-UTF8-/i;

/** Packs what pdfjs needs for fonts that a PDF names without bringing them along, and for two kinds of pictures. */
function pdfTables() {
  return {
    name: 'lectern:pdf-tables',
    async closeBundle() {
      await rm(join(root, 'out/pdf'), { recursive: true, force: true });
      for (const folder of ['cmaps', 'standard_fonts', 'wasm']) {
        const from = join(modules, 'pdfjs-dist', folder);
        const to = join(root, 'out/pdf', folder);
        await mkdir(to, { recursive: true });
        for (const name of await readdir(from)) {
          if (UNUSED_TABLE.test(name)) continue;
          await writeFile(join(to, `${name}.br`), pack(await readFile(join(from, name))));
        }
      }
    },
  };
}

/** What draws a PDF and what reads one is the same; pdfjs says under which names it comes minified. */
const PDFJS = { 'pdf.mjs': 'pdf', 'pdf.worker.mjs': 'pdf-worker' };
export const PDFJS_BUILD = 'pdfjs-dist/legacy/build/';

function sharedPdfjs() {
  return {
    name: 'lectern:shared-pdfjs',
    enforce: 'pre',
    resolveId(source) {
      if (!source.startsWith(PDFJS_BUILD)) return null;
      const name = PDFJS[source.slice(PDFJS_BUILD.length)];
      // Seen from out/main, where all files of this build lie.
      return { id: `../renderer/frame/${name}.js`, external: true };
    },
  };
}

/** Into the folder of the frames' scripts, once the window's build has emptied it. */
export async function copyPdfjs() {
  for (const [file, name] of Object.entries(PDFJS)) {
    const minified = join(modules, PDFJS_BUILD, file.replace('.mjs', '.min.mjs'));
    await copyFile(minified, join(root, 'out/renderer/frame', `${name}.js`));
  }
}

/** Of undici its client, as its own index puts it together; not the fetch, WebSocket, caches and mocks beside it. */
function onlyUndiciClient() {
  return standIn(
    'undici',
    `import Client from 'undici/lib/dispatcher/client.js';
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js';
import buildConnector from 'undici/lib/core/connect.js';
import api from 'undici/lib/api/index.js';
Object.assign(Dispatcher.prototype, api);
export { buildConnector, Client };`,
  );
}

/** sanitize-html reads style attributes with it, of which we let none through. */
function withoutPostcss() {
  return standIn(
    'postcss',
    `export const parse = () => { throw new Error('Style attributes are not read.'); };`,
  );
}

/** electron-updater reads its feed with a second reader of YAML. */
function oneYaml() {
  return standIn('js-yaml', `export { parse as load } from 'yaml';`);
}

/** Of the places that electron-updater knows, the one that app-update.yml names: files on a server. */
function onlyOwnFeed() {
  return {
    name: 'lectern:only-own-feed',
    load: (id) =>
      id.endsWith('/electron-updater/out/providerFactory.js')
        ? `const { GenericProvider } = require('./providers/GenericProvider');
exports.isUrlProbablySupportMultiRangeRequests = () => true;
exports.createClient = (data, updater, options) => {
  if (data.provider !== 'generic') throw new Error('There is one kind of place for updates.');
  return new GenericProvider(data, updater, { ...options, isUseMultipleRangeRequest: true });
};`
        : null,
  };
}

/** @param {string} name of a package @param {string} code what is built instead of it */
function standIn(name, code) {
  const id = `\0stand-in:${name}`;
  return {
    name: `lectern:only-what-runs-of-${name}`,
    enforce: 'pre',
    resolveId: (source) => (source === name ? id : null),
    load: (wanted) => (wanted === id ? code : null),
  };
}
