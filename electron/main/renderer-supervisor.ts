// Lets the library have pages rendered, a few at a time, and ends what nobody waits for any more. No Electron here.
import type { FromLibraryProcess, ToLibraryProcess } from '#hosts/electron-ports.ts';

/** One page on its way. */
export interface Rendering {
  stop(): void;
  /** Never rejects. */
  readonly ended: Promise<void>;
}

export interface RendererOptions<Port> {
  /** Renders what the other end of a channel asks for. @returns the page on its way, and that other end */
  start(): { rendering: Rendering; port: Port };
  log: { error(line: string, cause?: unknown): void };
}

export interface RendererSupervisor<Port> {
  /** Answers `render`. */
  request(
    message: FromLibraryProcess,
    reply: (message: ToLibraryProcess, ports?: readonly Port[]) => void,
  ): void;
  stopAll(): void;
}

/** The library asks for one at a time: a limit against a fault, not a policy. */
export const MAX_RENDERINGS = 2;

export function superviseRenderers<Port>(options: RendererOptions<Port>): RendererSupervisor<Port> {
  const running = new Set<Rendering>();
  return {
    request(message, reply) {
      if (message.kind !== 'render') return;
      const refuse = (reason: string) =>
        reply({ kind: 'no-rendering', rendering: message.rendering, reason });
      if (running.size >= MAX_RENDERINGS) return refuse(`${MAX_RENDERINGS} are running already`);
      try {
        const { rendering, port } = options.start();
        running.add(rendering);
        void rendering.ended.then(() => running.delete(rendering));
        reply({ kind: 'rendering', rendering: message.rendering }, [port]);
      } catch (error) {
        options.log.error('a page could not be rendered', error);
        refuse('it could not be started');
      }
    },
    stopAll() {
      for (const rendering of running) rendering.stop();
    },
  };
}
