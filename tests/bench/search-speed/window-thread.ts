// What stands for a window: asks a library over a port, with a pause between two searches, and takes the time until the answer is there.
import { setTimeout as sleep } from 'node:timers/promises';
import { type MessagePort, workerData } from 'node:worker_threads';
import type { LibraryContract } from '#contract/library.ts';
import { connect, type Reply } from '#contract/rpc.ts';
import { HITS } from './bare.ts';
import type { AskedClass } from './classes.ts';
import { type Timed, timeInTurn } from './timing.ts';

export interface WindowData {
  /** To the library. */
  readonly library: MessagePort;
  /** Classes and rounds in, times out. */
  readonly bench: MessagePort;
}
export interface ToWindow {
  readonly classes: readonly Pick<AskedClass, 'name' | 'asked'>[];
  readonly rounds: number;
}
export type FromWindow = Record<string, Timed>;

/** Nobody types as quickly; in it the library gets to what else it has to do. */
const PAUSE_MS = 10;

const { library, bench } = workerData as WindowData;
const { client } = connect<LibraryContract>({
  send: (request) => library.postMessage(request),
  onMessage: (listener) =>
    void library.on('message', (text: string) => listener(JSON.parse(text) as Reply)),
  onClose: (listener) => void library.on('close', listener),
});

async function timesOf({ classes, rounds }: ToWindow): Promise<FromWindow> {
  const times: FromWindow = {};
  for (const { name, asked } of classes) {
    const ask = ({ text }: { text: string }) => client['search.run']({ text, limit: HITS });
    const [timed] = await timeInTurn(asked, rounds, [ask], () => sleep(PAUSE_MS));
    if (timed) times[name] = timed;
  }
  return times;
}

bench.on('message', (asked: ToWindow) => {
  void timesOf(asked).then((times) => bench.postMessage(times));
});
