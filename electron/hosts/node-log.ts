// The log of plain-Node hosts: standard error, and nothing but errors unless LECTERN_LOG=debug asks for more.
import { inspect } from 'node:util';
import type { Logger } from '#library/ports.ts';

/** @param env the environment; read once, when the log is made */
export function nodeLog(env: Readonly<Record<string, string | undefined>>): Logger {
  const verbose = env.LECTERN_LOG === 'debug';
  const write = (level: string, line: string) => process.stderr.write(`[${level}] ${line}\n`);
  return {
    info: (line) => verbose && write('info', line),
    warn: (line) => verbose && write('warn', line),
    error: (line, cause) =>
      write('error', cause === undefined ? line : `${line}: ${inspect(cause)}`),
  };
}
