// Where the program's own files lie: among its sources, or in the build (out/main), which people start. A file among
// electron/hosts and one in out/main are both two folders below the root of it.
import { basename, join } from 'node:path';

const isBuilt = !import.meta.url.endsWith('.ts');
const root = join(import.meta.dirname, '..', '..');

export const resourceFile = (name: string): string => join(root, 'resources', name);

/** The window as it was built. */
export const builtWindow = join(root, 'out', 'renderer');

/** The tables that a build copies for pdfjs; null among the sources. */
export const builtPdfTables = isBuilt ? `${join(root, 'out', 'pdf')}/` : null;

/** What a process or a thread begins with. @param source relative to electron/hosts; the build names it after its file */
export const entryFile = (source: string): URL =>
  new URL(isBuilt ? `./${basename(source, '.ts')}.js` : source, import.meta.url);
