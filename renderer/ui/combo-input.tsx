// The field of a list that is chosen from while one types: react-aria moves the focus through the list virtually, but
// leaves it unsaid that field and list belong together.
import type { RefObject } from 'react';
import { Input, type InputProps } from 'react-aria-components';

interface ComboInputProps extends Omit<InputProps, 'render' | 'className'> {
  readonly className?: string;
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly hasOptions: boolean;
}

export function ComboInput({ hasOptions, ...props }: ComboInputProps) {
  return (
    <Input
      {...props}
      render={(input) => (
        <input
          {...input}
          role="combobox"
          aria-expanded={hasOptions}
          aria-controls={input['aria-controls']}
        />
      )}
    />
  );
}
