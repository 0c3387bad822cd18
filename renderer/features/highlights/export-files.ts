// The files that highlights are exported into.
export const exportFiles = [
  { format: 'markdown', ending: 'md' },
  { format: 'csv', ending: 'csv' },
  { format: 'json', ending: 'json' },
] as const;
export type ExportFile = (typeof exportFiles)[number];

/** Without its ending. */
export const EXPORT_NAME = 'highlights';

export const exportName = ({ ending }: ExportFile): string => `${EXPORT_NAME}.${ending}`;
