#!/usr/bin/env node
// The command line, run as it is: `node electron/hosts/cli.ts <command> …`; scripts/lectern.mjs finds the Node for it.
import { main } from './cli/main.ts';

// Not process.exit(): what is still on its way to a pipe would be cut off.
process.exitCode = await main(process.argv.slice(2));
