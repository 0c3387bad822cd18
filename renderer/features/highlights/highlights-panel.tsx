// The highlights of the open article beside it, in the order of its text; those that have lost their place come first.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Highlight, HighlightUid } from '#contract/types/highlight.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { FramePort } from '../../lib/frame-port.ts';
import { useHighlightsOf } from '../../lib/highlight-queries.ts';
import { ErrorNotice } from '../../ui/notice.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import styles from './highlights-panel.module.css';
import { LostTray } from './lost-tray.tsx';
import { PanelHighlight } from './panel-highlight.tsx';

interface HighlightsPanelProps {
  readonly uid: ArticleUid;
  readonly port: FramePort;
  /** After one was chosen: the keys belong to the article then. */
  readonly onGone: () => void;
}

const ESTIMATED_HEIGHT = 88;

export function HighlightsPanel({ uid, port, onGone }: HighlightsPanelProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useHighlightsOf(uid);
  const [written, setWritten] = useState<HighlightUid | null>(null);
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const { highlights, lost } = data;
  const goTo = ({ uid: highlight, range }: Highlight) => {
    if (!range) return;
    port.send({ kind: 'show-range', uid: highlight, ...range });
    onGone();
  };
  return (
    <div className={styles.panel}>
      {lost.length > 0 && <LostTray key={uid} uid={uid} lost={lost} port={port} />}
      {highlights.length === 0 ? (
        lost.length === 0 && <p className={styles.none}>{t('highlights.none')}</p>
      ) : (
        <div className={styles.list}>
          <VirtualList
            label={t('panels.highlights')}
            count={highlights.length}
            keyAt={(index) => highlights[index]?.uid ?? String(index)}
            estimate={ESTIMATED_HEIGHT}
            renderEntry={(index) => {
              const highlight = highlights[index];
              return (
                highlight && (
                  <PanelHighlight
                    highlight={highlight}
                    isWritten={written === highlight.uid}
                    onGo={() => goTo(highlight)}
                    onWrite={(isWritten) => setWritten(isWritten ? highlight.uid : null)}
                  />
                )
              );
            }}
          />
        </div>
      )}
    </div>
  );
}
