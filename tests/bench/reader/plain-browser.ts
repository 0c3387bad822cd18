// A browser that nothing records: the driver of the other measurements has it keep the body of every response for as long
// as the page lives, which grows with each call and is no memory of ours. Spoken to over the DevTools protocol itself.
import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';

export interface PlainPage {
  readonly browserPid: number;
  /** @param expression of a value or a promise; its outcome is not handed back @throws Error where it throws */
  run(expression: string): Promise<void>;
  /** Of the page and of the frames in it, which live in processes of their own. */
  collectGarbage(): Promise<void>;
  close(): Promise<void>;
}

/** @param profileDir is made, and removed at the end */
export async function openPlainPage(
  executablePath: string,
  profileDir: string,
  url: string,
): Promise<PlainPage> {
  const args = ['--headless', '--no-sandbox', '--no-first-run', '--remote-debugging-port=0'];
  const child = spawn(
    executablePath,
    [...args, `--user-data-dir=${profileDir}`, '--window-size=1280,900', 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const protocol = await connect(await addressOf(child));
  const { targetInfos } = await protocol.send('Target.getTargets');
  const target = (targetInfos as { type: string; targetId: string }[]).find(
    ({ type }) => type === 'page',
  );
  const attached = await protocol.send('Target.attachToTarget', {
    targetId: target?.targetId,
    flatten: true,
  });
  const page = attached.sessionId as string;
  await protocol.send('Page.navigate', { url }, page);
  return {
    browserPid: child.pid ?? 0,
    async run(expression) {
      const { exceptionDetails } = await protocol.send(
        'Runtime.evaluate',
        { expression, awaitPromise: true },
        page,
      );
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
    },
    async collectGarbage() {
      const attaching = { waitForDebuggerOnStart: false, flatten: true };
      await protocol.send('Target.setAutoAttach', { autoAttach: true, ...attaching }, page);
      for (const session of [page, ...protocol.sessions()]) {
        // Twice: what the first round lets go of may hold more.
        await protocol.send('HeapProfiler.collectGarbage', {}, session);
        await protocol.send('HeapProfiler.collectGarbage', {}, session);
      }
      await protocol.send('Target.setAutoAttach', { autoAttach: false, ...attaching }, page);
    },
    async close() {
      protocol.close();
      const ended = new Promise((done) => child.once('exit', done));
      child.kill();
      await ended;
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly sessionId?: string; readonly targetInfo?: { type: string } };
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

async function connect(address: string) {
  const socket = new WebSocket(address);
  await new Promise((done, failed) => {
    socket.addEventListener('open', done);
    socket.addEventListener('error', failed);
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  const frames = new Set<string>();
  let lastId = 0;
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    const { sessionId = '', targetInfo } = answer.params ?? {};
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
    else if (answer.method === 'Target.detachedFromTarget') frames.delete(sessionId);
    else if (answer.method === 'Target.attachedToTarget' && targetInfo?.type === 'iframe') {
      frames.add(sessionId);
    }
  });
  return {
    async send(method: string, params: object = {}, sessionId?: string) {
      const id = ++lastId;
      const answer = await new Promise<Answer>((done) => {
        waiting.set(id, done);
        socket.send(JSON.stringify({ id, method, params, sessionId }));
      });
      waiting.delete(id);
      if (answer.error) throw new Error(`${method}: ${answer.error.message}`);
      return answer.result ?? {};
    },
    /** Those of frames in processes of their own. */
    sessions: (): string[] => [...frames],
    close: () => socket.close(),
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('The browser says nothing.');
  for await (const line of createInterface({ input: child.stderr })) {
    const address = /listening on (ws:\S+)/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error('The browser ended without an address.');
}
