// The five colours as buttons, each with its name and its key.

import { ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { HighlightColour } from '#contract/types/highlight.ts';
import { highlightColours } from '../lib/highlight-colours.ts';
import button from './button.module.css';
import styles from './colour-buttons.module.css';
import { cx } from './cx.ts';

interface ColourButtonsProps {
  /** The one that is chosen; null where there is none yet. */
  readonly colour: HighlightColour | null;
  readonly onChoose: (colour: HighlightColour) => void;
}

export function ColourButtons({ colour, onChoose }: ColourButtonsProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.colours}>
      {highlightColours.map((name, index) => (
        <TooltipTrigger key={name} delay={500} closeDelay={0}>
          <ToggleButton
            aria-label={t(`colours.${name}`)}
            className={cx(styles.colour)}
            isSelected={colour === name}
            onPress={() => onChoose(name)}
          >
            <span className={cx(styles.dot, styles[name])} aria-hidden />
          </ToggleButton>
          <Tooltip className={cx(button.tooltip)} offset={6}>
            {t(`colours.${name}`)}
            <kbd>{index + 1}</kbd>
          </Tooltip>
        </TooltipTrigger>
      ))}
      {colour && (
        <span className={styles.chosen} aria-hidden>
          {t(`colours.${colour}`)}
        </span>
      )}
    </div>
  );
}

/** A colour as a small sign beside words. Its name is heard, and seen where the system forces its own colours. */
export function ColourDot({ colour }: { readonly colour: HighlightColour }) {
  const { t } = useTranslation();
  return (
    <span className={styles.named}>
      <span className={cx(styles.sign, styles[colour])} aria-hidden />
      <span className={styles.name}>{t(`colours.${colour}`)}</span>
    </span>
  );
}
