// The bar beside words that were just selected with a mouse or a finger. It does not take the focus: whoever selects
// with keys has keys for all of this.
import { Copy, NotebookPen, Quote } from 'lucide-react';
import { Toolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { HighlightColour } from '#contract/types/highlight.ts';
import type { FrameBox } from '../../frame/messages/highlights.ts';
import { IconButton } from '../../ui/button.tsx';
import { ColourButtons } from '../../ui/colour-buttons.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './selection-bar.module.css';
import { useBeside } from './use-beside.ts';

interface SelectionBarProps {
  /** In CSS pixels of the window. */
  readonly box: FrameBox;
  /** Below the words: a finger brings handles and a menu of its own above them. */
  readonly isBelow: boolean;
  readonly onColour: (colour: HighlightColour) => void;
  readonly onNote: () => void;
  readonly onCopy: () => void;
  readonly onCopyQuote: () => void;
}

export function SelectionBar(props: SelectionBarProps) {
  const { t } = useTranslation();
  const { ref, style } = useBeside(props.box, props.isBelow);
  return (
    <Toolbar
      ref={ref}
      className={cx(styles.bar)}
      style={style}
      aria-label={t('highlights.selectionBar')}
    >
      <ColourButtons colour={null} onChoose={props.onColour} />
      <span className={styles.rule} aria-hidden />
      <IconButton icon={NotebookPen} label={t('highlights.addNote')} onPress={props.onNote} />
      <IconButton icon={Copy} label={t('highlights.copy')} onPress={props.onCopy} />
      <IconButton icon={Quote} label={t('highlights.copyQuote')} onPress={props.onCopyQuote} />
    </Toolbar>
  );
}
