// Keeps the reading place of the open article in the library: not at every line, but never later than on leaving.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { Place } from '../../frame/messages/place.ts';
import type { ActiveTime } from '../../lib/active-time.ts';
import { useClient } from '../../lib/client.ts';
import { asProblem } from '../../lib/error-text.ts';
import { type FramePort, useShownArticle } from '../../lib/frame-port.ts';
import { toastError } from '../../lib/toasts.ts';

const SAVE_EVERY_MS = 1000;

interface Pending {
  readonly uid: ArticleUid;
  readonly place: Place;
}

export interface Reading {
  /** Fraction read as it is on screen, which may be ahead of the library; null until something was scrolled. */
  readonly fraction: number | null;
  moved(uid: ArticleUid, place: Place): void;
  /** Where one was in an article that was open before in this window: the library may not have said so yet. */
  lastPlace(uid: ArticleUid): Place | null;
}

/** @param uid the open article; it is told to the library as opened @param time how long it was really read */
export function useReading(uid: ArticleUid, port: FramePort, time: ActiveTime): Reading {
  const client = useClient();
  const isShown = useShownArticle(port) === uid;
  const [moved, setMoved] = useState<Pending | null>(null);
  const [places] = useState(() => new Map<ArticleUid, Place>());
  const pending = useRef<Pending | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const saver = useMemo(() => {
    const save = () => {
      clearTimeout(timer.current);
      timer.current = undefined;
      const last = pending.current;
      pending.current = null;
      if (!last) return;
      const activeMs = time.take(performance.now());
      client['reading.saveProgress']({ uid: last.uid, ...last.place, activeMs }).catch(
        (error: unknown) => {
          // Reading goes on in a library that cannot be written, or is not there; the window says so elsewhere.
          const { code } = asProblem(error);
          if (code !== 'read_only' && code !== 'host_gone') toastError(error);
        },
      );
    };
    return {
      save,
      note(next: Pending) {
        if (pending.current && pending.current.uid !== next.uid) save();
        pending.current = next;
        timer.current ??= setTimeout(save, SAVE_EVERY_MS);
      },
    };
  }, [client, time]);

  // Once it can be seen: the change makes lists be asked for again, and nothing is to stand between a click and the text.
  useEffect(() => {
    if (!isShown) return;
    // Reading goes on without it: what cannot be noted is not worth a message.
    client['reading.opened']({ uid }).catch(() => undefined);
  }, [client, uid, isShown]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was read of an article is saved when another one comes.
  useEffect(
    () => () => {
      saver.save();
      // What was not saved with this article is not time spent on the next.
      time.take(performance.now());
    },
    [uid, saver, time],
  );

  useEffect(() => {
    window.addEventListener('pagehide', saver.save);
    return () => window.removeEventListener('pagehide', saver.save);
  }, [saver]);

  const lastPlace = useCallback((of: ArticleUid) => places.get(of) ?? null, [places]);
  return {
    fraction: moved?.uid === uid ? moved.place.fraction : null,
    moved(from, place) {
      places.set(from, place);
      setMoved({ uid: from, place });
      saver.note({ uid: from, place });
    },
    lastPlace,
  };
}
