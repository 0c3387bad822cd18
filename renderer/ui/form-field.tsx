// A field of a form with its label, and what is said where something in a form is wrong.
import type { ReactNode, Ref } from 'react';
import { Input, Label, Text, TextField } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './form-field.module.css';

interface FormFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly maxLength?: number;
  /** Not in any language: spelling is nobody's business. */
  readonly isPlain?: boolean;
  /** An address reads from left to right in every language. */
  readonly dir?: 'ltr' | 'auto';
  readonly ref?: Ref<HTMLInputElement> | null;
}

export function FormField(props: FormFieldProps) {
  const { label, value, onChange, hint, maxLength, isPlain = false, dir = 'auto', ref } = props;
  return (
    <TextField
      className={cx(styles.field)}
      value={value}
      onChange={onChange}
      spellCheck={isPlain ? 'false' : 'true'}
      {...(maxLength === undefined ? {} : { maxLength })}
    >
      <Label className={cx(styles.label)}>{label}</Label>
      <Input ref={ref ?? null} className={cx(styles.input)} dir={dir} />
      {hint !== undefined && (
        <Text slot="description" className={cx(styles.hint)}>
          {hint}
        </Text>
      )}
    </TextField>
  );
}

export function FormProblem({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles.wrong} role="alert">
      {children}
    </p>
  );
}
