// lectern import: brings in what another program exported; with --dry-run it says what that would be.

import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LibraryError } from '#contract/errors.ts';
import {
  FormatId,
  type ImportPlan,
  type ImportRun,
  type ImportUid,
} from '#contract/types/import.ts';
import type { LibraryClient } from '../local-client.ts';
import { readTag } from './checked-input.ts';
import type { CommandRun } from './commands.ts';
import { writeLibrary } from './library-access.ts';
import type { Output } from './output.ts';
import { printFailures, printPlan, runLine, tellProgress } from './print-import.ts';

/** Between two looks at an import that goes on in another process as well. */
const LOOK_MS = 200;

export async function runImport({ invocation, libraryDir, json, output, signal }: CommandRun) {
  const { operands, options } = invocation;
  const source = { path: resolve(operands[0] ?? '') };
  const given = options.text('format');
  const wanted = given === undefined ? {} : { format: FormatId.parse(given) };
  const tags = options.texts('tag').map(readTag);
  const fetch = !options.has('no-fetch');
  const isDry = options.has('dry-run');
  return withLibrary(libraryDir, isDry, async (client, onEvent) => {
    const stop = onEvent((event) => tellProgress(event, output));
    try {
      const plan = await client['imports.plan']({ source, ...wanted }, signal);
      output.progress('');
      if (isDry) return dryRun(plan, output, json);
      if (given === undefined && !plan.isClear) throw unclear(plan);
      const { format } = plan;
      const { uid } = await client['imports.start']({ source, format, fetch, tags }, signal);
      return await finish(client, uid, { output, json, signal });
    } finally {
      stop();
      output.progress('');
    }
  });
}

/** A look makes nothing, a library neither: where there is none yet, an empty one elsewhere stands for it. */
async function withLibrary(
  libraryDir: string,
  isDry: boolean,
  work: Parameters<typeof writeLibrary<number>>[2],
): Promise<number> {
  if (!isDry || existsSync(join(libraryDir, 'library.sqlite'))) {
    return writeLibrary(libraryDir, { create: true }, work);
  }
  const elsewhere = await mkdtemp(join(tmpdir(), 'lectern-dry-run-'));
  try {
    return await writeLibrary(elsewhere, { create: true }, work);
  } finally {
    await rm(elsewhere, { recursive: true, force: true });
  }
}

function dryRun(plan: ImportPlan, output: Output, json: boolean): number {
  if (json) output.json(plan);
  else printPlan(plan, output);
  return plan.canImport ? 0 : 1;
}

/** Nobody may be there to be asked: which of them it is stands in the next call. */
function unclear({ name, candidates }: ImportPlan): LibraryError {
  const ways = candidates.map((format) => `--format ${format}`).join(' or ');
  return new LibraryError(
    'conflict',
    `“${name}” may be more than one thing. Say what it is with ${ways}; --dry-run shows what would come of each.`,
  );
}

interface Printing {
  readonly output: Output;
  readonly json: boolean;
  readonly signal: AbortSignal;
}

/** Waits for its end; interrupted, it stops after what it is at. @returns the exit code */
export async function finish(
  client: LibraryClient,
  uid: ImportUid,
  { output, json, signal }: Printing,
): Promise<number> {
  const run = await ended(client, uid, signal);
  output.progress('');
  await printFailures(client, run, output);
  if (run.problem) output.problem(run.problem, run.name);
  if (json) output.json(run);
  else {
    output.line(runLine(run, output.style));
    const { total } = run.fetch ? await client['jobs.list']({ limit: 1 }) : { total: 0 };
    if (total > 0) output.line(`Waiting to be fetched while the app is open: ${total}.`);
  }
  return run.state === 'done' && run.counts.failed === 0 ? 0 : 1;
}

async function ended(
  client: LibraryClient,
  uid: ImportUid,
  signal: AbortSignal,
): Promise<ImportRun> {
  for (;;) {
    const run = signal.aborted
      ? await client['imports.stop']({ uid })
      : await client['imports.get']({ uid });
    if (run.state !== 'running') return run;
    await pause(LOOK_MS, undefined, { signal }).catch(() => undefined);
  }
}
