#!/usr/bin/env node
// The command line, run as it is: `node electron/hosts/cli.ts <command> …`; scripts/lectern.mjs finds the Node for it.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { cacheDir } from './data-folder.ts';
import { keepHeapLean } from './lean-heap.ts';

keepHeapLean();

// Reading the sources is most of what a short command does: kept compiled, it starts in less than half the time. In a
// folder of the user's own, not in the shared temporary one, where another user might lay something ready to be run.
enableCompileCache(join(cacheDir(), 'compiled'));

// Only now, since what is imported above is compiled before the cache is on.
const { main } = await import('./cli/main.ts');

// Not process.exit(): what is still on its way to a pipe would be cut off.
process.exitCode = await main(process.argv.slice(2));
