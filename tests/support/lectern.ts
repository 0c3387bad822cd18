// The command line as a process of its own, the way people run it.
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..');

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
export function startLectern(args: readonly string[], options: RunOptions = {}) {
  const { entry = 'electron/hosts/cli.ts', cwd = root } = options;
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
export function lectern(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const child = startLectern(args, { stdin: '', ...options });
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
