// The log of the desktop app: a file beside the window state, and standard error. No Electron here.
// Lines never hold titles, addresses or text of articles.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import type { Logger } from '#library/ports.ts';

/** One file before this start and one for now: enough to tell what happened, too little to fill a disk. */
const MAX_LOG_BYTES = 2_000_000;

export const LOG_FILE = 'lectern.log';

/**
 * @param dir made when it is not there; where it cannot be written, the log goes to standard error only
 * @param now milliseconds since 1970
 */
export function openLog(dir: string, now: () => number): Logger {
  const file = join(dir, LOG_FILE);
  let writable = prepare(dir, file);

  const write = (level: string, line: string) => {
    const text = `${new Date(now()).toISOString()} ${level} ${line}\n`;
    process.stderr.write(text);
    if (!writable) return;
    try {
      appendFileSync(file, text, { mode: 0o600 });
    } catch (error) {
      writable = false; // A full disk: said once, and what matters must go on.
      process.stderr.write(`log: ${file} cannot be written: ${String(error)}\n`);
    }
  };
  return {
    info: (line) => write('info', line),
    warn: (line) => write('warn', line),
    error: (line, cause) =>
      write('error', cause === undefined ? line : `${line}\n${inspect(cause)}`),
  };
}

function prepare(dir: string, file: string): boolean {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size > MAX_LOG_BYTES) renameSync(file, `${file}.1`);
    return true;
  } catch (error) {
    process.stderr.write(`log: ${file} cannot be written: ${String(error)}\n`);
    return false;
  }
}

/** Passes on what a child process writes, line by line, cut where it would flood the log. */
export function logLines(
  stream: NodeJS.ReadableStream | null,
  write: (line: string) => void,
): void {
  let rest = '';
  stream?.setEncoding('utf8');
  stream?.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = (lines.pop() ?? '').slice(-MAX_LINE);
    for (const line of lines) if (line !== '') write(line.slice(0, MAX_LINE));
  });
  stream?.on('end', () => {
    if (rest !== '') write(rest);
  });
}
const MAX_LINE = 2000;
