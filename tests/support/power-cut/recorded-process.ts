// A process that works on a library a while under the recorder, and writes what is kept into a file that is recorded as
// well. Words: the library's folder, that file, how often, and how the database is synced.
import { openSync, writeSync } from 'node:fs';
import { libraryContract } from '#contract/library.ts';
import { openLibrary } from '#library/open-library.ts';
import { clientOf } from '../client-of.ts';
import { makePorts, textParser } from '../make-ports.ts';
import { insteadOf } from '../pragma.ts';
import { workHard } from '../work-hard.ts';

const [, , dir = '', told = '', times = '', synchronous = 'FULL'] = process.argv;
insteadOf('synchronous', synchronous);
// Checkpoints as well, in so short a time.
insteadOf('wal_autocheckpoint', '200');
const file = openSync(told, 'a');
const library = await openLibrary({ dir, ports: makePorts({ parser: textParser }) });
await workHard(
  clientOf(libraryContract, library.dispatch),
  'one',
  async (kept, work) => {
    const done = await work();
    writeSync(file, `${JSON.stringify(kept)}\n`);
    return done;
  },
  Number(times),
);
await library.close();
