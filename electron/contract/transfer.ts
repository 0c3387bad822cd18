// The calls by which articles come in and go out. Part of the table in library.ts.
import { z } from 'zod';
import { command, query } from './define.ts';
import { Exported, ExportRun } from './types/export.ts';
import { ArticleUid } from './types/ids.ts';
import {
  FieldOrigin,
  FormatId,
  ImportPlan,
  ImportRow,
  ImportRun,
  ImportSource,
  ImportUid,
  RowOutcome,
} from './types/import.ts';
import { Change } from './types/journal.ts';
import { TagName } from './types/tag.ts';

const run = z.object({ uid: ImportUid });

export const importCalls = {
  /** For windows that know no paths: the bytes are written down, and are gone once their import has ended. */
  'imports.keep': command(
    z.object({ name: z.string().max(1000), bytes: z.instanceof(Uint8Array) }),
    ImportSource,
  ),
  /** What an import would do. Writes nothing, and is a command since the owner alone opens files. Tells how far it is by event. */
  'imports.plan': command(
    z.object({ source: ImportSource, format: FormatId.optional() }),
    ImportPlan,
  ),
  /** Answers as soon as it is under way; tells how far it is by event. */
  'imports.start': command(
    z.object({
      source: ImportSource,
      format: FormatId,
      fetch: z.boolean(),
      tags: z.array(TagName).max(100).default([]),
    }),
    ImportRun,
  ),
  /** The newest first. */
  'imports.list': query(z.object({}), z.array(ImportRun)),
  'imports.get': query(run, ImportRun),
  /** In the order of the source. */
  'imports.rows': query(
    run.extend({
      outcome: RowOutcome.optional(),
      after: z.string().max(100).optional(),
      limit: z.int().min(1).max(1000).default(100),
    }),
    z.object({
      rows: z.array(ImportRow),
      /** Hand back as `after` for the next page; null on the last. */
      next: z.string().nullable(),
    }),
  ),
  /** After what it is at: what was imported stays. */
  'imports.stop': command(run, ImportRun),
  /** Goes on at the row where it stopped. */
  'imports.resume': command(run, ImportRun),
  /** New articles go to the trash, and what others were given is taken back. */
  'imports.undo': command(run, Change),
  /** All its rows as a table. */
  'imports.report': query(run, z.object({ csv: z.string() })),
  /** Takes its report out of the library; articles stay as they are, and still say where they came from. */
  'imports.forget': command(run, z.void()),
  'imports.originsOf': query(z.object({ uid: ArticleUid }), z.array(FieldOrigin)),
} as const;

export const exportCalls = {
  /** Whole or not at all: nothing has its name until everything is in it. Nothing that is there is overwritten unasked. */
  'exports.run': command(ExportRun, Exported),
} as const;

/** Calls that a window in a browser may make, unless they name a file of the machine. @param input as it came */
export function namesFile(name: string, input: unknown): boolean {
  if (name === 'exports.run') return !(holds(input, 'to') && input.to === null);
  if (name === 'imports.plan' || name === 'imports.start') {
    return !(holds(input, 'source') && holds(input.source, 'kept') && !holds(input.source, 'path'));
  }
  return false;
}

const holds = <Key extends string>(value: unknown, key: Key): value is { [K in Key]: unknown } =>
  typeof value === 'object' && value !== null && key in value;
