// A pane that has nothing to show: says why, and the one next step.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../lib/error-text.ts';
import { Button } from './button.tsx';
import styles from './notice.module.css';

interface NoticeProps {
  readonly title: string;
  readonly hint?: string | null;
  readonly children?: ReactNode;
}

export function Notice({ title, hint, children }: NoticeProps) {
  return (
    <div className={styles.notice}>
      <p className={styles.title}>{title}</p>
      {hint && <p className={styles.hint}>{hint}</p>}
      {children}
    </div>
  );
}

interface ErrorNoticeProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

export function ErrorNotice({ error, onRetry }: ErrorNoticeProps) {
  const { t } = useTranslation();
  const { key, detail, action } = errorText(error);
  return (
    <div role="alert">
      <Notice title={t(key)} hint={detail}>
        {onRetry && action !== 'none' && (
          <Button onPress={onRetry}>{t(`actions.${action}`)}</Button>
        )}
      </Notice>
    </div>
  );
}
