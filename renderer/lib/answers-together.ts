// What the library answers in one go is drawn in one go: drawing the window takes as long as ten answers.
import { notifyManager } from '@tanstack/react-query';

/** Whoever waits for the first answers would rather see some of them than none. */
const FIRST_WITHIN_MS = 100;

/** @param first settles when all that the window asked at its start is answered; until then nothing of it is drawn alone */
export function drawTogether(first: Promise<unknown>): void {
  let waiting: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isFirst = true;
  const flush = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    isFirst = false;
    const told = waiting;
    waiting = [];
    for (const tell of told) tell();
  };
  notifyManager.setScheduler((tell) => {
    waiting.push(tell);
    timer ??= setTimeout(flush, isFirst ? FIRST_WITHIN_MS : 0);
  });
  void first.finally(() => {
    if (isFirst) flush();
  });
}
