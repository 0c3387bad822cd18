#!/usr/bin/env node
// The command line, run as it is: `node electron/hosts/cli.ts <command> …`; scripts/lectern.mjs finds the Node for it.
import { keepCompiled } from './keep-compiled.ts';
import { keepHeapLean } from './lean-heap.ts';

keepHeapLean();
keepCompiled();
const { main } = await import('./cli/main.ts');

// Not process.exit(): what is still on its way to a pipe would be cut off.
process.exitCode = await main(process.argv.slice(2));
