// The mouse's buttons for Back and Forward, over the window and over the article in it.
import { useEffect, useRef } from 'react';
import type { FramePort } from '../lib/frame-port.ts';
import { watchHistoryButtons } from '../lib/history-buttons.ts';

export function useHistoryButtons(port: FramePort, step: (by: 1 | -1) => void): void {
  const latest = useRef(step);
  useEffect(() => {
    latest.current = step;
  });
  useEffect(() => {
    const stops = [
      watchHistoryButtons((by) => latest.current(by)),
      port.onNews((news) => {
        if (news.kind === 'history') latest.current(news.by);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [port]);
}
