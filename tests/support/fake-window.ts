// A built window as small as can be, in the shape of the real one, so that hosts are tested without a build.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes it into an empty folder. */
export function fakeWindow(dir: string): string {
  for (const folder of ['assets', 'frame']) mkdirSync(join(dir, folder));
  const files = {
    'index.html':
      '<!doctype html>\n<html lang="en"><head><title>Lectern</title><script type="module" src="./assets/index-1.js"></script></head><body></body></html>\n',
    'assets/index-1.js': 'window.ran = true;\n',
    'assets/index-1.css': 'body { margin: 0 }\n',
    'assets/literata-1.woff2': 'wOF2',
    'frame/head-frame.js': 'window.early = [];\n',
    'frame/reader-frame.js': 'parent.postMessage({ kind: "ready" }, "*");\n',
    'frame/code-frame.js': 'window.coloured = true;\n',
    'frame/print.js': 'print();\n',
    'frame/print.css': '@font-face { src: url(../assets/literata-1.woff2) }\n',
    'frame/pages-frame.js': 'parent.postMessage({ kind: "ready" }, "*");\n',
    'frame/pages-frame.css': 'body { margin: 0 }\n',
    'frame/left-out-frame.js': 'parent.postMessage({ kind: "ready" }, "*");\n',
    'frame/left-out-frame.css': 'body { margin: 0 }\n',
    'frame/reader-frame.css': '@font-face { src: url(../assets/literata-1.woff2) }\n',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content);
  return dir;
}
