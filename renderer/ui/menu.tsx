// A menu that a button opens.
import { Check, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  type Selection,
} from 'react-aria-components';
import { ICON_STROKE } from './button.tsx';
import { cx } from './cx.ts';
import styles from './overlay.module.css';

interface MenuButtonProps {
  /** The button that opens it. */
  readonly button: ReactNode;
  readonly label: string;
  readonly children: ReactNode;
}

export function MenuButton({ button, label, children }: MenuButtonProps) {
  return (
    <MenuTrigger>
      {button}
      <Popover className={cx(styles.popover)} placement="bottom end" offset={4}>
        <Menu aria-label={label} className={cx(styles.menu)}>
          {children}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

interface MenuActionProps {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly shortcut?: string;
  readonly onAction: () => void;
}

export function MenuAction({ label, icon: Icon, shortcut, onAction }: MenuActionProps) {
  return (
    <MenuItem className={cx(styles.item)} onAction={onAction} textValue={label}>
      <Icon size={16} strokeWidth={ICON_STROKE} aria-hidden />
      <span className={styles.label}>{label}</span>
      {shortcut && <kbd className={styles.keys}>{shortcut}</kbd>}
    </MenuItem>
  );
}

interface MenuChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** A part of a menu in which one of several is chosen. */
export function MenuChoice<T extends string>(props: MenuChoiceProps<T>) {
  const { label, value, options, onChange } = props;
  const choose = (selection: Selection) => {
    const chosen = options.find((option) => selection !== 'all' && selection.has(option.value));
    if (chosen) onChange(chosen.value);
  };
  return (
    <MenuSection
      className={cx(styles.section)}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={choose}
    >
      <Header className={styles.heading}>{label}</Header>
      {options.map((option) => (
        <MenuItem
          key={option.value}
          id={option.value}
          className={cx(styles.item)}
          textValue={option.label}
        >
          {({ isSelected }) => (
            <>
              <span className={styles.check}>
                {isSelected && <Check size={16} strokeWidth={ICON_STROKE} aria-hidden />}
              </span>
              <span className={styles.label}>{option.label}</span>
            </>
          )}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
