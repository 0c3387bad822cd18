// Imports that are under way: one after the other, told to stop, and brought to an end in the report.
import { LibraryError } from '#contract/errors.ts';
import type { ImportUid } from '#contract/types/import.ts';
import type { AssetHold } from '../../../clip/asset-keeper.ts';
import type { WriteContext } from '../../../context.ts';
import type { JobRunner } from '../../../jobs/job-runner.ts';
import { transaction } from '../../../storage/database.ts';
import { dropKept } from './kept-sources.ts';
import { withSource } from './open-import.ts';
import { runImport } from './run-import.ts';
import { findStoredRun, type StoredRun, setRunState } from './run-repo.ts';

export interface ImportRunner {
  /** @throws LibraryError conflict where one is under way */
  assertFree(): void;
  /** Goes on with an import in the background. */
  launch(uid: ImportUid): void;
  /** Resolves when it has stopped; at once where it is not under way. */
  stop(uid: ImportUid): Promise<void>;
  /** What is under way stops, and can go on when the library is open again. */
  close(): Promise<void>;
}

export function importRunner(
  context: WriteContext,
  openHold: () => AssetHold,
  jobs: JobRunner,
): ImportRunner {
  const { db, dir, ports, emit } = context;
  let running: { uid: ImportUid; controller: AbortController; end: Promise<void> } | null = null;

  async function go(run: StoredRun, signal: AbortSignal): Promise<void> {
    try {
      await withSource(dir, run.source, signal, async (opened) => {
        if (opened.bytes !== run.bytes) throw changed(run);
        await runImport(context, openHold, opened, run, signal);
      });
      end(run, 'done', null);
      await dropKept(dir, run.source);
    } catch (error) {
      const failure = error instanceof LibraryError ? error : bug(error);
      const { code, message } = failure;
      if (signal.aborted) end(run, 'stopped', null);
      else if (mayPass.has(code)) end(run, 'stopped', { code, message });
      else end(run, 'failed', { code, message });
    }
    jobs.look();
  }

  function end(
    run: StoredRun,
    state: Parameters<typeof setRunState>[2],
    problem: Parameters<typeof setRunState>[3],
  ): void {
    try {
      transaction(db, () => setRunState(db, run.id, state, problem, ports.clock.now()));
    } catch (error) {
      // On a full disk even that has no room: it is stopped when the library is opened again.
      ports.log.error('the end of an import could not be noted', error);
    }
    emit({ kind: 'changed', topics: ['imports'] });
  }

  function bug(error: unknown): LibraryError {
    ports.log.error('an import failed', error);
    return new LibraryError('bug', 'Something went wrong while this was imported.');
  }

  return {
    assertFree() {
      if (!running) return;
      throw new LibraryError(
        'conflict',
        'Another import is still going on. Wait for it, or stop it.',
      );
    },
    launch(uid) {
      const run = findStoredRun(db, uid);
      if (!run) throw new Error('an import that is to go on is not there');
      const controller = new AbortController();
      const ended = go(run, controller.signal).finally(() => {
        running = null;
      });
      running = { uid, controller, end: ended };
    },
    async stop(uid) {
      if (running?.uid !== uid) return;
      running.controller.abort();
      await running.end;
    },
    async close() {
      running?.controller.abort();
      await running?.end;
    },
  };
}

const mayPass: ReadonlySet<string> = new Set([
  'disk_full',
  'read_only',
  'library_busy',
  'host_gone',
]);

const changed = ({ name }: StoredRun): LibraryError =>
  new LibraryError(
    'conflict',
    `“${name}” has changed since. Import it anew: what is here already is not doubled.`,
  );
