// How the window and the articles in it are set: theme, face, size, width, spacing.
import { Minus, Plus } from 'lucide-react';
import { type RefObject, useMemo } from 'react';
import {
  Button,
  Dialog,
  Label,
  Popover,
  Radio,
  RadioGroup,
  Slider,
  SliderOutput,
  SliderThumb,
  SliderTrack,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#contract/types/settings.ts';
import { useSettings } from '../../lib/queries.ts';
import { toastError } from '../../lib/toasts.ts';
import { ICON_STROKE } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Dialog as TitledDialog } from '../../ui/dialog.tsx';
import overlay from '../../ui/overlay.module.css';
import styles from './type-settings.module.css';

const themes = ['system', 'light', 'sepia', 'dark'] as const;
const faces = ['serif', 'sans'] as const;

interface TypeSettingsProps {
  /** Where an article is open, the settings hang below its button, so that their effect is seen. */
  readonly anchor: RefObject<{ typeButton(): HTMLButtonElement | null } | null> | null;
  readonly onClose: () => void;
}

export function TypeSettings({ anchor, onClose }: TypeSettingsProps) {
  const { t } = useTranslation();
  const button = useMemo(
    () => ({
      get current() {
        return anchor?.current?.typeButton() ?? null;
      },
    }),
    [anchor],
  );
  if (!anchor) {
    return (
      <TitledDialog title={t('type.title')} onClose={onClose}>
        <TypeChoices />
      </TitledDialog>
    );
  }
  return (
    <Popover
      isOpen
      triggerRef={button}
      placement="bottom end"
      offset={6}
      className={cx(overlay.popover, styles.popover)}
      onOpenChange={(open) => !open && onClose()}
    >
      <Dialog aria-label={t('type.title')} className={cx(styles.dialog)}>
        <TypeChoices />
      </Dialog>
    </Popover>
  );
}

function TypeChoices() {
  const { t } = useTranslation();
  const { settings, preview, keep } = useSettings();
  const change = (part: Partial<Settings>) => {
    keep(part).catch((error: unknown) => toastError(error));
  };
  return (
    <div className={styles.settings}>
      <RadioGroup
        className={cx(styles.group)}
        orientation="horizontal"
        value={settings.theme}
        onChange={(theme) => change({ theme: theme as Settings['theme'] })}
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
      <RadioGroup
        className={cx(styles.group)}
        orientation="horizontal"
        value={settings.face}
        onChange={(face) => change({ face: face as Settings['face'] })}
      >
        <Label className={cx(styles.label)}>{t('type.face')}</Label>
        <div className={styles.choices}>
          {faces.map((face) => (
            <Radio key={face} value={face} className={cx(styles.choice, styles.face)}>
              <span className={styles[face]}>{t(`type.${face}`)}</span>
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <Measure
        label={t('type.size')}
        value={settings.fontSize}
        range={[14, 28, 1]}
        say={(value) => t('type.pixels', { value })}
        onMove={(fontSize) => preview({ fontSize })}
        onSet={(fontSize) => change({ fontSize })}
      />
      <Measure
        label={t('type.width')}
        value={settings.measure}
        range={[45, 90, 1]}
        say={(value) => t('type.characters', { value })}
        onMove={(measure) => preview({ measure })}
        onSet={(measure) => change({ measure })}
      />
      <Measure
        label={t('type.lineHeight')}
        value={settings.lineHeight}
        range={[1.4, 1.9, 0.05]}
        say={(value) => new Intl.NumberFormat().format(value)}
        onMove={(lineHeight) => preview({ lineHeight })}
        onSet={(lineHeight) => change({ lineHeight })}
      />
    </div>
  );
}

interface MeasureProps {
  readonly label: string;
  readonly value: number;
  /** Least, most, step. */
  readonly range: readonly [number, number, number];
  readonly say: (value: number) => string;
  /** While the thumb is being moved. */
  readonly onMove: (value: number) => void;
  readonly onSet: (value: number) => void;
}

function Measure({ label, value, range, say, onMove, onSet }: MeasureProps) {
  const { t } = useTranslation();
  const [least, most, step] = range;
  const by = (sign: 1 | -1) => {
    const next = Math.min(most, Math.max(least, value + sign * step));
    onSet(Number(next.toFixed(2)));
  };
  return (
    <Slider
      className={cx(styles.slider)}
      value={value}
      minValue={least}
      maxValue={most}
      step={step}
      onChange={(next) => onMove(Number(next.toFixed(2)))}
      onChangeEnd={(next) => onSet(Number(next.toFixed(2)))}
    >
      <Label className={cx(styles.label)}>{label}</Label>
      <SliderOutput className={cx(styles.output)}>{say(value)}</SliderOutput>
      <div className={styles.line}>
        <Button
          slot={null}
          className={cx(styles.step)}
          aria-label={t('type.less', { what: label })}
          onPress={() => by(-1)}
        >
          <Minus size={14} strokeWidth={ICON_STROKE} aria-hidden />
        </Button>
        <SliderTrack className={cx(styles.track)}>
          <SliderThumb className={cx(styles.thumb)} />
        </SliderTrack>
        <Button
          slot={null}
          className={cx(styles.step)}
          aria-label={t('type.moreOf', { what: label })}
          onPress={() => by(1)}
        >
          <Plus size={14} strokeWidth={ICON_STROKE} aria-hidden />
        </Button>
      </div>
    </Slider>
  );
}
