// The inside of a library for tests of its rooms: the database, what commands and queries get, articles by the handful.
import { onTestFinished } from 'vitest';
import type { Client } from '#contract/define.ts';
import type { LibraryEvent } from '#contract/events.ts';
import { type LibraryContract, libraryContract } from '#contract/library.ts';
import { dispatcher } from '#contract/rpc.ts';
import { libraryCommands } from '#library/commands.ts';
import type { ReadContext, WriteContext } from '#library/context.ts';
import { libraryQueries } from '#library/queries.ts';
import { openAssetStore } from '#library/storage/asset-store.ts';
import { openStorage } from '#library/storage/open-storage.ts';
import { clientOf } from './client-of.ts';
import { makePorts, type TestPorts } from './make-ports.ts';
import { tempDir } from './temp-dir.ts';

export interface TestContext extends WriteContext, Omit<ReadContext, 'db'> {
  readonly ports: TestPorts;
  readonly events: LibraryEvent[];
  /** Every call of the contract, answered in this thread on the one connection. */
  readonly client: Client<LibraryContract>;
  close(): void;
}

/** A library behind its front door can: make-library.ts. */
const noExchange = () => Promise.reject(new Error('this context has one database only'));

export async function makeContext(
  given: Partial<TestPorts> & { dir?: string; giveWay?: () => Promise<void> } = {},
): Promise<TestContext> {
  const { dir = tempDir(), giveWay = () => Promise.resolve(), ...itsPorts } = given;
  const ports = makePorts(itsPorts);
  const storage = await openStorage(dir, ports, null);
  let open = true;
  const close = () => {
    if (open) storage.close();
    open = false;
  };
  onTestFinished(close);
  const events: LibraryEvent[] = [];
  const context: Omit<TestContext, 'client'> = {
    db: storage.db,
    dir,
    readOnly: false,
    tellIndexDamage: () => {},
    time: { now: () => ports.clock.now(), timeZone: () => 'UTC' },
    ports,
    assets: await openAssetStore(dir),
    newUid: storage.newUid,
    // In this thread as well, by the handlers below.
    ask: (name, input, signal) => client[name](input as never, signal) as never,
    emit: (event: LibraryEvent) => void events.push(event),
    giveWay,
    events,
    close,
  };
  const handlers = { ...libraryQueries(context), ...libraryCommands(context, noExchange).answers };
  const client = clientOf(libraryContract, dispatcher(libraryContract, handlers));
  return { ...context, client };
}
