// Counts the time that the open article is really read: by what is done in its frame and in the window around it.
import { useEffect, useState } from 'react';
import { ActiveTime } from '../../lib/active-time.ts';
import type { FramePort } from '../../lib/frame-port.ts';

export function useActiveTime(port: FramePort): ActiveTime {
  const [time] = useState(() => new ActiveTime());
  useEffect(() => {
    const stir = () => {
      if (document.visibilityState === 'visible') time.stir(performance.now());
    };
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') time.rest(performance.now());
    };
    const stop = port.onNews((news) => {
      if (news.kind === 'stir') stir();
    });
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [port, time]);
  return time;
}
