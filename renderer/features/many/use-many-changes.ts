// Changes of many articles that are under way, in this window or elsewhere, as the library tells of them.
import { useEffect, useState } from 'react';
import type { StepUid } from '#contract/types/ids.ts';
import { useLink } from '../../lib/client.ts';

export interface ManyChange {
  readonly uid: StepUid;
  readonly done: number;
  readonly total: number;
}

/** What is over sooner needs no showing. */
const SOON_MS = 400;

export function useManyChanges(): readonly ManyChange[] {
  const link = useLink();
  const [running, setRunning] = useState<ReadonlyMap<StepUid, ManyChange>>(new Map());
  const [shown, setShown] = useState<ReadonlySet<StepUid>>(new Set());

  useEffect(() => {
    const timers = new Map<StepUid, ReturnType<typeof setTimeout>>();
    const forget = (uid: StepUid) => {
      clearTimeout(timers.get(uid));
      timers.delete(uid);
      setRunning((now) => new Map([...now].filter(([one]) => one !== uid)));
      setShown((now) => new Set([...now].filter((one) => one !== uid)));
    };
    const stops = [
      link.onEvent((event) => {
        if (event.kind === 'many-changed') forget(event.uid);
        if (event.kind !== 'many-changing') return;
        const { uid, done, total } = event;
        setRunning((now) => new Map(now).set(uid, { uid, done, total }));
        if (timers.has(uid)) return;
        const show = () => setShown((now) => new Set(now).add(uid));
        timers.set(uid, setTimeout(show, SOON_MS));
      }),
      // Its end may have been missed.
      link.onStale(() => {
        for (const uid of timers.keys()) forget(uid);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      for (const timer of timers.values()) clearTimeout(timer);
    };
  }, [link]);

  return [...running.values()].filter(({ uid }) => shown.has(uid));
}
