// A paragraph set as articles will be, where none is open to see it in.
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { TypeSettings } from '#contract/types/settings.ts';
import { useShownTheme } from '../../lib/theme.ts';
import styles from './type-preview.module.css';

const faces = {
  serif: 'var(--font-serif)',
  sans: 'var(--font-sans)',
  legible: 'var(--font-legible)',
} as const;

export function TypePreview({ type }: { readonly type: TypeSettings }) {
  const { t } = useTranslation();
  const theme = useShownTheme(type.theme);
  return (
    <p
      className={styles.preview}
      data-theme={theme}
      data-face={type.face}
      style={
        {
          fontFamily: faces[type.face],
          fontSize: type.fontSize,
          lineHeight: type.lineHeight,
          textAlign: type.align,
          hyphens: type.hyphenate ? 'auto' : 'manual',
          '--measure': type.measure,
          '--step': type.margin,
        } as CSSProperties
      }
    >
      {t('type.preview')}
    </p>
  );
}
