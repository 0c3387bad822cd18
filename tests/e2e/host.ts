// A web host as people start it, a process of its own on a library of its own. It can be stopped, killed, started again.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const root = resolve(import.meta.dirname, '..', '..');

export interface Host {
  /** With the token. */
  readonly url: string;
  readonly libraryDir: string;
  /** Runs the command line on the same library. @returns its standard output */
  lectern(...args: string[]): Promise<string>;
  /** As a crash: nothing is closed. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** On the same port as before, with a new token. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** @param template a library to begin with a copy of; without one a new library is made, which takes longer */
export async function startHost(template: string | null): Promise<Host> {
  const work = await mkdtemp(join(tmpdir(), 'lectern-e2e-'));
  const libraryDir = join(work, 'library');
  if (template) await cp(template, libraryDir, { recursive: true });
  let running: ChildProcess | null = null;
  let url = '';

  const start = async () => {
    const port = url ? new URL(url).port : '0';
    const args = ['out/main/http-host.js', '--library', libraryDir, '--port', port];
    running = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    url = await firstLine(running);
  };
  const stop = async (signal: NodeJS.Signals) => {
    if (!running) return;
    const ended = once(running, 'exit');
    running.kill(signal);
    await ended;
    running = null;
  };

  await start();
  return {
    get url() {
      return url;
    },
    libraryDir,
    lectern: (...args) => runLectern([...args, '--library', libraryDir]),
    kill: () => stop('SIGKILL'),
    stop: () => stop('SIGTERM'),
    start,
    async close() {
      await stop('SIGTERM');
      await rm(work, { recursive: true, force: true });
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the host has no output');
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit').then(() => {
    throw new Error('the host ended before it said where it is');
  });
  const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string];
  return line;
}

async function runLectern(args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, ['out/main/cli.js', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`lectern ${args.join(' ')} ended with ${code}`);
  return output;
}
