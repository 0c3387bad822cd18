// One highlight in the panel: its words lead to its place, its note can be written here.
import { NotebookPen, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Highlight } from '#contract/types/highlight.ts';
import { IconButton } from '../../ui/button.tsx';
import { ColourDot } from '../../ui/colour-buttons.tsx';
import { focusPanelAround } from '../../ui/side-panel.tsx';
import { useHighlightActions } from './highlight-actions.ts';
import { HighlightNote } from './highlight-note.tsx';
import styles from './highlights-panel.module.css';

interface PanelHighlightProps {
  readonly highlight: Highlight;
  readonly isWritten: boolean;
  readonly onGo: () => void;
  readonly onWrite: (isWritten: boolean) => void;
}

export function PanelHighlight({ highlight, isWritten, onGo, onWrite }: PanelHighlightProps) {
  const { t } = useTranslation();
  const actions = useHighlightActions();
  const { uid, colour, quote, note } = highlight;
  return (
    <div className={styles.entry}>
      <button type="button" className={styles.words} onClick={onGo}>
        <ColourDot colour={colour} />
        <span className={styles.quote} dir="auto">
          {quote.slice(0, MAX_SHOWN)}
        </span>
      </button>
      {isWritten ? (
        <div className={styles.field}>
          <HighlightNote key={uid} highlight={highlight} takesFocus />
        </div>
      ) : (
        note && (
          <p className={styles.note} dir="auto">
            {note.slice(0, MAX_SHOWN)}
          </p>
        )
      )}
      <div className={styles.tools}>
        <IconButton
          icon={NotebookPen}
          label={t(note ? 'highlights.editNote' : 'highlights.writeNote')}
          pressed={isWritten}
          onPress={() => onWrite(!isWritten)}
        />
        <IconButton
          icon={Trash2}
          label={t('highlights.remove')}
          onPress={() => {
            focusPanelAround(document.activeElement);
            void actions.remove([uid]);
          }}
        />
      </div>
    </div>
  );
}

/** More than fits in the lines that are shown. */
const MAX_SHOWN = 600;
