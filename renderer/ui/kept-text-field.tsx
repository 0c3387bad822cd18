// A field for words that are saved while they are typed, with a line that says how that goes.
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptText } from '../lib/use-kept-text.ts';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import styles from './kept-text-field.module.css';

interface KeptTextFieldProps {
  readonly kept: KeptText;
  readonly label: string;
  readonly placeholder: string;
  /** Fills what holds it, rather than growing with its words. */
  readonly fills?: boolean;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

export function KeptTextField({ kept, label, placeholder, fills, ref }: KeptTextFieldProps) {
  return (
    <div className={cx(styles.whole, fills && styles.fills)}>
      <textarea
        ref={ref}
        className={styles.field}
        aria-label={label}
        placeholder={placeholder}
        dir="auto"
        rows={2}
        value={kept.text}
        onChange={(event) => kept.typed(event.target.value)}
      />
      <KeptTextState kept={kept} />
    </div>
  );
}

function KeptTextState({ kept }: { readonly kept: KeptText }) {
  const { t } = useTranslation();
  const { state } = kept;
  switch (state.kind) {
    case 'saved':
      return null;
    case 'unsaved':
      return <p className={styles.state}>{t('notes.saving')}</p>;
    case 'failed': {
      const isAway = state.code === 'host_gone' || state.code === 'cancelled';
      return (
        <p className={cx(styles.state, styles.failed)} role="alert">
          {isAway ? t('notes.away') : t('notes.failed', { why: state.message })}
        </p>
      );
    }
    case 'found':
      return (
        <div className={styles.found} role="alert">
          <p>{t('notes.found')}</p>
          <Button onPress={kept.accept}>{t('notes.keepFound')}</Button>
          <Button kind="quiet" onPress={kept.discard}>
            {t('notes.discardFound')}
          </Button>
        </div>
      );
  }
}
