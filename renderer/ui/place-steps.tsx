// Which of several places one is at, with the way to the next and back, and out.
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { sayChord } from '../lib/say-keys.ts';
import { IconButton } from './button.tsx';
import { cx } from './cx.ts';
import styles from './place-steps.module.css';

export interface Places {
  readonly count: number;
  /** Which of them is current; -1 for none. */
  readonly index: number;
}

interface PlaceStepsProps {
  /** Null where there is nothing to say. */
  readonly places: Places | null;
  readonly onStep: (by: 1 | -1) => void;
  /** The key that closes it, where there is one. */
  readonly closeKey?: string;
  readonly onClose: () => void;
}

export function PlaceSteps({ places, onStep, closeKey, onClose }: PlaceStepsProps) {
  const { t } = useTranslation();
  return (
    <>
      <span role="status" className={cx(styles.count, places?.count === 0 && styles.nothing)}>
        {places &&
          (places.count === 0
            ? t('find.none')
            : t('find.found', { count: places.count, index: places.index + 1 }))}
      </span>
      <IconButton
        icon={ChevronUp}
        label={t('find.previous')}
        shortcut={sayChord('Shift+F3')}
        onPress={() => onStep(-1)}
      />
      <IconButton
        icon={ChevronDown}
        label={t('find.next')}
        shortcut="F3"
        onPress={() => onStep(1)}
      />
      <IconButton
        icon={X}
        label={t('actions.close')}
        {...(closeKey === undefined ? {} : { shortcut: sayChord(closeKey) })}
        onPress={onClose}
      />
    </>
  );
}
