// A line of a page of choices and facts: what it is, what there is to know of it, and at its end what changes it.
import { type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import styles from './setting-line.module.css';
import { Toggle } from './toggle.tsx';

interface SettingLineProps {
  readonly name: ReactNode;
  /** Below the name. */
  readonly hint?: ReactNode;
  /** In the place of the hint where something is wrong. */
  readonly problem?: string | null | undefined;
  /** Buttons, a value. */
  readonly children?: ReactNode;
}

export function SettingLine({ name, hint, problem, children }: SettingLineProps) {
  return (
    <div className={styles.line}>
      <Words name={name} hint={hint} problem={problem} />
      {children && <span className={styles.end}>{children}</span>}
    </div>
  );
}

interface LinkLineProps extends Pick<SettingLineProps, 'name' | 'hint'> {
  readonly href: string;
  /** What the link does. It is read out with the line's name: links of one word are all alike. */
  readonly label: string;
}

export function LinkLine({ name, hint, href, label }: LinkLineProps) {
  const id = useId();
  return (
    <div className={styles.line}>
      <Words id={id} name={name} hint={hint} />
      <span className={styles.end}>
        <a id={`${id}-link`} href={href} aria-labelledby={`${id}-link ${id}-name`}>
          {label}
        </a>
      </span>
    </div>
  );
}

interface SwitchLineProps extends Pick<SettingLineProps, 'name' | 'hint'> {
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
}

export function SwitchLine({ name, hint, ...toggle }: SwitchLineProps) {
  const id = useId();
  return (
    <div className={cx(styles.line, styles.switch)}>
      <Toggle {...toggle} aria-labelledby={`${id}-name`} aria-describedby={`${id}-hint`}>
        <Words id={id} name={name} hint={hint} />
      </Toggle>
    </div>
  );
}

interface ChoiceLineProps<Value extends string> extends Pick<SettingLineProps, 'name' | 'hint'> {
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly isDisabled?: boolean;
  readonly onChange: (value: Value) => void;
}

export function ChoiceLine<Value extends string>(props: ChoiceLineProps<Value>) {
  const { name, hint, value, options, isDisabled = false, onChange } = props;
  const id = useId();
  return (
    <div className={styles.line}>
      <Words id={id} name={<label htmlFor={id}>{name}</label>} hint={hint} />
      <select
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={styles.select}
        disabled={isDisabled}
        value={value}
        onChange={({ target }) => {
          const chosen = options.find((option) => option.value === target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

interface WordsProps extends Pick<SettingLineProps, 'name' | 'hint' | 'problem'> {
  /** What a control is named and described by. */
  readonly id?: string;
}

function Words({ id, name, hint, problem }: WordsProps) {
  return (
    <span className={styles.words}>
      <span id={id && `${id}-name`} className={styles.name}>
        {name}
      </span>
      {problem ? (
        <span className={styles.problem} role="alert">
          {problem}
        </span>
      ) : (
        hint && (
          <span id={id && `${id}-hint`} className={styles.hint}>
            {hint}
          </span>
        )
      )}
    </span>
  );
}
