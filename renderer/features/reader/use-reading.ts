// Keeps the reading place of the open article in the library: not at every line, but never later than on leaving.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { Place } from '../../frame/messages/place.ts';
import { useClient } from '../../lib/client.ts';
import { asProblem } from '../../lib/error-text.ts';
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
}

/** @param uid the open article; it is told to the library as opened */
export function useReading(uid: ArticleUid): Reading {
  const client = useClient();
  const [moved, setMoved] = useState<Pending | null>(null);
  const pending = useRef<Pending | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const saver = useMemo(() => {
    const save = () => {
      clearTimeout(timer.current);
      timer.current = undefined;
      const last = pending.current;
      pending.current = null;
      if (!last) return;
      client['reading.saveProgress']({ uid: last.uid, ...last.place }).catch((error: unknown) => {
        // Reading goes on in a library that cannot be written, or is not there; the window says so elsewhere.
        const { code } = asProblem(error);
        if (code !== 'read_only' && code !== 'host_gone') toastError(error);
      });
    };
    return {
      save,
      note(next: Pending) {
        if (pending.current && pending.current.uid !== next.uid) save();
        pending.current = next;
        timer.current ??= setTimeout(save, SAVE_EVERY_MS);
      },
    };
  }, [client]);

  useEffect(() => {
    // Reading goes on without it: what cannot be noted is not worth a message.
    client['reading.opened']({ uid }).catch(() => undefined);
    return saver.save;
  }, [client, uid, saver]);

  useEffect(() => {
    window.addEventListener('pagehide', saver.save);
    return () => window.removeEventListener('pagehide', saver.save);
  }, [saver]);

  return {
    fraction: moved?.uid === uid ? moved.place.fraction : null,
    moved(from, place) {
      setMoved({ uid: from, place });
      saver.note({ uid: from, place });
    },
  };
}
