// The log of a process whose standard output and error are pipes into the shell's, which adds time and level.
import type { Logger } from '#library/ports.ts';

/** Lines that tell of nothing wrong are written together: a window that opens asks ten times before it is drawn. */
const TOGETHER_MS = 100;

export function processLog(): Logger {
  const lines: string[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  const flush = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (lines.length > 0) console.info(lines.splice(0).join('\n'));
  };
  process.on('exit', flush);
  return {
    info(line) {
      lines.push(line);
      timer ??= setTimeout(flush, TOGETHER_MS).unref();
    },
    // In the order in which things happened, and at once: the next thing may be the end.
    warn(line) {
      flush();
      console.warn(line);
    },
    error(line, cause) {
      flush();
      console.error(`error: ${line}`, ...(cause === undefined ? [] : [cause]));
    },
  };
}
