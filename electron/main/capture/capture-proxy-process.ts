// Keeps the process through which the capture window reaches the web, for as long as the window is open.
import { randomBytes } from 'node:crypto';
import { utilityProcess } from 'electron';
import type { SentRequest } from '#contract/types/network.ts';
import type { Problem } from '#contract/types/problem.ts';
import type { FromCaptureProcess, ToCaptureProcess } from '#hosts/electron-ports.ts';
import type { Logger } from '#library/ports.ts';
import { captureProcessFile } from '../built-files.ts';
import { logLines } from '../shell-log.ts';

const ENDS_WITHIN_MS = 1500;

export interface ProxyProcess {
  /** Where it listens; another one after it was started anew. @throws Error where it cannot be started */
  port(): Promise<number>;
  readonly password: string;
  allow(allowHosts: readonly string[], isOn: boolean): void;
  /** Resolves when it has said what it carried, and is gone. */
  end(): Promise<void>;
}

interface ProxyEvents {
  readonly onFailed: (host: string, problem: Problem) => void;
  readonly onUsed: (requests: readonly SentRequest[]) => void;
  /** It ended by itself. */
  readonly onGone: () => void;
}

export function startProxyProcess(
  log: Logger,
  { onFailed, onUsed, onGone }: ProxyEvents,
): ProxyProcess {
  const password = randomBytes(32).toString('base64url');
  const child = utilityProcess.fork(captureProcessFile, [], {
    serviceName: 'Lectern capture network',
    stdio: 'pipe',
  });
  logLines(child.stdout, log.info);
  logLines(child.stderr, log.warn);
  const post = (message: ToCaptureProcess) => child.postMessage(message);
  let isWanted = true;
  const gone = new Promise<void>((ended) => child.once('exit', () => ended()));
  const port = new Promise<number>((listening, failed) => {
    child.on('message', (message: FromCaptureProcess) => {
      if (message.kind === 'listening') listening(message.port);
      else if (message.kind === 'failed') onFailed(message.host, message.problem);
      else onUsed(message.requests);
    });
    child.once('exit', () => {
      failed(new Error('the process ended'));
      if (isWanted) onGone();
    });
  });
  // Also where nobody waits for it any more.
  port.catch(() => undefined);
  post({ kind: 'listen', password });
  return {
    port: () => port,
    password,
    allow: (allowHosts, isOn) => post({ kind: 'allow', allowHosts, isOn }),
    async end() {
      isWanted = false;
      post({ kind: 'close' });
      const late = setTimeout(() => child.kill(), ENDS_WITHIN_MS);
      await gone;
      clearTimeout(late);
    },
  };
}
