// Builds main, preload, window and reader frame into out/, and the hosts in plain Node for who starts the program. The command
// line of a checkout and the unit tests run the sources as they are.
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { type Plugin, build as viteBuild } from 'vite';
import { builtinsOneByOne } from './scripts/builtins.mjs';
import { bundledDriver } from './scripts/driver.mjs';
import { licencesModule, notePackages, writeLicences } from './scripts/licences.mjs';
import { localeWithoutCalendars } from './scripts/locale.mjs';
import { copyPdfjs, PDFJS_BUILD, slim } from './scripts/slim.mjs';

const at = (path: string) => resolve(import.meta.dirname, path);

// Older than the pinned Electron on purpose: checks also run in an Electron 33 (Node 20.18, Chromium 130),
// and the web host serves the same window to whatever browser a person has.
const nodeTarget = 'node20.18';
const scriptTarget = 'es2023';
const cssTarget = ['chrome125', 'firefox128', 'safari18'];

export default defineConfig({
  // Everything is bundled but the addon of better-sqlite3.
  main: {
    plugins: [...slim(), bundledDriver(), notePackages(), builtinsOneByOne()],
    build: {
      externalizeDeps: false,
      outDir: 'out/main',
      target: nodeTarget,
      emptyOutDir: true,
      // Read from this machine's disk.
      chunkSizeWarningLimit: 3000,
      rolldownOptions: {
        input: {
          index: at('electron/main/index.ts'),
          'library-process': at('electron/hosts/library-process.ts'),
          'parse-process': at('electron/hosts/parse-process.ts'),
          'capture-process': at('electron/hosts/capture-process.ts'),
          // Plain Node starts these from the build as well: one file is read in a third of the time of hundreds.
          'http-host': at('electron/hosts/http-host.ts'),
          cli: at('electron/hosts/cli.ts'),
          'parse-process-node': at('electron/hosts/parse-process-node.ts'),
          'node-page-worker': at('electron/hosts/node-page-worker.ts'),
          'reader-worker': at('electron/library/reader-worker.ts'),
          'backup-worker': at('electron/library/backups/backup-worker.ts'),
        },
        // Beside the entries: a chunk that names files of the program must lie as deep as they do.
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          // What each start reads, in few files: opening one takes longer than reading it.
          codeSplitting: {
            groups: [
              // What all processes speak by, and nothing else: the shell reads no more of the contract before its window is on its way.
              {
                name: 'wire',
                test: /electron[\\/](?:contract[\\/](?:errors|rpc)|hosts[\\/]electron-ports)\.ts$/,
                priority: 4,
              },
              { name: 'zod', test: /node_modules[\\/]zod[\\/]/, priority: 3 },
              // Some lines each, needed everywhere, and needing nothing.
              {
                name: 'small',
                test: /electron[\\/](?:contract[\\/](?:is-pdf|parser-ready|types[\\/]theme)|hosts[\\/](?:data-folder|is-missing|lean-heap|http[\\/]window-page))\.ts$/,
                priority: 3,
              },
              // What a window asks as it opens, and all else that can be asked.
              {
                name: 'first',
                test: /electron[\\/]contract[\\/](?:first|topics|saved-files)\.ts$/,
                priority: 2,
              },
              { name: 'contract', test: /electron[\\/]contract[\\/]/, priority: 1 },
              // What a library stands on in whatever runs it: small files that each process would open one by one.
              {
                name: 'hosting',
                test: /electron[\\/]hosts[\\/](?:fetcher|library-socket|parser-pool|watch-folder|welcome|program-files)\.ts$/,
                priority: 1,
              },
              { name: 'library', test: /electron[\\/]library[\\/]open-library\.ts$/, priority: 1 },
            ],
          },
          // Half the size; the log's stacks keep their names.
          minify: {
            compress: true,
            mangle: { keepNames: true },
            codegen: { removeWhitespace: true },
          },
        },
      },
    },
  },
  // A sandboxed preload can require nothing but electron: one CommonJS file with all it needs inside.
  preload: {
    build: {
      outDir: 'out/preload',
      target: nodeTarget,
      emptyOutDir: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    base: './',
    plugins: [react(), localeWithoutCalendars(), licencesModule(), notePackages(), readerFrame()],
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      target: scriptTarget,
      cssTarget,
      minify: true,
      // No data: URLs, so that the content security policy need not allow them.
      assetsInlineLimit: 0,
      // Read from this machine's disk: one file is quicker than many.
      chunkSizeWarningLimit: 1500,
      rolldownOptions: {
        input: { index: at('renderer/index.html'), capture: at('renderer/capture.html') },
        // What both windows need in one file: each is asked of the shell, which is busy then.
        output: {
          codeSplitting: { groups: [{ name: 'both', minShareCount: 2, tags: ['$initial'] }] },
        },
      },
    },
  },
});

/**
 * Builds out/renderer/frame/head-frame.js, reader-frame.js and .css, code-frame.js for articles with code, and print.js and .css for
 * what is printed, pages-frame.js and .css for the pages of a PDF, left-out-frame.js and .css for what was left out: the only code of ours inside an article. A build of its own each, because such a document has an
 * opaque origin: it can load neither modules nor shared chunks, so they must be classic scripts under names that the
 * article's page can be written with.
 */
function readerFrame(): Plugin {
  const build = async () => {
    await buildScript('head-frame', 'renderer/frame/head-frame.ts');
    await buildScript('reader-frame', 'renderer/frame/reader-frame.ts');
    await buildScript('code-frame', 'renderer/frame/code/code-frame.ts');
    await buildScript('print', 'renderer/frame/print.ts');
    await buildScript('pages-frame', 'renderer/frame/pages/pages-frame.ts');
    await copyPdfjs();
    await buildScript('left-out-frame', 'renderer/frame/left-out/left-out-frame.ts');
  };
  const buildScript = (name: string, entry: string) =>
    viteBuild({
      configFile: false,
      root: at('renderer'),
      base: './',
      publicDir: false,
      logLevel: 'warn',
      plugins: [notePackages()],
      build: {
        outDir: at('out/renderer'),
        emptyOutDir: false,
        target: scriptTarget,
        cssTarget,
        cssCodeSplit: false,
        minify: true,
        modulePreload: false,
        reportCompressedSize: false,
        assetsInlineLimit: 0,
        rolldownOptions: {
          input: at(entry),
          external: [`${PDFJS_BUILD}pdf.mjs`],
          output: {
            format: 'iife',
            globals: { [`${PDFJS_BUILD}pdf.mjs`]: 'pdfjsLib' },
            entryFileNames: `frame/${name}.js`,
            assetFileNames: ({ names }) =>
              names.some((file) => file.endsWith('.css'))
                ? `frame/${name}.css`
                : 'assets/[name]-[hash][extname]',
          },
        },
      },
    });
  return {
    name: 'lectern:reader-frame',
    // After the window's files are written: that build empties the folder first.
    closeBundle: {
      sequential: true,
      async handler() {
        await build();
        writeLicences();
      },
    },
    configureServer: build,
  };
}
