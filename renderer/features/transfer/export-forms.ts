// The forms in which articles go out, the most complete first. The library says what each is.
import type { ExportFormat, exportEndings } from '#contract/types/export.ts';

interface ExportForm {
  readonly format: ExportFormat;
  /** Of the one file that it can be. */
  readonly ending: (typeof exportEndings)[ExportFormat];
  /** It is many files, in a zip or in a folder. */
  readonly canBeFolder: boolean;
}

export const exportForms: readonly ExportForm[] = [
  { format: 'full', ending: 'zip', canBeFolder: true },
  { format: 'markdown', ending: 'zip', canBeFolder: true },
  { format: 'html', ending: 'zip', canBeFolder: true },
  { format: 'html-one', ending: 'html', canBeFolder: false },
  { format: 'epub', ending: 'epub', canBeFolder: false },
  { format: 'bookmarks', ending: 'html', canBeFolder: false },
  { format: 'csv', ending: 'csv', canBeFolder: false },
  { format: 'json', ending: 'json', canBeFolder: false },
];

export const endingOf = (format: ExportFormat): ExportForm['ending'] =>
  exportForms.find((one) => one.format === format)?.ending ?? 'zip';
