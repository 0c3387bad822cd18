// Sees whether somebody is searching, so that long work gives way: it has the thread that answers to itself for most of the time, and
// whoever types would wait for a part of it at every other letter.
import { setTimeout as sleep } from 'node:timers/promises';

/** From one letter to the next. */
const TYPING_MS = 300;
/** As much as four articles of an import take: whoever searches meets it at work one time in five. */
const PAUSE_MS = 20;

export interface Attention {
  /** Told of every query before it is answered. */
  asked(name: string, input: unknown): void;
  /** Between two pieces of long work: waits a moment while somebody searches. */
  giveWay(): Promise<void>;
}

export function attention(): Attention {
  let text: unknown = null;
  let searchedAt = Number.NEGATIVE_INFINITY;
  return {
    asked(name, input) {
      if (name !== 'search.run') return;
      // A window asks for what it shows anew after every change, and imports change much: nobody types the same again.
      const wanted = textOf(input);
      if (wanted !== text) searchedAt = performance.now();
      text = wanted;
    },
    async giveWay() {
      if (performance.now() - searchedAt < TYPING_MS) await sleep(PAUSE_MS);
    },
  };
}

/** Of what nobody has parsed yet. */
const textOf = (input: unknown): unknown =>
  typeof input === 'object' && input !== null && 'text' in input ? input.text : null;
