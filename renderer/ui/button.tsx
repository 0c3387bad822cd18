// Buttons: one with words, one with an icon and its words in a tooltip.
import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  ToggleButton,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import { wholeNumber } from '../lib/format.ts';
import styles from './button.module.css';
import { cx } from './cx.ts';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly kind?: 'plain' | 'primary' | 'quiet';
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ kind = 'plain', icon: Icon, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={cx(styles.button, styles[kind])}>
      {Icon && <Icon size={16} strokeWidth={ICON_STROKE} aria-hidden />}
      {children}
    </AriaButton>
  );
}

interface IconButtonProps {
  readonly icon: LucideIcon;
  readonly label: string;
  /** The key that does the same, shown beside the label. */
  readonly shortcut?: string;
  /** For a button that switches something on and off. */
  readonly pressed?: boolean;
  /** Fills the icon while pressed, as a star does. */
  readonly fill?: boolean;
  readonly isDisabled?: boolean;
  /** Shown at the icon's corner where it is not 0; the label says it, too. */
  readonly count?: number;
  readonly onPress?: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function IconButton(props: IconButtonProps) {
  const { icon: Icon, label, shortcut, pressed, fill, count = 0, isDisabled = false } = props;
  const { onPress, ref } = props;
  const shared = {
    'aria-label': label,
    className: cx(styles.icon, fill && styles.fills),
    isDisabled,
    ...(onPress ? { onPress } : {}),
    ...(ref ? { ref } : {}),
  };
  const drawing = (
    <>
      <Icon
        size={18}
        strokeWidth={ICON_STROKE}
        fill={pressed && fill ? 'currentColor' : 'none'}
        aria-hidden
      />
      {count > 0 && (
        <span className={styles.count} aria-hidden>
          {wholeNumber(count)}
        </span>
      )}
    </>
  );
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {pressed === undefined ? (
        <AriaButton {...shared}>{drawing}</AriaButton>
      ) : (
        <ToggleButton {...shared} isSelected={pressed}>
          {drawing}
        </ToggleButton>
      )}
      <Tooltip className={cx(styles.tooltip)} offset={6}>
        {label}
        {shortcut && <kbd>{shortcut}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}

/** One weight for every icon of the window. */
export const ICON_STROKE = 1.6;
