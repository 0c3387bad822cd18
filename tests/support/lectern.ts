// The command line as a process of its own, from the build: it starts in a third of the time that its sources take, and there are
// a hundred starts.
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from '../../scripts/ensure.mjs';

const root = resolve(import.meta.dirname, '..', '..');

/** Once in each process, and hardly any work where it is built. */
let built: Promise<void> | undefined;

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly cwd?: string;
  /** The file to run, from the root of the project. */
  readonly entry?: string;
}

/** Starts it; `tests/support` has no library in mind, so give it `--library`. */
export async function startLectern(args: readonly string[], options: RunOptions = {}) {
  const { entry = 'out/main/cli.js', cwd = root } = options;
  if (entry.startsWith('out/')) {
    built ??= build();
    await built;
  }
  const { NODE_OPTIONS: _, LECTERN_LOG: __, NO_COLOR: ___, ...env } = process.env;
  const child = spawn(process.execPath, [join(root, entry), ...args], {
    cwd,
    // Not into the home of whoever runs the tests.
    env: { ...env, XDG_CACHE_HOME: join(tmpdir(), 'lectern-test-cache'), HOME: tmpdir() },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // It may end before it has read everything.
  child.stdin.on('error', () => undefined);
  if (options.stdin !== undefined) child.stdin.end(options.stdin);
  return child;
}

/** Runs it to its end. Without `stdin` its standard input is empty. */
export async function lectern(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const child = await startLectern(args, { stdin: '', ...options });
  const text = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text.stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text.stderr += chunk;
  });
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => done({ code, ...text }));
  });
}
