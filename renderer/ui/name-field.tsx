// A field that completes names that are there, and offers to make a new one: of tags, of collections.
import { useRef } from 'react';
import { Autocomplete, Label, ListBox, ListBoxItem, TextField } from 'react-aria-components';
import { useFocusAtStart } from '../lib/use-focus-at-start.ts';
import { ICON_STROKE } from './button.tsx';
import { ComboInput } from './combo-input.tsx';
import { cx } from './cx.ts';
import styles from './name-editor.module.css';
import overlay from './overlay.module.css';

export interface NameOption {
  readonly id: string;
  readonly label: string;
  readonly icon: React.ComponentType<{ size: number; strokeWidth: number; 'aria-hidden': true }>;
  readonly onChoose: () => void;
}

interface NameFieldProps {
  readonly label: string;
  readonly placeholder: string;
  /** Of the list of options. */
  readonly optionsLabel: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly options: readonly NameOption[];
}

/** More would not be read. */
export const MAX_OPTIONS = 50;

export function NameField({
  label,
  placeholder,
  optionsLabel,
  typed,
  onType,
  options,
}: NameFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useFocusAtStart(field);
  return (
    <Autocomplete inputValue={typed} onInputChange={onType}>
      <TextField className={cx(styles.field)}>
        <Label className={cx(styles.label)}>{label}</Label>
        <ComboInput
          ref={field}
          className={cx(styles.input)}
          hasOptions={options.length > 0}
          placeholder={placeholder}
          maxLength={100}
        />
      </TextField>
      <ListBox
        aria-label={optionsLabel}
        className={cx(overlay.menu, styles.suggestions)}
        items={options}
        onAction={(id) => options.find((option) => option.id === id)?.onChoose()}
      >
        {({ id, label: name, icon: Icon }: NameOption) => (
          <ListBoxItem id={id} textValue={name} className={cx(overlay.item)}>
            <Icon size={16} strokeWidth={ICON_STROKE} aria-hidden />
            <span className={overlay.label} dir="auto">
              {name}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  );
}
