// The open article, and the panel beside it.
import type { ComponentProps, ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Contents } from '../features/contents/contents.tsx';
import { Reader } from '../features/reader/reader.tsx';
import { SidePanel, type SidePanelHandle } from '../ui/side-panel.tsx';
import type { PanelName, PanelState } from './use-panel.ts';

interface ReaderPaneProps extends Omit<ComponentProps<typeof Reader>, 'children' | 'panel'> {
  readonly panel: PanelState;
  readonly panelRef: Ref<SidePanelHandle>;
  /** Puts the keys into the article. */
  readonly onFocusArticle: () => void;
}

export function ReaderPane({ panel, panelRef, onFocusArticle, ...reader }: ReaderPaneProps) {
  const { t } = useTranslation();
  const backToArticle = () => {
    panel.giveWay();
    onFocusArticle();
  };
  const holds: Readonly<Record<PanelName, () => ReactNode>> = {
    contents: () => <Contents port={reader.port} onGone={backToArticle} />,
  };
  return (
    <Reader {...reader} panel={panel.open}>
      {panel.open && (
        <SidePanel
          key={panel.open}
          ref={panelRef}
          title={t(`panels.${panel.open}`)}
          takesFocus={panel.isAsked}
          onClose={panel.close}
        >
          {holds[panel.open]()}
        </SidePanel>
      )}
    </Reader>
  );
}
