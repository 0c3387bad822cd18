// The themes, each shown in its own colours.
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TypeSettings } from '#contract/types/settings.ts';
import { cx } from '../../ui/cx.ts';
import styles from './type-choices.module.css';

const themes = ['system', 'light', 'sepia', 'dark', 'black'] as const;

interface ThemeChoiceProps {
  readonly theme: TypeSettings['theme'];
  readonly onChange: (theme: TypeSettings['theme']) => void;
}

export function ThemeChoice({ theme: chosen, onChange }: ThemeChoiceProps) {
  const { t } = useTranslation();
  return (
    <RadioGroup
      className={cx(styles.group)}
      orientation="horizontal"
      value={chosen}
      onChange={(theme) => onChange(theme as TypeSettings['theme'])}
    >
      <Label className={cx(styles.label)}>{t('type.theme')}</Label>
      <div className={styles.choices}>
        {themes.map((theme) => (
          <Radio key={theme} value={theme} className={cx(styles.choice)}>
            <span className={cx(styles.swatch, styles[theme])} aria-hidden>
              {t('type.specimen')}
            </span>
            {t(`type.${theme}`)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
