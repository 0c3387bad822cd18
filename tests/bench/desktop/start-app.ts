// Starts an Electron app as its users do, and looks from outside when its list is there: by the same words to both.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { electronBinary, electronSwitches } from '../../support/electron-binary.ts';

export interface RunningApp {
  /** From the start of the process to the list on screen. */
  readonly usableAfterMs: number;
  readonly pid: number;
  /** As the system asks programs to end. Resolves when all of it has. */
  close(): Promise<void>;
}

const USABLE_WITHIN_MS = 60_000;

/** Resolves, in the page, to the time at which it is painted. */
const LIST_ON_SCREEN = `new Promise((done) => {
  const look = () => {
    if (!document.querySelector('[role="grid"] [role="row"], #bare li')) return requestAnimationFrame(look);
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.timeOrigin + performance.now())));
  };
  look();
})`;

/** @throws Error where the list did not come */
export async function startApp(words: readonly string[]): Promise<RunningApp> {
  const binary = electronBinary();
  if (!binary) throw new Error('There is no Electron here: nothing to measure.');
  const port = await freePort();
  const switches = [...electronSwitches, `--remote-debugging-port=${port}`];
  const startedAt = Date.now();
  const child = spawn(binary, [...switches, ...words], { stdio: 'ignore' });
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const until = startedAt + USABLE_WITHIN_MS;
  const usableAt = await listShown(port, until);
  if (usableAt === null) {
    child.kill('SIGKILL');
    throw new Error(`No list within ${USABLE_WITHIN_MS / 1000} s: ${words.join(' ')}`);
  }
  return {
    usableAfterMs: usableAt - startedAt,
    pid: child.pid ?? 0,
    close() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

async function listShown(port: number, until: number): Promise<number | null> {
  while (Date.now() < until) {
    const page = await pageAt(port);
    const shownAt = page && (await evaluate(page, LIST_ON_SCREEN));
    if (shownAt) return shownAt;
    await sleep(5);
  }
  return null;
}

/** @returns where the first window listens; null while there is none */
async function pageAt(port: number): Promise<string | null> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/json`);
    const targets = (await response.json()) as { type: string; webSocketDebuggerUrl: string }[];
    return targets.find(({ type }) => type === 'page')?.webSocketDebuggerUrl ?? null;
  } catch {
    return null; // Not up yet.
  }
}

/** @returns null where the page went on to another document meanwhile */
function evaluate(address: string, expression: string): Promise<number | null> {
  return new Promise((done) => {
    const socket = new WebSocket(address);
    socket.onopen = () =>
      socket.send(
        JSON.stringify({
          id: 1,
          method: 'Runtime.evaluate',
          params: { expression, awaitPromise: true },
        }),
      );
    socket.onmessage = ({ data }) => {
      const answer = JSON.parse(String(data)) as { result?: { result?: { value?: number } } };
      done(answer.result?.result?.value ?? null);
      socket.close();
    };
    socket.onclose = () => done(null);
    socket.onerror = () => done(null);
  });
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
