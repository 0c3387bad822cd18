// The calls by which articles come in and go out. Part of the table in library.ts.
import { command } from './define.ts';
import { Exported, ExportRun } from './types/export.ts';

export const exportCalls = {
  /** Whole or not at all: nothing has its name until everything is in it. Nothing that is there is overwritten unasked. */
  'exports.run': command(ExportRun, Exported),
} as const;

/** Calls that a window in a browser may make, unless they name a file of the machine. @param input as it came */
export function namesFile(name: string, input: unknown): boolean {
  if (name !== 'exports.run') return false;
  return !(typeof input === 'object' && input !== null && 'to' in input && input.to === null);
}
