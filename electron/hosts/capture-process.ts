// The capture window's way into the web, in a process of its own: what is loaded passes through neither the shell nor the library.
import type { SentRequest } from '#contract/types/network.ts';
import { type CaptureProxy, startCaptureProxy } from './capture/capture-proxy.ts';
import type { FromCaptureProcess, ToCaptureProcess } from './electron-ports.ts';

/** A page makes a hundred requests within a second; the library takes so many at once. */
const TELL_EVERY_MS = 1000;
const MAX_TOLD = 1000;

let allowHosts: readonly string[] = [];
// Until the shell has said what the settings are, nothing goes out.
let isOn = false;
let proxy: Promise<CaptureProxy> | null = null;
let over: SentRequest[] = [];

const tell = (message: FromCaptureProcess) => process.parentPort.postMessage(message);
const tellUsed = () => {
  while (over.length > 0) {
    tell({ kind: 'used', requests: over.slice(0, MAX_TOLD) });
    over = over.slice(MAX_TOLD);
  }
};
setInterval(tellUsed, TELL_EVERY_MS);

const start = (password: string): Promise<CaptureProxy> =>
  startCaptureProxy({
    password,
    isOn: () => isOn,
    allowHosts: () => allowHosts,
    onUsed: (request) => over.push(request),
    onFailed: (host, { code, message }) =>
      tell({ kind: 'failed', host, problem: { code, message } }),
  });

process.parentPort.on('message', ({ data }) => {
  const message = data as ToCaptureProcess;
  switch (message.kind) {
    case 'listen':
      proxy ??= start(message.password);
      void proxy.then(({ port }) => tell({ kind: 'listening', port }));
      break;
    case 'allow':
      ({ allowHosts, isOn } = message);
      if (!isOn) void proxy?.then(({ cut }) => cut());
      break;
    case 'close':
      void proxy?.then(({ close }) => close());
      // The sockets say what they have carried when they are closed.
      setTimeout(() => {
        tellUsed();
        setImmediate(() => process.exit(0));
      }, 50);
      break;
  }
});
