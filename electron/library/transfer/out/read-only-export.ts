// The export of a library that is only read: from media that nobody can write, or beside its owner.

import type { LibraryEvent } from '#contract/events.ts';
import { type Dispatch, dispatcher } from '#contract/rpc.ts';
import { exportCalls } from '#contract/transfer.ts';
import type { Answers, QueryName } from '../../context.ts';
import { machineTime } from '../../local-time.ts';
import { readAsset } from '../../storage/asset-store.ts';
import type { ReadDb } from '../../storage/database.ts';
import { openForReading } from '../../storage/open-for-reading.ts';
import { uidMaker } from '../../storage/uid.ts';
import { type ExportContext, exportCommands } from './export-commands.ts';

interface OnlyRead {
  readonly db: ReadDb;
  readonly dir: string;
  readonly queries: Answers<QueryName>;
  emit(event: LibraryEvent): void;
}

export function readOnlyExport({ db, dir, queries, emit }: OnlyRead): Dispatch {
  const { now } = machineTime;
  return dispatcher(
    exportCalls,
    exportCommands({
      db,
      dir,
      emit,
      now,
      readOnly: true,
      newUid: uidMaker({ now }),
      ask: (async (name: QueryName, input: never, signal: AbortSignal) =>
        queries[name](input, signal)) as ExportContext['ask'],
      assets: { read: (name) => readAsset(dir, name) },
      openState: () => openForReading(dir),
    }),
  );
}
