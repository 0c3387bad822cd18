// A real library in a temporary folder, asked through its contract like any caller asks it.
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Client } from '#contract/define.ts';
import type { LibraryEvent } from '#contract/events.ts';
import { type LibraryContract, libraryContract } from '#contract/library.ts';
import { type Library, openLibrary } from '#library/open-library.ts';
import { clientOf } from './client-of.ts';
import { makePorts, type TestPorts } from './make-ports.ts';
import { tempDir } from './temp-dir.ts';

export interface TestLibrary {
  /** Calls by name: `client['articles.list']({})`. Answers are checked against the contract. */
  readonly client: Client<LibraryContract>;
  readonly library: Library;
  readonly dir: string;
  readonly ports: TestPorts;
  /** Everything the library said unasked. */
  readonly events: LibraryEvent[];
  close(): Promise<void>;
}

/** Opens a library, by default a new one; it is closed when the test is over. */
export async function makeLibrary(
  given: Partial<TestPorts> & { dir?: string; address?: string; runsJobs?: boolean } = {},
): Promise<TestLibrary> {
  const { dir = join(tempDir(), 'library'), address, runsJobs = false, ...itsPorts } = given;
  const ports = makePorts(itsPorts);
  const library = await openLibrary({
    dir,
    ports,
    runsJobs,
    ...(address === undefined ? {} : { address }),
  });
  onTestFinished(() => library.close());
  const events: LibraryEvent[] = [];
  library.onEvent((event) => events.push(event));
  return {
    client: clientOf(libraryContract, library.dispatch),
    library,
    dir,
    ports,
    events,
    close: () => library.close(),
  };
}
