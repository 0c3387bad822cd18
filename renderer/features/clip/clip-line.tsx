// The lines of the tray: one clip each.
import { CircleAlert, Clock3, LoaderCircle, RotateCcw, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LibraryError } from '#contract/errors.ts';
import type { Problem } from '#contract/types/problem.ts';
import { errorText } from '../../lib/error-text.ts';
import { ICON_STROKE, IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './clip-tray.module.css';

interface AtWorkProps {
  readonly isRunning: boolean;
  readonly words: string;
  /** What went wrong the last time, and when it is tried again. */
  readonly detail?: string;
  readonly cancelLabel: string;
  readonly onCancel: () => void;
}

export function AtWork({ isRunning, words, detail, cancelLabel, onCancel }: AtWorkProps) {
  const Icon = isRunning ? LoaderCircle : Clock3;
  return (
    <li className={styles.line}>
      <Icon
        size={16}
        strokeWidth={ICON_STROKE}
        className={cx(isRunning && styles.turning)}
        aria-hidden
      />
      <div className={styles.what}>
        <p className={styles.name}>{words}</p>
        {detail && <p className={styles.detail}>{detail}</p>}
      </div>
      <IconButton icon={X} label={cancelLabel} onPress={onCancel} />
    </li>
  );
}

interface FailedProps {
  readonly name: string;
  readonly problem: Problem;
  readonly onRetry?: () => void;
  readonly dismissLabel: string;
  readonly onDismiss: () => void;
  /** Further ways out. */
  readonly children?: ReactNode;
}

export function Failed(props: FailedProps) {
  const { name, problem, onRetry, dismissLabel, onDismiss, children } = props;
  const { t } = useTranslation();
  const { key, detail } = errorText(new LibraryError(problem.code, problem.message));
  return (
    <li className={cx(styles.line, styles.withWays)}>
      <CircleAlert
        size={16}
        strokeWidth={ICON_STROKE}
        className={styles.failed ?? ''}
        aria-hidden
      />
      <div className={styles.what}>
        <p className={cx(styles.name, styles.whole)}>{t('clip.failed', { name })}</p>
        <p className={styles.detail}>{detail ?? t(key)}</p>
        <p className={styles.detail}>{t('clip.kept')}</p>
      </div>
      <div className={styles.ways}>
        {children}
        {onRetry && <IconButton icon={RotateCcw} label={t('actions.retry')} onPress={onRetry} />}
        <IconButton icon={X} label={dismissLabel} onPress={onDismiss} />
      </div>
    </li>
  );
}
