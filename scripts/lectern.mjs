#!/usr/bin/env node
// `lectern`: the command line. Finds a Node that runs TypeScript and hands over to electron/hosts/cli.ts.
import { existsSync } from 'node:fs';

const cli = new URL('../electron/hosts/cli.ts', import.meta.url);
const installed = existsSync(new URL('../node_modules/better-sqlite3', import.meta.url));

if (installed && Number.parseInt(process.versions.node, 10) >= 24) {
  // In this very process: a second one would cost every call its start.
  if (process.env.npm_lifecycle_event === 'lectern') {
    process.chdir((await import('./ensure.mjs')).callerDir('lectern'));
  }
  await import(cli.href);
} else {
  const { callerDir, install, node24, run } = await import('./ensure.mjs');
  const { fileURLToPath } = await import('node:url');
  try {
    if (!installed) await install();
    const cwd = callerDir('lectern');
    process.exitCode = await run(node24(), [fileURLToPath(cli), ...process.argv.slice(2)], { cwd });
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
