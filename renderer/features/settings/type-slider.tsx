// A measure of the type: a slider, with a button for one step less and one for one step more.
import { Minus, Plus } from 'lucide-react';
import {
  Button,
  Label,
  Slider,
  SliderOutput,
  SliderThumb,
  SliderTrack,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ICON_STROKE } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './type-slider.module.css';

interface TypeSliderProps {
  readonly label: string;
  readonly value: number;
  /** Least, most, step. */
  readonly range: readonly [number, number, number];
  readonly say: (value: number) => string;
  /** While the thumb is being moved. */
  readonly onMove: (value: number) => void;
  readonly onSet: (value: number) => void;
}

export function TypeSlider({ label, value, range, say, onMove, onSet }: TypeSliderProps) {
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
