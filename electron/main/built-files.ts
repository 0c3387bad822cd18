// Where the built parts of the app lie, seen from out/main/index.js.
import { join } from 'node:path';

const out = join(import.meta.dirname, '..');

export const rendererDir = join(out, 'renderer');
export const pdfTablesDir = join(out, 'pdf');
export const preloadFile = join(out, 'preload', 'index.cjs');
export const iconFile = join(out, '..', 'resources', 'icons', '256x256.png');
export const libraryProcessFile = join(out, 'main', 'library-process.js');
export const captureProcessFile = join(out, 'main', 'capture-process.js');
export const parseProcessFile = join(out, 'main', 'parse-process.js');
