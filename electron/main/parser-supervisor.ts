// Forks parse processes for the library, which cannot fork one itself, and ends them at its word. No Electron here.
import type { FromLibraryProcess, ToLibraryProcess } from '#hosts/electron-ports.ts';

export interface ParserChild {
  onExit(listener: (code: number) => void): void;
  kill(): void;
}

export interface ParserOptions<Port> {
  /** Forks a parse process that speaks on one end of a channel. @returns the process, and the other end */
  fork(): { child: ParserChild; port: Port };
  log: { info(line: string): void; error(line: string, cause?: unknown): void };
}

export interface ParserSupervisor<Port> {
  /** Answers `spawn-parser` and `kill-parser`. */
  request(
    message: FromLibraryProcess,
    reply: (message: ToLibraryProcess, ports?: readonly Port[]) => void,
  ): void;
  /** The library is gone: nobody will use these any more. */
  killAll(): void;
}

/** More than the library ever uses at once: a limit against a fault, not a policy. */
export const MAX_PARSERS = 8;

export function superviseParsers<Port>(options: ParserOptions<Port>): ParserSupervisor<Port> {
  const { log } = options;
  const alive = new Map<number, ParserChild>();

  function spawn(
    parser: number,
    reply: (message: ToLibraryProcess, ports?: readonly Port[]) => void,
  ): void {
    if (alive.size >= MAX_PARSERS) {
      reply({ kind: 'no-parser', parser, reason: `${MAX_PARSERS} are running already` });
      return;
    }
    try {
      const { child, port } = options.fork();
      alive.set(parser, child);
      // Its port closes with it, which is how the library hears of it.
      child.onExit((code) => {
        if (alive.get(parser) === child) alive.delete(parser);
        log.info(`parser ${parser}: process ended with code ${code}`);
      });
      reply({ kind: 'parser', parser }, [port]);
    } catch (error) {
      log.error(`parser ${parser}: could not be started`, error);
      reply({ kind: 'no-parser', parser, reason: 'it could not be started' });
    }
  }

  return {
    request(message, reply) {
      if (message.kind === 'spawn-parser') spawn(message.parser, reply);
      else if (message.kind === 'kill-parser') alive.get(message.parser)?.kill();
    },
    killAll() {
      for (const child of alive.values()) child.kill();
      alive.clear();
    },
  };
}
