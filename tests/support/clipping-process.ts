// A process that opens a library and clips, tags and imports until it is killed, and tells what is kept once it is. With
// `early` it tells before it is: the control of tests that count what was lost. With `tiny` the log is written back every 20
// pages, so that kills fall into checkpoints, too.
import { libraryContract } from '#contract/library.ts';
import { openLibrary } from '#library/open-library.ts';
import { clientOf } from './client-of.ts';
import type { Kept } from './kept-changes.ts';
import { makePorts, textParser } from './make-ports.ts';
import { insteadOf } from './pragma.ts';
import { workHard } from './work-hard.ts';

const [, , dir = '', round = '', ...words] = process.argv;
const early = words.includes('early');
if (words.includes('tiny')) insteadOf('wal_autocheckpoint', '20');

const library = await openLibrary({ dir, ports: makePorts({ parser: textParser }) });
const tell = (kept: Kept) => new Promise((told) => process.send?.(kept, told));
await workHard(clientOf(libraryContract, library.dispatch), round, async (kept, work) => {
  if (early) await tell(kept);
  const done = await work();
  if (!early) await tell(kept);
  return done;
});
