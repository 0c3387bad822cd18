// Where an export waits that a window in a browser has asked for: by its checked name, and nothing else.
import { join } from 'node:path';
import type { ExportFile } from '#contract/types/export.ts';

export const exportPath = (libraryDir: string, name: ExportFile): string =>
  join(libraryDir, 'exports', name);
