// Answers the calls by which articles come in from other programs.
import { LibraryError } from '#contract/errors.ts';
import type { ImportRun, ImportUid } from '#contract/types/import.ts';
import type { BackupMaker } from '../../backups/backup-maker.ts';
import type { Answers, ReadContext, WriteContext } from '../../context.ts';
import { inTurn } from '../../journal/large-changes.ts';
import { type ReadDb, transaction } from '../../storage/database.ts';
import type { ImportRunner } from './engine/import-runner.ts';
import { dropKept, dropOthers, keepSource } from './engine/kept-sources.ts';
import { planImport } from './engine/plan-import.ts';
import { reportOf } from './engine/report-csv.ts';
import { findOrigins, findRows } from './engine/row-repo.ts';
import {
  findKeptInUse,
  findRun,
  findRuns,
  findStoredRun,
  forgetRun,
  type StoredRun,
  setRunState,
  stopRuns,
} from './engine/run-repo.ts';
import { startImport } from './engine/start-import.ts';
import { undoImport } from './engine/undo-import.ts';

type Queries =
  | 'imports.list'
  | 'imports.get'
  | 'imports.rows'
  | 'imports.report'
  | 'imports.originsOf';

export function importQueries({ db }: ReadContext): Answers<Queries> {
  return {
    'imports.list': () => findRuns(db),
    'imports.get': ({ uid }) => requireRun(db, uid),
    'imports.rows': ({ uid, outcome = null, after, limit }) => {
      const { id } = requireStored(db, uid);
      const found = findRows(db, id, { outcome, after: Number(after ?? -1), limit: limit + 1 });
      const shown = found.slice(0, limit);
      const last = shown.at(-1);
      const next = found.length > limit && last ? String(last.seq) : null;
      return { rows: shown.map(({ row }) => row), next };
    },
    'imports.report': ({ uid }) => ({ csv: reportOf(db, requireStored(db, uid).id) }),
    'imports.originsOf': ({ uid }) => findOrigins(db, uid),
  };
}

type Commands =
  | 'imports.keep'
  | 'imports.plan'
  | 'imports.start'
  | 'imports.stop'
  | 'imports.resume'
  | 'imports.undo'
  | 'imports.forget';

interface Parts {
  readonly runner: ImportRunner;
  readonly backups: BackupMaker;
  readonly undo: Answers<'journal.undo'>['journal.undo'];
}

export function importCommands(
  context: WriteContext,
  { runner, backups, undo }: Parts,
): Answers<Commands> {
  const { db, dir, ports, emit, newUid } = context;
  // What was under way when a process died.
  stopRuns(db, ports.clock.now());
  // Until that is done nothing is kept, which it might take for something left behind.
  const tidied = dropOthers(dir, findKeptInUse(db)).catch((error: unknown) => {
    ports.log.warn(`What an import left behind could not be removed: ${String(error)}`);
  });
  const told = () => emit({ kind: 'changed', topics: ['imports'] });

  return {
    'imports.keep': async (given) => {
      await tidied;
      const kept = newUid();
      await keepSource(dir, kept, given);
      return { kept };
    },
    'imports.plan': (wanted, signal) => planImport(context, wanted, signal),
    'imports.start': async (wanted, signal) =>
      requireRun(db, await startImport(context, { runner, backups }, wanted, signal)),
    'imports.stop': async ({ uid }) => {
      requireStored(db, uid);
      await runner.stop(uid);
      return requireRun(db, uid);
    },
    // It may be taken back just now.
    'imports.resume': ({ uid }) =>
      inTurn(db, () => {
        const { canResume } = requireRun(db, uid);
        if (!canResume) throw new LibraryError('conflict', 'This import cannot go on.');
        runner.assertFree();
        const { id } = requireStored(db, uid);
        transaction(db, () => setRunState(db, id, 'running', null, null));
        runner.launch(uid);
        told();
        return requireRun(db, uid);
      }),
    'imports.undo': async ({ uid }, signal) => {
      const run = requireRun(db, uid);
      if (run.state === 'running') {
        throw new LibraryError('conflict', 'This import is still going on. Stop it first.');
      }
      if (!run.canUndo) return { step: null };
      return undoImport(context, requireStored(db, uid), undo, signal);
    },
    'imports.forget': async ({ uid }) => {
      const run = requireStored(db, uid);
      if (run.state === 'running') {
        throw new LibraryError('conflict', 'This import is still going on. Stop it first.');
      }
      transaction(db, () => forgetRun(db, run.id));
      await dropKept(dir, run.source);
      told();
    },
  };
}

function requireRun(db: ReadDb, uid: ImportUid): ImportRun {
  const run = findRun(db, uid);
  if (!run) throw notFound();
  return run;
}

function requireStored(db: ReadDb, uid: ImportUid): StoredRun {
  const run = findStoredRun(db, uid);
  if (!run) throw notFound();
  return run;
}

const notFound = (): LibraryError =>
  new LibraryError('not_found', 'The report of this import is no longer there.');
