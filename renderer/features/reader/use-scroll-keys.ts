// Keys that scroll go to the article while nothing else in the window has the focus.
import { useEffect } from 'react';
import type { ScrollStep } from '../../frame/messages/scroll.ts';
import type { FramePort } from '../../lib/frame-port.ts';

const steps: Readonly<Record<string, ScrollStep>> = {
  ' ': 'page-down',
  PageDown: 'page-down',
  PageUp: 'page-up',
  ArrowDown: 'line-down',
  ArrowUp: 'line-up',
  Home: 'start',
  End: 'end',
};

export function useScrollKeys(port: FramePort): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, shiftKey, target } = event;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target !== document.body || !Object.hasOwn(steps, key)) return;
      const step = key === ' ' && shiftKey ? 'page-up' : steps[key];
      if (!step) return;
      event.preventDefault();
      port.send({ kind: 'scroll', to: step });
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [port]);
}
