// A button of the bar. Its name shows as the system's own tooltip: one of ours would be drawn below the page.
import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { sayChord } from '../../lib/say-keys.ts';
import buttons from '../../ui/button.module.css';
import { ICON_STROKE } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';

interface BarButtonProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly chord?: string;
  /** For what is open or not. */
  readonly pressed?: boolean;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function BarButton(props: BarButtonProps) {
  const { icon: Icon, label, chord, pressed, isDisabled = false, onPress, ref } = props;
  const shared = { 'aria-label': label, isDisabled, onPress, className: cx(buttons.icon) };
  const drawing = <Icon size={18} strokeWidth={ICON_STROKE} aria-hidden />;
  return (
    <span title={chord ? `${label} (${sayChord(chord)})` : label}>
      {pressed === undefined ? (
        <Button {...shared} ref={ref ?? null}>
          {drawing}
        </Button>
      ) : (
        <ToggleButton {...shared} ref={ref ?? null} isSelected={pressed}>
          {drawing}
        </ToggleButton>
      )}
    </span>
  );
}
