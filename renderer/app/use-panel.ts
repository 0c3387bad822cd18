// Which panel stands beside the article: one at a time, and the same one when the window is opened again.
import { type RefObject, useMemo, useState } from 'react';
import { recall, remember } from '../lib/view-memory.ts';
import type { SidePanelHandle } from '../ui/side-panel.tsx';

export const panelNames = ['contents', 'highlights', 'note', 'linked', 'versions'] as const;
export type PanelName = (typeof panelNames)[number];

export interface PanelState {
  readonly open: PanelName | null;
  /** Whether it was asked for just now: it then takes the focus. */
  readonly isAsked: boolean;
  toggle(name: PanelName): void;
  close(): void;
  /** Closes it where it stands over the article. @returns whether it did */
  giveWay(): boolean;
}

/** From this width of the window on a panel may stand there from the start; below it would hide the article. */
const ROOM_FROM_START = '(width >= 1200px)';

export function usePanel(handle: RefObject<SidePanelHandle | null>): PanelState {
  const [state, setState] = useState<Pick<PanelState, 'open' | 'isAsked'>>(() => ({
    open: matchMedia(ROOM_FROM_START).matches ? asPanel(recall('panel')) : null,
    isAsked: false,
  }));
  return useMemo(() => {
    const show = (open: PanelName | null) => {
      remember('panel', open ?? '');
      setState({ open, isAsked: true });
    };
    return {
      ...state,
      toggle: (name) => show(state.open === name ? null : name),
      close: () => show(null),
      giveWay() {
        const isOver = handle.current?.isOver() ?? false;
        if (isOver) show(null);
        return isOver;
      },
    };
  }, [state, handle]);
}

const asPanel = (text: string | null): PanelName | null =>
  panelNames.find((name) => name === text) ?? null;
